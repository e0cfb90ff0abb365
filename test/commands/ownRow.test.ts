// The assessment's own row, written by hand by somebody who may edit the list and is no facilitator: it does not count, nothing
// vanishes, a facilitator can put it back, and where nobody does that it costs nothing.

import { fail } from '../../src/base/result';
import { saveAnswer } from '../../src/commands/answer';
import { closeAssessment } from '../../src/commands/finish';
import { openHere, tendOpenHere } from '../../src/commands/openHere';
import { passOnMine } from '../../src/commands/passOn';
import { changeParticipants } from '../../src/commands/people';
import { putBack } from '../../src/commands/putBack';
import { newKeyPair, publicHalf } from '../../src/sealing';
import { encode } from '../../src/sharepoint/codecs';
import { type FacilitatorsWorking, homeKey, keys } from '../../src/sharepoint/records';
import { anAssessment } from '../replica/records';
import { must, personOf } from '../sharepoint/tenant';
import {
  answered,
  answerOf,
  area,
  askedOf,
  type Council,
  type Device,
  editByHand,
  newProfile,
  openCouncil,
  opened,
  seenBy,
  sent,
  until,
} from './people';

/** The columns a row of an assessment has of ours. */
const encodedAssessment = encode('assessments', anAssessment('any'), 'any');

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

/** Opens an assessment, and waits until its opener's device has seen to everything that comes with that. */
async function settledOpening(device: Device): Promise<string> {
  const id = await opened(device);
  await until(
    device,
    'later assessments find it',
    () => device.work.replica.one('workings', keys.latest(homeKey(device.work.home))),
    (row) => row?.record.kind === 'latest' && row.record.assessmentId === id,
  );
  await sent(device);
  return id;
}

/** How often SharePoint was asked for versions of an assessment's row so far. */
async function askedForVersions(id: string): Promise<number> {
  const asked = `/items/${(await rowOf(id))?.itemId}/versions`;
  return council.tenant.exchanges().filter(({ path }) => path.includes(asked)).length;
}

const forge = (id: string, fields: Parameters<typeof editByHand>[3]) =>
  editByHand(council.byHand('ben'), 'assessments', id, fields);

/** The assessment as a device sees it once it has looked into the row. */
async function lookedInto(device: Device, id: string) {
  await seenBy(device, id);
  await device.work.ownRows.look(id);
  return seenBy(device, id);
}

const listedOn = async (device: Device) => (await openHere(device.work)).map((row) => [row.key, row.record.phase]);
const rowOf = async (id: string) => (await council.rows('assessments')).find((row) => row.fields.AssessmentId === id);

test('an assessment that a member closed by hand stays open for those who have it, and takes their answers', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await settledOpening(priya);
  await seenBy(aisha, id);
  await tendOpenHere(aisha.work);
  await forge(id, { Phase: 'closed', OpenIn: null, Title: 'Over', Participants: '[]' });
  await seenBy(aisha, id);
  // Before anybody could look into it, it is not taken for closed either.
  expect((await listedOn(aisha)).map(([key]) => key)).toContain(id);
  const view = await lookedInto(aisha, id);
  expect(view).toMatchObject({ overruled: true, asked: true, assessment: { phase: 'open', title: 'Autumn 2026' } });
  await tendOpenHere(aisha.work);
  expect(await listedOn(aisha)).toContainEqual([id, 'open']);
  must(await saveAnswer(aisha.work, view.assessment, area, answerOf(2)));
  await sent(aisha);
  expect((await lookedInto(priya, id)).summary.keyAreas[0]?.turnout).toEqual({ answered: 1, asked: 5 });
});

test('a facilitator puts it back, and then it counts for everybody by itself', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await settledOpening(priya);
  const before = (await rowOf(id))?.fields;
  await forge(id, { ShowNames: true, Facilitators: JSON.stringify([personOf('ben')]) });
  expect(await lookedInto(priya, id)).toMatchObject({ overruled: true, assessment: { showNames: false } });
  await seenBy(aisha, id);
  expect(await putBack(aisha.work, id)).toMatchObject({ error: { kind: 'not-allowed' } });
  must(await putBack(priya.work, id));
  await sent(priya);
  expect(await seenBy(aisha, id)).toMatchObject({ overruled: false, assessment: { showNames: false } });
  const after = await rowOf(id);
  expect(after?.lastModifiedBy).toEqual(personOf('priya'));
  for (const column of ['ShowNames', 'Facilitators', 'Phase', 'Participants', 'PublicKey', 'OpenIn'])
    expect([column, after?.fields[column]]).toEqual([column, before?.[column]]);
});

test('a facilitator who changes something else does not confirm what was forged', async () => {
  const priya = await council.arrive('priya');
  const id = await settledOpening(priya);
  await forge(id, { ShowNames: true, Title: 'Ben’s own' });
  await seenBy(priya, id);
  must(await changeParticipants(priya.work, id, askedOf('priya', 'tom')));
  await sent(priya);
  const view = await seenBy(priya, id);
  expect(view).toMatchObject({ overruled: false, assessment: { title: 'Autumn 2026', showNames: false } });
  expect(view.assessment.participants).toHaveLength(2);
});

test('what a facilitator along the chain wrote last counts, not what stood there at first', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await settledOpening(priya);
  await seenBy(tom, id);
  must(await changeParticipants(tom.work, id, askedOf('tom', 'aisha')));
  await sent(tom);
  await forge(id, { Participants: JSON.stringify(askedOf('ben')) });
  await forge(id, { Participants: '[]' });
  const { assessment } = await lookedInto(priya, id);
  expect(assessment.participants.map((person) => person.displayName)).toEqual(
    askedOf('tom', 'aisha').map((person) => person.displayName),
  );
});

test('one that a facilitator closed is not opened again by a member’s hand', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await settledOpening(priya);
  await seenBy(aisha, id);
  await tendOpenHere(aisha.work);
  must(await closeAssessment(priya.work, id));
  await sent(priya);
  await seenBy(aisha, id);
  await tendOpenHere(aisha.work);
  const home = (await council.rows('assessments')).find((row) => typeof row.fields.OpenIn === 'string')?.fields.OpenIn;
  await forge(id, { Phase: 'open', OpenIn: home ?? null });
  expect(await lookedInto(aisha, id)).toMatchObject({ overruled: true, assessment: { phase: 'closed' } });
  expect(await listedOn(aisha)).not.toContainEqual([id, expect.anything()]);
});

test('as long as only facilitators write the row, nobody is asked for versions', async () => {
  const [priya, tom, aisha] = [
    await council.arrive('priya'),
    await council.arrive('tom'),
    await council.arrive('aisha'),
  ];
  const id = await settledOpening(priya);
  await answered(aisha, id, area, answerOf(3));
  await seenBy(tom, id);
  must(await changeParticipants(tom.work, id, askedOf('tom', 'aisha')));
  await sent(tom);
  for (const device of [priya, tom, aisha]) expect(await lookedInto(device, id)).toMatchObject({ overruled: false });
  await tendOpenHere(aisha.work);
  expect(await askedForVersions(id)).toBe(0);
});

test('SharePoint is asked once for each forged state of the row, and a device remembers what it learnt', async () => {
  const priya = await council.arrive('priya');
  const id = await settledOpening(priya);
  priya.close();
  const profile = newProfile();
  const aisha = await council.arrive('aisha', { profile });
  await forge(id, { ShowNames: true });
  for (let turn = 0; turn < 3; turn += 1) expect(await lookedInto(aisha, id)).toMatchObject({ overruled: true });
  expect(await askedForVersions(id)).toBe(1);
  aisha.close();
  await aisha.over();
  const again = await council.arrive('aisha', { profile });
  expect(await lookedInto(again, id)).toMatchObject({ overruled: true });
  expect(await askedForVersions(id)).toBe(1);
  await forge(id, { ShowNames: false, Title: 'Ben’s own' });
  expect(await lookedInto(again, id)).toMatchObject({ assessment: { title: 'Autumn 2026' } });
  expect(await askedForVersions(id)).toBe(2);
});

test('while SharePoint cannot be asked the row is followed, and it is asked again', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await settledOpening(priya);
  const unreachable = jest.spyOn(aisha.work.access, 'versions').mockResolvedValue(fail({ kind: 'offline' }));
  await forge(id, { Title: 'Ben’s own' });
  expect(await lookedInto(aisha, id)).toMatchObject({ overruled: false, assessment: { title: 'Ben’s own' } });
  unreachable.mockRestore();
  expect(await lookedInto(aisha, id)).toMatchObject({ overruled: true, assessment: { title: 'Autumn 2026' } });
});

test('a change made without a network does not carry in what somebody forged meanwhile', async () => {
  const priya = await council.arrive('priya');
  const id = await settledOpening(priya);
  priya.network.online = false;
  must(await changeParticipants(priya.work, id, askedOf('priya', 'tom', 'aisha')));
  await forge(id, { Phase: 'closed', OpenIn: null });
  priya.reconnect();
  await sent(priya);
  expect((await rowOf(id))?.fields.Phase).toBe('open');
  const { assessment } = await seenBy(priya, id);
  expect(assessment.phase).toBe('open');
  expect(assessment.participants).toHaveLength(3);
});

test('whoever deletes the row and makes it anew is nobody to those who knew it, and gets no answer passed on', async () => {
  const priya = await council.arrive('priya');
  const id = await settledOpening(priya);
  const ben = await council.arrive('ben');
  await answered(ben, id, area, answerOf(3, { remark: 'between us' }));
  const answerRow = async () =>
    (await council.rows('workings')).find((row) => row.fields.Kind === 'response' && row.fields.AssessmentId === id);
  const before = (await answerRow())?.fields.Body;

  const aisha = council.byHand('aisha');
  const pair = await newKeyPair(() => 'aishas');
  const mine: FacilitatorsWorking = {
    kind: 'facilitators',
    assessmentId: id,
    serial: 1,
    facilitators: [personOf('aisha')],
    publicKey: publicHalf(pair),
  };
  const link = must(await aisha.byKey('workings', keys.facilitators(id, 1)));
  const own = must(await aisha.byKey('assessments', id));
  if (!link || !own) throw new Error('There is no assessment');
  must(await aisha.remove('workings', link.itemId, link.eTag));
  must(await aisha.remove('assessments', own.itemId, own.eTag));
  const columns = Object.fromEntries(Object.entries(own.fields).filter(([name]) => name in encodedAssessment));
  must(await aisha.create('assessments', columns));
  must(await aisha.create('workings', encode('workings', mine, keys.facilitators(id, 1))));

  const view = await seenBy(ben, id);
  expect(view.chain.facilitators.map((person) => person.id)).toEqual([personOf('priya').id]);
  expect(view.assessment.publicKey).toBeNull();
  await passOnMine(ben.work, view);
  await sent(ben);
  expect((await answerRow())?.fields.Body).toBe(before);
  expect(await saveAnswer(ben.work, { id }, area, answerOf(4))).toMatchObject({ ok: false });
});
