// A result goes through the committee: cleared, decided, confirmed, corrected; what was kept shows every later change.
import { type CommitteeOutcome, readSnapshot } from '../../src/assessment';
import { newAction, saveAction } from '../../src/commands/actions';
import { agree } from '../../src/commands/agree';
import { clearResult, recordOutcome, takeBackClearing } from '../../src/commands/committee';
import { closeAssessment } from '../../src/commands/finish';
import { shareWithCouncillors } from '../../src/commands/share';
import type { AssessmentView } from '../../src/commands/view';
import { changedInWords } from '../../src/report';
import { digestOf } from '../../src/sealing';
import { encode } from '../../src/sharepoint/codecs';
import { type EditionWorking, keys } from '../../src/sharepoint/records';
import { londonDay } from '../../src/words';
import { must, personOf } from '../sharepoint/tenant';
import {
  agreed,
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  editByHand,
  openCouncil,
  opened,
  seenBy,
  sent,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const today = londonDay(new Date());
const clearing = { name: 'Grace Hill', post: 'Monitoring officer', on: today };
const outcome: CommitteeOutcome = {
  decision: 'noted',
  recommendedTo: '',
  body: 'Audit Committee',
  on: today,
  minute: '',
  minutesConfirmed: false,
  callIn: '',
};
const confirmed: CommitteeOutcome = { ...outcome, minute: '12', minutesConfirmed: true };

/** An assessment with one key area agreed and shared. */
async function shared(device: Device): Promise<string> {
  const id = await opened(device);
  await answered(device, id, area, answerOf(2));
  await agreed(device, id, area, 3);
  must(await shareWithCouncillors(device.work, id, { tellChannel: false }));
  return id;
}

const newestOf = (view: AssessmentView): EditionWorking => {
  const newest = view.editions[0]?.record;
  if (!newest) throw new Error('There is no edition');
  return newest;
};

/** The same, cleared and noted; the minutes are a draft. */
async function noted(device: Device): Promise<string> {
  const id = await shared(device);
  must(await clearResult(device.work, id, clearing));
  await sent(device);
  must(await recordOutcome(device.work, newestOf(await seenBy(device, id)), outcome));
  await sent(device);
  return id;
}

const changeOf = async (device: Device, id: string) => (await seenBy(device, id)).summary.committee?.changed;

test('what is cleared is kept word for word under its fingerprint; the committee’s outcome keeps it anew, and confirming minutes does not', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await shared(priya);
  must(await clearResult(priya.work, id, clearing));
  await sent(priya);
  const cleared = await seenBy(tom, id);
  expect(cleared.assessment.phase).toBe('cleared');
  const first = newestOf(cleared);
  expect(first).toMatchObject({ number: 1, clearing, outcome: null });
  expect(readSnapshot(first.snapshot.text)?.results).toEqual(cleared.shared.map((row) => row.record));
  expect(first.snapshot.digest).toBe(await digestOf(first.snapshot.text));
  expect(cleared.summary.committee).toMatchObject({ decided: null, intact: true, changed: null });

  must(await recordOutcome(tom.work, first, outcome));
  await sent(tom);
  const decided = newestOf(await seenBy(priya, id));
  expect(decided).toMatchObject({ number: 1, outcome, snapshot: { digest: first.snapshot.digest } });
  expect(decided.snapshot.at > first.snapshot.at).toBe(true);

  must(await recordOutcome(priya.work, decided, confirmed));
  await sent(priya);
  const view = await seenBy(tom, id);
  expect(view.editions.map((row) => row.record)).toEqual([{ ...decided, outcome: confirmed }]);
  expect(view.assessment.phase).toBe('cleared');
  must(await closeAssessment(priya.work, id));
  await sent(priya);
});

test('a row of the results changed by hand shows on everybody’s device, by whom and when', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await noted(priya);
  expect(await changeOf(tom, id)).toBeNull();
  await editByHand(council.byHand('ben'), 'results', keys.result(id, area), { Reason: 'All is well' });
  for (const device of [priya, tom]) {
    const view = await seenBy(device, id);
    expect(view.summary.committee?.changed).toMatchObject({ inResults: true, by: { id: personOf('ben').id } });
    expect(changedInWords(view.summary.committee)).toMatch(/^Changed since noted, by Ben Carter, on \d/);
  }
});

test('what officers record later shows as theirs, until it is shared and cleared again as the next edition; both stay to be read', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await noted(priya);
  const { snapshot } = newestOf(await seenBy(tom, id));
  await saveAction(tom.work, { ...newAction(tom.work, id, area), text: 'Brief the cabinet' });
  await sent(tom);
  expect(await changeOf(priya, id)).toMatchObject({ inResults: false, by: { id: personOf('tom').id } });

  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  await sent(priya);
  const again = await seenBy(tom, id);
  expect(again.assessment.phase).toBe('shared');
  expect(again.summary.committee?.changed).toMatchObject({ inResults: true, by: { id: personOf('priya').id } });
  must(await agree(tom.work, id, area, { level: 4, reason: 'Thought again' }));
  await sent(tom);
  await seenBy(priya, id);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  must(await clearResult(priya.work, id, { ...clearing, name: 'Omar Said' }));
  await sent(priya);
  const view = await seenBy(tom, id);
  expect(view.editions.map(({ record }) => [record.number, record.clearing.name, record.outcome?.decision])).toEqual([
    [2, 'Omar Said', undefined],
    [1, 'Grace Hill', 'noted'],
  ]);
  expect(view.editions[1]?.record.snapshot).toEqual(snapshot);
  expect(view.summary.committee).toMatchObject({ changed: null, decided: { number: 1 } });
});

test('once minutes are confirmed, a correction is the next edition, with what was kept when it was decided', async () => {
  const priya = await council.arrive('priya');
  const id = await noted(priya);
  must(await recordOutcome(priya.work, newestOf(await seenBy(priya, id)), confirmed));
  await sent(priya);
  await editByHand(council.byHand('ben'), 'results', keys.result(id, area), { Reason: 'All is well' });
  const before = newestOf(await seenBy(priya, id));
  must(await recordOutcome(priya.work, before, { ...confirmed, minute: '12a' }));
  await sent(priya);
  const view = await seenBy(priya, id);
  expect(view.editions.map((row) => row.record)).toEqual([
    { ...before, number: 2, outcome: { ...confirmed, minute: '12a' } },
    before,
  ]);
  // Whoever began to correct the edition before is told that there is a newer one.
  const late = await recordOutcome(priya.work, before, { ...confirmed, minute: '12b' });
  expect(late).toMatchObject({ ok: false, error: { kind: 'wrong-phase' } });
  // Correcting a reference makes nothing of what changed since invisible.
  expect(view.summary.committee?.changed).toMatchObject({ inResults: true });
});

test('a clearing is taken back while nothing was decided, and not after that', async () => {
  const priya = await council.arrive('priya');
  const id = await shared(priya);
  must(await clearResult(priya.work, id, clearing));
  await sent(priya);
  must(await takeBackClearing(priya.work, id));
  await sent(priya);
  const back = await seenBy(priya, id);
  expect([back.assessment.phase, back.editions, back.summary.committee]).toEqual(['shared', [], null]);
  must(await clearResult(priya.work, id, clearing));
  await sent(priya);
  must(await recordOutcome(priya.work, newestOf(await seenBy(priya, id)), outcome));
  await sent(priya);
  expect(await takeBackClearing(priya.work, id)).toEqual({
    ok: false,
    error: { kind: 'wrong-phase', phase: 'cleared' },
  });
});

test('of two outcomes recorded at the same moment one stands, and the other one is refused', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await shared(priya);
  must(await clearResult(priya.work, id, clearing));
  await sent(priya);
  const begun = newestOf(await seenBy(tom, id));
  await seenBy(priya, id);
  const answers = await Promise.all([
    recordOutcome(priya.work, begun, outcome),
    recordOutcome(tom.work, begun, { ...outcome, body: 'Cabinet' }),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  await sent(priya);
  await sent(tom);
  const winner = answers[0]?.ok ? 'Audit Committee' : 'Cabinet';
  for (const device of [priya, tom]) expect(newestOf(await seenBy(device, id)).outcome?.body).toBe(winner);
  // Whoever began before an outcome was there does not write over it.
  const late = await recordOutcome(tom.work, begun, { ...outcome, body: 'Council' });
  expect(late).toMatchObject({ ok: false, error: { kind: 'wrong-phase' } });
});

test('only facilitators clear and record; an edition written by somebody else counts for nobody, and altered words are told', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await shared(priya);
  await seenBy(ben, id);
  const notAllowed = { ok: false, error: { kind: 'not-allowed', needs: 'facilitator' } };
  expect(await clearResult(ben.work, id, clearing)).toEqual(notAllowed);
  expect(await clearResult(priya.work, id, { ...clearing, name: ' ' })).toEqual({
    ok: false,
    error: { kind: 'incomplete' },
  });
  const text = '{"version":1,"results":[],"facts":{}}';
  const forged: EditionWorking = {
    kind: 'edition',
    assessmentId: id,
    number: 1,
    clearing,
    outcome: confirmed,
    snapshot: { text, digest: await digestOf(text), at: new Date().toISOString() },
  };
  must(await council.byHand('ben').create('workings', encode('workings', forged, keys.edition(id, 1))));
  const doubtful = await seenBy(priya, id);
  expect([doubtful.editions, doubtful.summary.committee]).toEqual([[], null]);
  expect(doubtful.doubtedEditions[0]?.lastModifiedBy?.id).toBe(personOf('ben').id);

  must(await clearResult(priya.work, id, clearing));
  await sent(priya);
  const genuine = newestOf(await seenBy(priya, id));
  expect(genuine.number).toBe(2);
  // Tom is a facilitator, so his hand counts; the fingerprint says that the words are not those that were kept.
  const altered = {
    ...genuine,
    snapshot: { ...genuine.snapshot, text: genuine.snapshot.text.replace('Reason', 'Excuse') },
  };
  const { Body = null } = encode('workings', altered, keys.edition(id, 2));
  await editByHand(council.byHand('tom'), 'workings', keys.edition(id, 2), { Body });
  const view = await seenBy(priya, id);
  expect(view.summary.committee).toMatchObject({ intact: false, changed: null });
  expect(changedInWords(view.summary.committee)).toMatch(/has been altered/);
});

test('nothing is kept of what this device only remembers: without a connection a result is not cleared', async () => {
  const priya = await council.arrive('priya');
  const id = await shared(priya);
  priya.network.online = false;
  expect(await clearResult(priya.work, id, clearing)).toEqual({
    ok: false,
    error: { kind: 'graph', fault: { kind: 'offline' } },
  });
  priya.reconnect();
  expect((await seenBy(priya, id)).editions).toEqual([]);
});
