// Sharing with councillors writes exactly what was previewed, only then; and the channel is told once.

import { generalChannelId } from '../../sandbox/store/seed';
import { messageKey, momentMark } from '../../src/channel';
import { newAction, saveAction } from '../../src/commands/actions';
import { agree, setTarget } from '../../src/commands/agree';
import { closeAssessment } from '../../src/commands/finish';
import { handEdits } from '../../src/commands/handEdits';
import { postMessage, previewMessage } from '../../src/commands/messages';
import { tryItFirst } from '../../src/commands/openAssessment';
import { previewSharing, resultsListUrl, shareWithCouncillors, takeOutOfList } from '../../src/commands/share';
import { decode } from '../../src/sharepoint/codecs';
import { londonDay } from '../../src/words';
import { must, personOf } from '../sharepoint/tenant';
import {
  agreed,
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  openCouncil,
  opened,
  otherArea,
  type Post,
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

const today = londonDay(new Date());
const resultsOf = async (id: string) => (await council.rows('results')).filter((row) => row.fields.AssessmentId === id);

/** What the channel holds of an assessment: its cards link to it. */
async function postsOf(id: string): Promise<{ readonly posts: readonly Post[]; readonly replies: number }> {
  const about = (message: Pick<Post, 'attachments'>) => JSON.stringify(message.attachments).includes(id);
  const posts = await council.posts();
  return {
    posts: posts.filter(about),
    replies: posts.flatMap((post) => post.replies).filter(about).length,
  };
}

const messageOf = async (device: Device, id: string, event: 'opened' | 'shared') => {
  const name = event === 'opened' ? openingOf(id) : await sharingOf(device, id);
  const row = await device.work.replica.one('workings', messageKey(name));
  return row?.record.kind === 'message' ? row.record : null;
};

const openingOf = (assessmentId: string) => ({ assessmentId, event: 'opened', occasion: '1' }) as const;

/** The message about the last sharing. */
const sharingOf = async (device: Device, assessmentId: string) => {
  const { assessment } = await seenBy(device, assessmentId);
  return { assessmentId, event: 'shared', occasion: momentMark(assessment.sharedAt ?? '') } as const;
};

/** An assessment with one key area agreed. */
async function agreedOnce(priya: Device, tellChannel = false): Promise<string> {
  const id = await opened(priya, {
    tellChannel,
    earlier: [{ keyAreaId: area, level: 1, date: '2024-03-05', source: 'Peer review' }],
  });
  await answered(priya, id, area, answerOf(2, { remark: 'Secret remark' }));
  await agreed(priya, id, area, 3);
  return id;
}

test('results are written by sharing and by nothing else, exactly as previewed; sharing again changes the same rows', async () => {
  const priya = await council.arrive('priya');
  const id = await agreedOnce(priya);
  must(await setTarget(priya.work, id, area, { kind: 'level', level: 4, by: '2031-03-31' }));
  await saveAction(priya.work, { ...newAction(priya.work, id, area), text: 'Brief the cabinet', due: '2030-06-15' });
  await sent(priya);
  expect(await resultsOf(id)).toEqual([]);
  const preview = previewSharing(await seenBy(priya, id), today);
  expect(preview).toHaveLength(1);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  const first = await resultsOf(id);
  expect(first.map((row) => must(decode('results', row)).record)).toEqual(preview);
  expect(JSON.stringify(first)).not.toContain('Secret remark');
  expect((await seenBy(priya, id)).assessment.phase).toBe('shared');
  expect((await postsOf(id)).posts).toEqual([]);
  expect(resultsListUrl(priya.work)).toContain('/Lists/');

  must(await agree(priya.work, id, area, { level: 4, reason: 'Thought again' }));
  await sent(priya);
  expect((await resultsOf(id)).map((row) => row.eTag)).toEqual(first.map((row) => row.eTag));
  await answered(priya, id, otherArea, answerOf(2));
  await agreed(priya, id, otherArea, 2);
  const again = previewSharing(await seenBy(priya, id), today);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  const second = await resultsOf(id);
  expect(second.map((row) => must(decode('results', row)).record)).toEqual(expect.arrayContaining([...again]));
  expect(second).toHaveLength(2);
  expect(second.map((row) => row.itemId)).toContain(first[0]?.itemId);
});

test('practice, nothing agreed, nobody to decide, or closed: nothing is written and nothing is posted', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const before = await council.posts();
  const share = (device: Device, id: string) => shareWithCouncillors(device.work, id, { tellChannel: true });
  const practice = must(await tryItFirst(priya.work, 'Practice', 'Northbridge Council'));
  await agreed(priya, practice, area, 3);
  expect(await share(priya, practice)).toEqual({ ok: false, error: { kind: 'practice' } });
  expect(await postMessage(priya.work, openingOf(practice))).toEqual({ ok: false, error: { kind: 'practice' } });
  const id = await opened(priya);
  expect(await share(priya, id)).toEqual({ ok: false, error: { kind: 'nothing-to-share' } });
  await agreed(priya, id, area, 3);
  await seenBy(ben, id);
  const notAllowed = { ok: false, error: { kind: 'not-allowed', needs: 'facilitator' } };
  expect(await share(ben, id)).toEqual(notAllowed);
  expect(await postMessage(ben.work, openingOf(id))).toEqual(notAllowed);
  must(await closeAssessment(priya.work, id));
  expect(await share(priya, id)).toEqual({ ok: false, error: { kind: 'wrong-phase', phase: 'closed' } });
  await sent(priya);
  expect([...(await resultsOf(practice)), ...(await resultsOf(id))]).toEqual([]);
  expect(await council.posts()).toEqual(before);
});

test('the channel gets one post with the card, also when share is pressed on two devices at once', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await agreedOnce(priya);
  const view = await seenBy(tom, id);
  await seenBy(priya, id);
  const [hers, his] = await Promise.all(
    [priya, tom].map((device) => shareWithCouncillors(device.work, id, { tellChannel: true })),
  );
  expect([hers, his]).toEqual([
    { ok: true, value: { notPreset: null } },
    { ok: true, value: { notPreset: null } },
  ]);
  await sent(priya);
  await sent(tom);
  const { posts, replies } = await postsOf(id);
  expect([posts.length, replies]).toEqual([1, 0]);
  const [attachment] = posts[0]?.attachments ?? [];
  expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(JSON.parse(attachment?.content ?? '')).toEqual(
    JSON.parse(JSON.stringify(previewMessage(priya.work, view, { event: 'shared' }).card)),
  );
  expect([personOf('priya').id, personOf('tom').id]).toContain(posts[0]?.from.user.id);
  await seenBy(priya, id);
  expect(await messageOf(priya, id, 'shared')).toMatchObject({ state: 'posted', messageId: posts[0]?.id });
  expect(await resultsOf(id)).toHaveLength(1);
});

test('what is shared later is told as a reply in the thread that the opening began', async () => {
  const priya = await council.arrive('priya');
  const id = await agreedOnce(priya, true);
  await until(
    priya,
    'the opening was told',
    () => messageOf(priya, id, 'opened'),
    (message) => message?.state === 'posted',
  );
  must(await shareWithCouncillors(priya.work, id, { tellChannel: true }));
  must(await shareWithCouncillors(priya.work, id, { tellChannel: true }));
  const { posts, replies } = await postsOf(id);
  expect([posts.length, replies]).toEqual([1, 2]);
  expect(posts[0]?.replies).toHaveLength(2);
});

test('a refused message says why, and another facilitator can post it again, once', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await agreedOnce(priya);
  const channel = `/channels/${encodeURIComponent(generalChannelId)}`;
  await council.tenant.control('PUT', channel, { deleted: true });
  const shared = await shareWithCouncillors(priya.work, id, { tellChannel: true });
  await council.tenant.control('PUT', channel, { deleted: false });
  expect(shared).toEqual({ ok: true, value: { notPreset: null } });
  expect(await resultsOf(id)).toHaveLength(1);
  expect(await messageOf(priya, id, 'shared')).toMatchObject({
    state: 'refused',
    reason: 'not-found',
    messageId: null,
  });
  await seenBy(tom, id);
  expect(must(await postMessage(tom.work, await sharingOf(tom, id)))).toMatchObject({
    state: 'posted',
    by: personOf('tom'),
  });
  expect(must(await postMessage(priya.work, await sharingOf(priya, id)))).toMatchObject({
    state: 'posted',
    by: personOf('tom'),
  });
  expect((await postsOf(id)).posts.map((post) => post.from.user.id)).toEqual([personOf('tom').id]);
});

test('a post whose reply was lost may have arrived, and is not posted again by itself', async () => {
  const priya = await council.arrive('priya');
  const id = await agreedOnce(priya);
  priya.network.drop = ({ body }) => body.includes('/messages');
  must(await shareWithCouncillors(priya.work, id, { tellChannel: true }));
  expect(await messageOf(priya, id, 'shared')).toMatchObject({ state: 'perhaps-posted' });
  priya.network.drop = () => false;
  await seenBy(priya, id);
  expect((await postsOf(id)).posts).toEqual([]);
  const sharing = await sharingOf(priya, id);
  expect(must(await postMessage(priya.work, sharing)).state).toBe('perhaps-posted');
  expect((await postsOf(id)).posts).toEqual([]);
  expect(must(await postMessage(priya.work, sharing, true)).state).toBe('posted');
  expect((await postsOf(id)).posts).toHaveLength(1);
});

/** Changes a row of the results list as SharePoint's own form does. */
async function editByHand(slug: 'ben' | 'tom' | 'priya', id: string, fields: Readonly<Record<string, string>>) {
  const [row] = await resultsOf(id);
  if (!row) throw new Error('There is no row.');
  must(await council.byHand(slug).change('results', row.itemId, row.eTag, fields));
}

test('a row edited by hand is known, also where a facilitator edited it, and sharing again replaces it only when told to', async () => {
  for (const [editor, name] of [
    ['ben', 'Ben Carter'],
    ['tom', 'Tom Okafor'],
    ['priya', 'Priya Shah'],
  ] as const) {
    const priya = await council.arrive('priya');
    const id = await agreedOnce(priya);
    must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
    const before = await seenBy(priya, id);
    expect(handEdits(before)).toEqual([]);
    await editByHand(editor, id, { Reason: 'Written by hand' });
    expect(await shareWithCouncillors(priya.work, id, { tellChannel: false })).toEqual({
      ok: false,
      error: { kind: 'edited-by-hand' },
    });
    const view = await seenBy(priya, id);
    expect(handEdits(view)).toEqual([
      {
        keyAreaId: area,
        keyArea: 'Engaging councillors',
        by: expect.objectContaining({ displayName: name }),
        at: expect.any(String),
      },
    ]);
    expect(view.summary).toEqual(before.summary);
    expect((await resultsOf(id))[0]?.fields.Reason).toBe('Written by hand');
    const older = handEdits(view).map((edit) => ({ ...edit, at: '2020-01-01T00:00:00Z' }));
    expect(await shareWithCouncillors(priya.work, id, { tellChannel: false, replacing: older })).toMatchObject({
      error: { kind: 'edited-by-hand' },
    });
    must(await shareWithCouncillors(priya.work, id, { tellChannel: false, replacing: handEdits(view) }));
    expect((await resultsOf(id))[0]?.fields.Reason).not.toBe('Written by hand');
    expect(handEdits(await seenBy(priya, id))).toEqual([]);
  }
});

test('how a store breaks lines is no edit', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { tellChannel: false });
  await answered(priya, id, area, answerOf(2));
  await agreed(priya, id, area, 3);
  must(await agree(priya.work, id, area, { level: 3, reason: 'One\nTwo  \u0007' }));
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  await editByHand('priya', id, { Reason: 'One\r\nTwo' });
  expect(handEdits(await seenBy(priya, id))).toEqual([]);
});

test('a row whose key area is no longer agreed leaves the list when a facilitator takes it out', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await agreedOnce(priya);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  await seenBy(ben, id);
  expect(await takeOutOfList(ben.work, id, area)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  must(await takeOutOfList(priya.work, id, area));
  expect(await resultsOf(id)).toEqual([]);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  expect(await resultsOf(id)).toHaveLength(1);
});
