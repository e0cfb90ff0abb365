// Answers that come after the showing: added openly until a level is agreed, each person once, and never over what was shown.
import { agree, takeStep } from '../../src/commands/agree';
import { addLateAnswer, readMyAnswer, saveAnswer, standingOfMine } from '../../src/commands/answer';
import { showAnswers } from '../../src/commands/showAnswers';
import { encode } from '../../src/sharepoint/codecs';
import { keys } from '../../src/sharepoint/records';
import { must, personOf } from '../sharepoint/tenant';
import {
  allRows,
  answered,
  answerOf,
  area,
  type Council,
  comesTo,
  type Device,
  editByHand,
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

const answeredAlready = { ok: false, error: { kind: 'answered-already' } };

/** Priya has shown Aisha's answer; Ben and Carol have given none. */
async function shownToAll() {
  const [priya, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const id = await opened(priya);
  const first = await answered(aisha, id, area, answerOf(2, { remark: 'In time' }));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  for (const device of [aisha, ben]) await seenBy(device, id);
  return { priya, aisha, ben, id, first };
}

const remarks = async (device: Device, id: string) =>
  (await seenBy(device, id)).responses.map((shown) => shown.remark).sort();
const standing = async (device: Device, id: string) => {
  const view = await seenBy(device, id);
  return standingOfMine(device.work, view, area, await readMyAnswer(device.work, view.assessment, area));
};
/** Waits until a facilitator's device has added everything that it may. */
const allAdded = (device: Device, id: string) =>
  comesTo(device, id, 'what came late is added', (view) => view.summary.keyAreas[0]?.notOpened === 0);

test('who has not answered may still do so once answers are shown, and is added to them', async () => {
  const { priya, ben, id } = await shownToAll();
  expect(await standing(ben, id)).toBe('late');
  must(await addLateAnswer(ben.work, { id }, area, answerOf(5, { remark: 'Late' })));
  await sent(ben);
  expect(await standing(ben, id)).toBe('to-be-added');
  expect((await seenBy(ben, id)).summary.keyAreas[0]).toMatchObject({ notOpened: 1, spread: { answers: 1 } });
  expect(await allRows(council)).not.toContain('"Late"');
  await allAdded(priya, id);
  expect(await remarks(ben, id)).toEqual(['In time', 'Late']);
  expect(await standing(ben, id)).toBe('shown');
});

test('who has answered may neither change it nor answer again after the showing began', async () => {
  const { aisha, ben, id, first } = await shownToAll();
  const wrongPhase = { ok: false, error: { kind: 'wrong-phase', phase: 'revealed' } };
  expect(await saveAnswer(aisha.work, { id }, area, { ...first, judgement: 5 })).toEqual(wrongPhase);
  expect(await addLateAnswer(aisha.work, { id }, area, answerOf(5))).toEqual(answeredAlready);
  // A late answer is given knowingly, never by a form that saves by itself.
  expect(await saveAnswer(ben.work, { id }, area, answerOf(4))).toEqual(wrongPhase);
  must(await addLateAnswer(ben.work, { id }, area, answerOf(4)));
  expect(await addLateAnswer(ben.work, { id }, area, answerOf(1))).toEqual(answeredAlready);
});

test('two facilitators’ devices that see a late answer at once write it once', async () => {
  const { priya, ben, id } = await shownToAll();
  const tom = await council.arrive('tom');
  await seenBy(tom, id);
  await until(
    tom,
    'others can hand the key to him',
    () => tom.work.replica.one('workings', keys.personKey(tom.work.person.id)),
    (row) => row !== null,
  );
  await sent(tom);
  const { assessment } = await seenBy(priya, id);
  const handedOn = keys.assessmentKey(id, assessment.publicKey?.id ?? '', tom.work.person.id);
  await until(
    priya,
    'the key is handed on',
    () => priya.work.replica.one('workings', handedOn),
    (row) => row !== null,
  );
  await sent(priya);
  await seenBy(tom, id);
  must(await addLateAnswer(ben.work, { id }, area, answerOf(5, { remark: 'Late' })));
  await sent(ben);
  await Promise.all([allAdded(priya, id), allAdded(tom, id)]);
  expect(await remarks(ben, id)).toEqual(['In time', 'Late']);
  for (const device of [priya, tom]) expect(await device.work.replica.unsent()).toEqual([]);
});

test('an answer typed on a laptop that slept through the showing is added when it wakes', async () => {
  const { priya, aisha, ben, id } = await (async () => {
    const all = [await council.arrive('priya'), await council.arrive('aisha'), await council.arrive('ben')] as const;
    const [first, second, third] = all;
    const assessmentId = await opened(first);
    await answered(second, assessmentId, area, answerOf(2, { remark: 'In time' }));
    await seenBy(third, assessmentId);
    return { priya: first, aisha: second, ben: third, id: assessmentId };
  })();
  ben.network.online = false;
  must(await saveAnswer(ben.work, { id }, area, answerOf(3, { remark: 'On the train' })));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await remarks(aisha, id)).toEqual(['In time']);
  ben.reconnect();
  await sent(ben);
  await allAdded(priya, id);
  expect(await remarks(aisha, id)).toEqual(['In time', 'On the train']);
});

test('what comes after a level was agreed stays hidden and does not count, and its author is told', async () => {
  const { priya, aisha, ben, id } = await shownToAll();
  must(await showAnswers(priya.work, id, [otherArea]));
  await seenBy(ben, id);
  ben.network.online = false;
  for (const keyAreaId of [area, otherArea])
    must(await addLateAnswer(ben.work, { id }, keyAreaId, answerOf(5, { remark: `Too late for ${keyAreaId}?` })));
  must(await agree(priya.work, id, area, { level: 2, reason: 'Agreed without Ben' }));
  await sent(priya);
  ben.reconnect();
  await sent(ben);
  // Her device has looked at both, and added the one that may be.
  await comesTo(priya, id, 'the other one is added', (view) => view.opened.get(otherArea)?.length === 1);
  expect(await remarks(aisha, id)).toEqual(['In time', `Too late for ${otherArea}?`]);
  expect(await standing(ben, id)).toBe('too-late');
  expect((await seenBy(aisha, id)).summary.keyAreas[0]).toMatchObject({ notOpened: 1, spread: { answers: 1 } });
  const refused = await addLateAnswer(aisha.work, { id }, area, answerOf(1));
  expect(refused).toMatchObject({ ok: false, error: { kind: 'wrong-phase' } });
  // Reopening is the way to hear it after all.
  must(await takeStep(priya.work, id, area, 'reopen', 'Ben answered too late'));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await remarks(aisha, id)).toContain(`Too late for ${area}?`);
  expect(await standing(ben, id)).toBe('shown');
});

test('a change that arrives after its answer was shown is not shown over it, and its author is told', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const first = await answered(aisha, id, area, answerOf(2, { remark: 'First thought' }));
  aisha.network.online = false;
  must(await saveAnswer(aisha.work, { id }, area, { ...first, judgement: 5, remark: 'Second thought' }));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  aisha.reconnect();
  await sent(aisha);
  await comesTo(priya, id, 'the change is here', (view) => view.sealed[0]?.lastModifiedBy !== null);
  await sent(priya);
  expect(await remarks(priya, id)).toEqual(['First thought']);
  expect(await standing(aisha, id)).toBe('shown-as-before');
  expect((await seenBy(priya, id)).summary.keyAreas[0]).toMatchObject({ notOpened: 0, spread: { answers: 1 } });
});

test('nobody is heard twice who gives a second answer by hand after the first was shown', async () => {
  const { priya, aisha, ben, id } = await shownToAll();
  const key = keys.response(id, area, aisha.work.person.id);
  // Aisha makes her own device believe that nothing was shown yet: another answer, with an id that is not among the shown ones.
  const row = await aisha.work.replica.one('workings', keys.area(id, area));
  if (row?.record.kind !== 'area') throw new Error('The key area stands nowhere');
  const fresh = await council.arrive('aisha');
  await seenBy(fresh, id);
  await fresh.work.keyring.mine();
  fresh.network.online = false;
  await fresh.work.replica.put('workings', keys.area(id, area), {
    ...row.record,
    state: { ...row.record.state, phase: 'collecting' },
  });
  must(await saveAnswer(fresh.work, { id }, area, answerOf(5, { remark: 'Once more' })));
  const forged = (await fresh.work.replica.one('workings', key))?.record;
  if (!forged) throw new Error('There is no second answer');
  await editByHand(council.byHand('aisha'), 'workings', key, encode('workings', forged, key));
  must(await addLateAnswer(ben.work, { id }, area, answerOf(4, { remark: 'Late' })));
  await sent(ben);
  await comesTo(priya, id, 'Ben is added', (view) => (view.opened.get(area) ?? []).includes(personOf('ben').id));
  expect(await remarks(ben, id)).toEqual(['In time', 'Late']);
  expect(await standing(aisha, id)).toBe('shown-as-before');
});

test('whose answer somebody else changed before the showing may give it again until a level is agreed', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const content = await answered(aisha, id, area, answerOf(2, { remark: 'In her own words' }));
  const key = keys.response(id, area, aisha.work.person.id);
  await editByHand(council.byHand('ben'), 'workings', key, { Title: 'Mended a typo' });
  await seenBy(priya, id);
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await remarks(aisha, id)).toEqual([]);
  expect(await standing(aisha, id)).toBe('late');
  must(await addLateAnswer(aisha.work, { id }, area, content));
  await sent(aisha);
  await comesTo(priya, id, 'hers is added', (view) => (view.opened.get(area) ?? []).length === 1);
  expect(await remarks(aisha, id)).toEqual(['In her own words']);
});

test('a note of who was shown counts only if a facilitator wrote it', async () => {
  const { priya, aisha, ben, id } = await shownToAll();
  const key = keys.opened(id, area, personOf('ben').id);
  const forged = { kind: 'opened', assessmentId: id, keyAreaId: area, voices: [personOf('ben').id] } as const;
  must(await council.byHand('carol').create('workings', encode('workings', forged, key)));
  must(await addLateAnswer(ben.work, { id }, area, answerOf(4, { remark: 'Late' })));
  await sent(ben);
  await allAdded(priya, id);
  expect(await remarks(aisha, id)).toEqual(['In time', 'Late']);
});
