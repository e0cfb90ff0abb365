// Opening, practice, and earlier results to compare with.
import { cancelAssessment, closeAssessment, deletePractice } from '../../src/commands/finish';
import { readPrevious } from '../../src/commands/history';
import { openAssessment, tryItFirst } from '../../src/commands/openAssessment';
import { searchPeople } from '../../src/commands/people';
import { readView } from '../../src/commands/view';
import { homeKey, keys, listNames } from '../../src/sharepoint/records';
import { must, personOf } from '../sharepoint/tenant';
import {
  agreed,
  allRows,
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  draftOf,
  keptIn,
  newProfile,
  openCouncil,
  opened,
  otherArea,
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

const posted = (device: Device, id: string) =>
  until(
    device,
    'the channel was told',
    () => device.work.replica.one('workings', keys.message(id, 'opened', '1')),
    (row) => row?.record.kind === 'message' && row.record.state === 'posted',
  );
const postsAbout = async (id: string) => (await council.posts()).filter((post) => JSON.stringify(post).includes(id));

/** Waits until history begins with an assessment. */
const isLatest = async (device: Device, id: string) => {
  await until(
    device,
    'history begins with it',
    () => device.work.replica.one('workings', keys.latest(homeKey(device.work.home))),
    (row) => row?.record.kind === 'latest' && row.record.assessmentId === id,
  );
  await sent(device);
};

test('opening tells the channel once, after SharePoint has the assessment', async () => {
  const priya = await council.arrive('priya');
  const before = council.tenant.exchanges().length;
  const id = must(await openAssessment(priya.work, draftOf({ tellChannel: true })));
  expect((await readView(priya.work, id))?.role).toBe('facilitator');
  await posted(priya, id);
  expect(await postsAbout(id)).toHaveLength(1);
  const calls = council.tenant.exchanges().slice(before);
  const bodies = calls.map((exchange) => JSON.stringify(exchange.requestBody ?? ''));
  const writes = bodies.findIndex((body) => body.includes('"Title":"Autumn 2026"'));
  const posts = bodies.findIndex((body) => body.includes('/messages'));
  expect(writes).toBeGreaterThanOrEqual(0);
  expect(posts).toBeGreaterThan(writes);
  expect((await seenBy(await council.arrive('ben'), id)).summary.keyAreas.map((each) => each.phase)).toEqual(
    Array(4).fill('collecting'),
  );
});

test('what is opened without a connection is kept and arrives later, and the channel is told after that', async () => {
  const priya = await council.arrive('priya');
  priya.network.online = false;
  const id = must(await openAssessment(priya.work, draftOf({ tellChannel: true, title: 'Opened on the train' })));
  expect((await readView(priya.work, id))?.summary.keyAreas).toHaveLength(4);
  expect(await allRows(council)).not.toContain('Opened on the train');
  expect(await postsAbout(id)).toEqual([]);
  priya.reconnect();
  await posted(priya, id);
  await sent(priya);
  expect(await postsAbout(id)).toHaveLength(1);
  const aisha = await council.arrive('aisha');
  await answered(aisha, id, area, answerOf(3));
  await agreed(priya, id, area, 3);
  expect((await seenBy(aisha, id)).summary.keyAreas[0]?.spread?.answers).toBe(1);
});

test('a draft with faults opens nothing', async () => {
  const priya = await council.arrive('priya');
  const refused = await openAssessment(priya.work, draftOf({ title: ' ', dueDate: '2020-01-01' }));
  expect(refused).toMatchObject({
    ok: false,
    error: { kind: 'draft', faults: [{ field: 'title' }, { field: 'dueDate', kind: 'in-the-past' }] },
  });
  expect(await priya.work.replica.unsent()).toEqual([]);
});

test('a practice assessment posts and shares nothing, is nobody’s earlier result, and is deleted from everywhere', async () => {
  const priya = await council.arrive('priya', { channel: 'Commercial board', profile: newProfile() });
  const id = must(await tryItFirst(priya.work, 'Practice makes perfect', 'Northbridge Council'));
  await answered(priya, id, area, answerOf(2, { remark: 'Practised remark' }));
  await agreed(priya, id, area, 2);
  await sent(priya);
  expect(await allRows(council)).toContain('Practised remark');
  expect(must(await readPrevious(priya.work))).toEqual([]);
  const bens = await council.arrive('ben', { channel: 'Commercial board', profile: newProfile() });
  expect((await seenBy(bens, id)).role).toBe('anyone');
  must(await deletePractice(priya.work, id));
  await sent(priya);
  must(await bens.work.replica.refresh());
  const rows = await Promise.all(listNames.map((list) => council.rows(list)));
  expect(JSON.stringify(rows)).not.toContain(id);
  expect(await council.posts('Commercial board')).toEqual([]);
  for (const device of [priya, bens]) {
    const kept = await keptIn(device);
    for (const word of ['Practice makes perfect', 'Practised remark', keys.area(id, area)])
      expect(kept.includes(word)).toBe(false);
  }
  const real = await opened(priya);
  expect(await deletePractice(priya.work, real)).toMatchObject({ ok: false });
  expect(await readView(priya.work, real)).not.toBeNull();
});

test('earlier results are found along the assessments of the same channel, newest first', async () => {
  const priya = await council.arrive('priya', { channel: 'Commercial board' });
  const ids: string[] = [];
  for (const [title, level] of [
    ['Spring 2024', 2],
    ['Spring 2025', 3],
    ['Called off', 5],
  ] as const) {
    const id = await opened(priya, { title });
    await agreed(priya, id, area, level);
    await isLatest(priya, id);
    must(await (title === 'Called off' ? cancelAssessment : closeAssessment)(priya.work, id));
    await sent(priya);
    ids.push(id);
  }
  // Another person, on a device that has never seen any of it.
  const tom = await council.arrive('tom', { channel: 'Commercial board' });
  const found = must(await readPrevious(tom.work));
  expect(found.slice(0, 2).map(({ assessment }) => assessment.id)).toEqual([ids[1], ids[0]]);
  expect(found[0]?.earlier).toEqual([
    { keyAreaId: area, level: 3, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), source: 'Spring 2025' },
  ]);
  // He opens the next one; history goes on from there, whoever looks.
  const next = await opened(tom, { title: 'Spring 2026' });
  await isLatest(tom, next);
  expect((await seenBy(tom, next)).assessment.previousId).toBe(ids[2]);
  const inGeneral = await council.arrive('priya');
  const elsewhere = must(await readPrevious(inGeneral.work));
  expect(elsewhere.filter(({ assessment }) => ids.includes(assessment.id))).toEqual([]);
});

test('an agreement forged by a member is no earlier result', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { title: 'Forged later' });
  await agreed(priya, id, area, 2);
  await agreed(priya, id, otherArea, 2);
  await isLatest(priya, id);
  const row = must(await council.byHand('ben').byKey('workings', keys.area(id, area)));
  const body = String(row?.fields.Body).replace('"level":2', '"level":5');
  if (row) must(await council.byHand('ben').change('workings', row.itemId, row.eTag, { Body: body }));
  must(await priya.work.replica.refresh());
  const [newest] = must(await readPrevious(priya.work));
  expect(newest?.earlier.map((each) => each.keyAreaId)).toEqual([otherArea]);
});

test('people are found by name where no picker is at hand', async () => {
  const priya = await council.arrive('priya');
  expect(must(await searchPeople(priya.work, 'aish')).map((person) => person.id)).toEqual([personOf('aisha').id]);
});
