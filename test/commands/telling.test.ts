// Telling every event from the tab, against the local Microsoft 365: once, as who pressed, with the text that was seen, or not at all.
import { z } from 'zod';
import { generalChannelId } from '../../sandbox/store/seed';
import type { MessageEvent } from '../../src/assessment';
import { messageKey, type Tellable } from '../../src/channel';
import { newAction, saveAction } from '../../src/commands/actions';
import { agree } from '../../src/commands/agree';
import { changeArrangements, fetchArrangements } from '../../src/commands/arrangements';
import {
  declineMessage,
  postMessage,
  previewAgreement,
  previewLine,
  previewMessage,
  tellPeople,
} from '../../src/commands/messages';
import { tryItFirst } from '../../src/commands/openAssessment';
import { showAnswers } from '../../src/commands/showAnswers';
import { readWaiting, type Waiting } from '../../src/commands/told';
import { encode } from '../../src/sharepoint/codecs';
import { londonDay } from '../../src/words';
import { must, personOf } from '../sharepoint/tenant';
import {
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  openCouncil,
  opened,
  otherArea,
  type Post,
  type Slug,
  seenBy,
  sent,
  until,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const every: readonly MessageEvent[] = [
  'waiting',
  'answers-shown',
  'agreed',
  'question',
  'reply',
  'due-soon',
  'overdue',
];

/** An assessment with everything told, as Priya opened it. */
async function openWithAllOn(priya: Device): Promise<string> {
  await changeArrangements(priya.work, (before) => ({
    ...before,
    tell: Object.fromEntries(every.map((event) => [event, true])),
  }));
  return opened(priya);
}

/** What the channel holds of an assessment, replies too, oldest last. */
async function postsOf(id: string): Promise<readonly Omit<Post, 'replies'>[]> {
  const posts = (await council.posts()).flatMap((post) => [post, ...post.replies]);
  return posts.filter((message) => JSON.stringify(message.attachments).includes(id));
}

const lines = z.array(z.object({ title: z.string(), preview: z.string(), sentBy: z.string(), webUrl: z.string() }));
const linesOf = async (slug: Slug, id: string) =>
  lines
    .parse(await council.tenant.control('GET', `/teams/activities/${personOf(slug).id}`))
    .filter(({ webUrl }) => webUrl.includes(id));

async function waitingFor(device: Device, id: string): Promise<Waiting> {
  await seenBy(device, id);
  await fetchArrangements(device.work);
  const waiting = await readWaiting(device.work, id);
  if (!waiting) throw new Error('The assessment is not here');
  return waiting;
}

async function pendingOf(device: Device, id: string, event: MessageEvent): Promise<Tellable> {
  const found = (await waitingFor(device, id)).pending.find((message) => message.event === event);
  if (!found) throw new Error(`${event} does not wait`);
  return found;
}

const stateOf = async ({ work }: Device, message: Parameters<typeof messageKey>[0]) => {
  const row = await work.replica.one('workings', messageKey(message));
  return row?.record.kind === 'message' ? row.record : null;
};

test('five tabs press for one event at once: the channel gets one post, by one of those who pressed, with the text they saw', async () => {
  const priya = await council.arrive('priya');
  const id = await openWithAllOn(priya);
  await answered(priya, id, area, answerOf(2));
  must(await showAnswers(priya.work, id, [area]));
  const others = await Promise.all((['priya', 'tom', 'tom', 'tom'] as const).map((slug) => council.arrive(slug)));
  const tabs = [priya, ...others];
  for (const tab of tabs) await waitingFor(tab, id);
  const message = await pendingOf(priya, id, 'answers-shown');
  const { view } = await waitingFor(priya, id);
  const seen = previewMessage(priya.work, view, message.about);
  await Promise.all(tabs.map(({ work }) => postMessage(work, message)));
  const posts = await postsOf(id);
  expect(posts).toHaveLength(1);
  expect([personOf('priya').id, personOf('tom').id]).toContain(posts[0]?.from.user.id);
  expect(posts[0]?.body.content).toContain(seen.sentence);
  expect(JSON.parse(posts[0]?.attachments[0]?.content ?? '')).toEqual(JSON.parse(JSON.stringify(seen.card)));
  expect((await waitingFor(priya, id)).pending).toEqual([]);
});

test('agreeing tells the channel what was previewed where the switch is on, and nobody ever where it is off', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await openWithAllOn(priya);
  for (const each of [area, otherArea]) await answered(priya, id, each, answerOf(2));
  must(await showAnswers(priya.work, id, [area, otherArea]));
  const agreed = { level: 3, reason: ' We brief them ' } as const;
  const seen = previewAgreement(priya.work, await seenBy(priya, id), area, agreed);
  must(await agree(priya.work, id, area, agreed, true));
  must(await agree(priya.work, id, otherArea, agreed, false));
  const settled = async (state: string) =>
    (await priya.work.replica.all('workings', id)).some(
      ({ record }) => record.kind === 'message' && record.event === 'agreed' && record.state === state,
    );
  await until(priya, 'one is told', () => settled('posted'), Boolean);
  await until(priya, 'one is declined', () => settled('declined'), Boolean);
  const posts = await postsOf(id);
  expect(posts.map((post) => JSON.parse(post.attachments[0]?.content ?? ''))).toEqual([
    JSON.parse(JSON.stringify(seen.card)),
  ]);
  expect((await waitingFor(tom, id)).pending.filter(({ event }) => event === 'agreed')).toEqual([]);
});

test('where the officers want no agreement told, agreeing writes no row about it', async () => {
  const priya = await council.arrive('priya');
  await changeArrangements(priya.work, (before) => ({ ...before, tell: {} }));
  const id = await opened(priya);
  await answered(priya, id, area, answerOf(2));
  must(await showAnswers(priya.work, id, [area]));
  must(await agree(priya.work, id, area, { level: 3, reason: 'Because' }, false));
  await sent(priya);
  expect((await waitingFor(priya, id)).pending).toEqual([]);
  const kinds = (await priya.work.replica.all('workings', id)).map(({ record }) => record.kind);
  expect(kinds).not.toContain('message');
});

test('a councillor’s question is told to the other facilitators alone; the channel hears of the reply and never of the question', async () => {
  const priya = await council.arrive('priya');
  const id = await openWithAllOn(priya);
  const hostile = `<img src=x onerror=alert(1)> [a](javascript:x) ${'Why so low? '.repeat(5_000)}`;
  const asked = { assessmentId: id, keyAreaId: area, title: '', kind: 'question', text: hostile, reply: '' } as const;
  const made = must(await council.byHand('ben').create('comments', encode('comments', asked, '')));
  const waiting = await waitingFor(priya, id);
  expect(waiting.questions).toHaveLength(1);
  expect(waiting.pending.filter(({ event }) => event === 'question')).toEqual([]);
  const [untold] = waiting.untold;
  if (!untold) throw new Error('Nobody is to be told');
  const seen = previewLine(priya.work, waiting.view, untold.about);
  expect(must(await tellPeople(priya.work, waiting.untold))).toEqual({ told: 1, reasons: [] });
  const [line] = await linesOf('tom', id);
  expect(`${line?.title}\n${line?.preview}`).toBe(seen);
  expect(line?.preview.length).toBeLessThanOrEqual(150);
  expect([await linesOf('priya', id), await postsOf(id)]).toEqual([[], []]);
  expect((await waitingFor(priya, id)).untold).toHaveLength(0);

  const change = { ...encode('comments', { ...asked, reply: hostile.replaceAll('Why', 'Yes') }, '') };
  must(await council.byHand('tom').change('comments', made.itemId, made.eTag, change));
  const reply = await pendingOf(priya, id, 'reply');
  expect((await waitingFor(priya, id)).questions).toEqual([]);
  expect(must(await postMessage(priya.work, reply))).toMatchObject({ state: 'posted', by: personOf('priya') });
  const posts = JSON.stringify(await postsOf(id));
  expect(posts).toContain('Yes so low?');
  expect(posts).not.toMatch(/Why so low|Ben Carter/);
});

test('those who have not answered are reminded in their own activity feed, once a day, and nobody else sees who they are', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await openWithAllOn(priya);
  const { reminders, view } = await waitingFor(priya, id);
  expect(reminders).toHaveLength(4);
  await waitingFor(tom, id);
  const [first] = reminders;
  const seen = first && previewLine(priya.work, view, first.about);
  const [hers, his] = await Promise.all([tellPeople(priya.work, reminders), tellPeople(tom.work, reminders)]);
  // Priya and Tom press at once, and each of the others hears it once.
  for (const slug of ['aisha', 'ben', 'carol'] as const) {
    const told = await linesOf(slug, id);
    expect(told.map(({ title, preview }) => `${title}\n${preview}`.replace('Tom Okafor', 'Priya Shah'))).toEqual([
      seen,
    ]);
  }
  expect([hers.ok, his.ok]).toEqual([true, true]);
  expect((await waitingFor(priya, id)).reminders).toEqual([]);
  expect(await postsOf(id)).toEqual([]);
  expect(must(await tellPeople(priya.work, reminders)).told).toBe(4);
  expect(await linesOf('aisha', id)).toHaveLength(1);
});

test('whoever answers meanwhile is not reminded any more', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await openWithAllOn(priya);
  const { reminders } = await waitingFor(priya, id);
  for (const { keyAreaId } of (await seenBy(aisha, id)).summary.keyAreas)
    await answered(aisha, id, keyAreaId, answerOf(3));
  await seenBy(priya, id);
  must(await tellPeople(priya.work, reminders));
  expect([(await linesOf('aisha', id)).length, (await linesOf('ben', id)).length]).toEqual([0, 1]);
});

test('an action that is due soon and one that is overdue are told once for each day they are due on', async () => {
  const priya = await council.arrive('priya');
  const id = await openWithAllOn(priya);
  const day = (days: number) => londonDay(new Date(Date.now() + days * 86_400_000));
  const soon = { ...newAction(priya.work, id, area), text: 'Brief the cabinet', due: day(5) };
  await saveAction(priya.work, soon);
  await saveAction(priya.work, { ...newAction(priya.work, id, area), text: 'Appoint a lead', due: day(-2) });
  await sent(priya);
  for (const event of ['due-soon', 'overdue'] as const)
    expect(must(await postMessage(priya.work, await pendingOf(priya, id, event))).state).toBe('posted');
  expect((await waitingFor(priya, id)).pending).toEqual([]);
  // The opening was not told, so the first of these begins the thread.
  const threads = (await council.posts()).filter((post) => JSON.stringify(post.attachments).includes(id));
  expect(threads.map(({ replies }) => replies.length)).toEqual([1]);
  await saveAction(priya.work, { ...soon, due: day(9) }, soon);
  await sent(priya);
  expect((await pendingOf(priya, id, 'due-soon')).occasion).toBe(`${soon.id}:${day(9)}`);
  expect(JSON.stringify(await postsOf(id))).toMatch(
    /Appoint a lead.*Brief the cabinet|Brief the cabinet.*Appoint a lead/,
  );
});

describe('where the channel cannot be told', () => {
  const channel = `/channels/${encodeURIComponent(generalChannelId)}`;
  const control = (change: object) => council.tenant.control('PUT', channel, change);
  const restore = () => control({ deleted: false, posting: 'everyone' });
  afterEach(restore);

  async function shown(priya: Device): Promise<readonly [string, Tellable]> {
    const id = await openWithAllOn(priya);
    await answered(priya, id, area, answerOf(2));
    must(await showAnswers(priya.work, id, [area]));
    return [id, await pendingOf(priya, id, 'answers-shown')];
  }

  test.each([
    ['deleted', { deleted: true }, 'not-found'],
    ['archived', { posting: 'archived' }, 'no-access'],
  ] as const)(
    'a channel that is %s leaves the message waiting with the reason, and it is told when that is mended',
    async (_, change, reason) => {
      const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
      const [id, message] = await shown(priya);
      await control(change);
      expect(must(await postMessage(priya.work, message))).toMatchObject({ state: 'refused', reason, messageId: null });
      expect((await pendingOf(tom, id, 'answers-shown')).occasion).toBe(message.occasion);
      await restore();
      expect(must(await postMessage(tom.work, message))).toMatchObject({ state: 'posted', by: personOf('tom') });
      expect(await postsOf(id)).toHaveLength(1);
    },
  );

  test('somebody without the right to post leaves it to another facilitator', async () => {
    const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
    const [id, message] = await shown(priya);
    await control({ posting: 'owners' });
    await waitingFor(tom, id);
    expect(must(await postMessage(tom.work, message))).toMatchObject({ state: 'refused', reason: 'no-access' });
    await waitingFor(priya, id);
    expect(must(await postMessage(priya.work, message))).toMatchObject({ state: 'posted', by: personOf('priya') });
    expect(await postsOf(id)).toHaveLength(1);
  });

  test('without a connection nothing is begun, and it waits', async () => {
    const priya = await council.arrive('priya');
    const [id, message] = await shown(priya);
    priya.network.drop = ({ path }) => path.includes('batch');
    expect(await postMessage(priya.work, message)).toMatchObject({
      ok: false,
      error: { kind: 'graph', fault: { kind: 'offline' } },
    });
    priya.network.drop = () => false;
    expect(await stateOf(priya, message)).toBeNull();
    expect(must(await postMessage(priya.work, await pendingOf(priya, id, 'answers-shown'))).state).toBe('posted');
  });

  test('a thread whose first post is gone is begun anew', async () => {
    const priya = await council.arrive('priya');
    const id = await opened(priya, { tellChannel: true });
    const opening = { assessmentId: id, event: 'opened', occasion: '1' } as const;
    await until(
      priya,
      'the opening was told',
      () => stateOf(priya, opening),
      (message) => message?.state === 'posted',
    );
    await changeArrangements(priya.work, (before) => ({ ...before, tell: { 'answers-shown': true } }));
    await answered(priya, id, area, answerOf(2));
    must(await showAnswers(priya.work, id, [area]));
    // As if somebody had deleted the first post: what names it leads nowhere.
    const row = must(await council.byHand('priya').byKey('workings', messageKey(opening)));
    const record = await stateOf(priya, opening);
    if (!row || !record) throw new Error('The opening has no row');
    const gone = encode('workings', { ...record, messageId: '17' }, messageKey(opening));
    must(await council.byHand('priya').change('workings', row.itemId, row.eTag, gone));
    expect(must(await postMessage(priya.work, await pendingOf(priya, id, 'answers-shown'))).state).toBe('posted');
    expect((await council.posts()).filter((post) => JSON.stringify(post.attachments).includes(id))).toHaveLength(2);
  });
});

test('what is no longer so is not told, practice tells nothing, and who does not facilitate speaks for nobody', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await openWithAllOn(priya);
  await answered(priya, id, area, answerOf(2));
  must(await showAnswers(priya.work, id, [area]));
  const message = await pendingOf(priya, id, 'answers-shown');
  await seenBy(ben, id);
  const notAllowed = { ok: false, error: { kind: 'not-allowed', needs: 'facilitator' } };
  expect([await postMessage(ben.work, message), await declineMessage(ben.work, message)]).toEqual([
    notAllowed,
    notAllowed,
  ]);
  must(await agree(priya.work, id, area, { level: 2, reason: 'Because' }));
  expect(await postMessage(priya.work, message)).toEqual({ ok: false, error: { kind: 'nothing-to-tell' } });
  const practice = must(await tryItFirst(priya.work, 'Practice', 'Northbridge Council'));
  expect(await readWaiting(priya.work, practice)).toMatchObject({
    pending: [],
    reminders: [],
    questions: [],
    untold: [],
  });
  await sent(priya);
  expect(await postsOf(id)).toEqual([]);
});
