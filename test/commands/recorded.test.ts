// What facilitators record for people in the room: hidden until shown, marked as recorded, and never in the place of what a person gave.
import { agree } from '../../src/commands/agree';
import { addLateAnswer, saveAnswer } from '../../src/commands/answer';
import { recordForPerson, recordHands, recordings, removeRecorded } from '../../src/commands/recorded';
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

const answeredAlready = { ok: false, error: { kind: 'answered-already' } };
const placeOf = (assessmentId: string) => ({ assessmentId, keyAreaId: area });
const keyArea = async (device: Device, id: string) => (await seenBy(device, id)).summary.keyAreas[0];
const shownOf = async (device: Device, id: string) =>
  (await seenBy(device, id)).responses
    .map(({ judgement, count, recordedAs, recordedBy, remark }) => ({
      judgement,
      count,
      recordedAs,
      by: recordedBy?.id ?? null,
      remark,
    }))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
const byPriya = (more: object) => ({ by: personOf('priya').id, remark: '', ...more });

test('an answer recorded for somebody is hidden, counts as answered, and is shown as recorded', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const said = { judgement: 3, remark: 'Said aloud: Quillfeather' } as const;
  must(await recordForPerson(priya.work, placeOf(id), personOf('carol').id, said));
  await answered(aisha, id, area, answerOf(4));
  await sent(priya);
  expect((await keyArea(aisha, id))?.turnout).toEqual({ asked: 5, answered: 2 });
  expect(await allRows(council)).not.toContain('Quillfeather');
  expect(JSON.stringify(council.tenant.exchanges())).not.toContain('Quillfeather');
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await shownOf(aisha, id)).toEqual([
    byPriya({ judgement: 3, count: 1, recordedAs: 'for-person', remark: said.remark }),
    { judgement: 4, count: 1, recordedAs: 'own', by: null, remark: '' },
  ]);
  expect((await keyArea(aisha, id))?.spread).toMatchObject({ answers: 2, recordedByOthers: 1 });
  const names = (await council.rows('responses'))
    .filter((row) => row.fields.AssessmentId === id)
    .map((row) => row.fields.PersonName);
  expect(names).toEqual(['unnamed', 'unnamed']);
});

test('with names on, a recorded answer names for whom it was recorded', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { showNames: true });
  must(await recordForPerson(priya.work, placeOf(id), personOf('carol').id, { judgement: 3, remark: '' }));
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(priya, id)).responses[0]).toMatchObject({
    person: personOf('carol'),
    recordedBy: { id: personOf('priya').id },
  });
});

test('a show of hands counts every hand, and counts as nobody’s answer', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const hands = [
    { judgement: 2, count: 3 },
    { judgement: 4, count: 0 },
    { judgement: 'cannot-judge', count: 1 },
  ] as const;
  must(await recordHands(priya.work, placeOf(id), hands));
  await sent(priya);
  expect((await keyArea(aisha, id))?.turnout.answered).toBe(0);
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await shownOf(aisha, id)).toEqual(
    [
      byPriya({ judgement: 'cannot-judge', count: 1, recordedAs: 'show-of-hands' }),
      byPriya({ judgement: 2, count: 3, recordedAs: 'show-of-hands' }),
    ].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
  );
  expect((await keyArea(aisha, id))?.spread).toMatchObject({ answers: 4, cannotJudge: 1, counts: [0, 3, 0, 0, 0] });
  expect(await recordHands(priya.work, placeOf(id), [{ judgement: 1, count: 0 }])).toMatchObject({ ok: false });
});

test('what somebody gave themselves counts, before or after it was recorded for them', async () => {
  const [priya, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const id = await opened(priya);
  await answered(aisha, id, area, answerOf(4));
  await seenBy(priya, id);
  const record = (slug: 'aisha' | 'ben') =>
    recordForPerson(priya.work, placeOf(id), personOf(slug).id, { judgement: 1, remark: '' });
  expect(await record('aisha')).toEqual(answeredAlready);
  must(await record('ben'));
  await sent(priya);
  await answered(ben, id, area, answerOf(5));
  expect((await keyArea(priya, id))?.turnout.answered).toBe(2);
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect((await shownOf(aisha, id)).map(({ judgement, recordedAs }) => [judgement, recordedAs])).toEqual([
    [4, 'own'],
    [5, 'own'],
  ]);
});

test('who answers late takes the place of what was recorded for them and shown', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  must(await recordForPerson(priya.work, placeOf(id), personOf('ben').id, { judgement: 1, remark: 'For Ben' }));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  await seenBy(ben, id);
  must(await addLateAnswer(ben.work, { id }, area, answerOf(5, { remark: 'By Ben' })));
  await sent(ben);
  await comesTo(priya, id, 'Ben is heard himself', (view) =>
    (view.opened.get(area) ?? []).includes(personOf('ben').id),
  );
  expect((await shownOf(ben, id)).map(({ remark }) => remark)).toEqual(['By Ben']);
  expect(await keyArea(ben, id)).toMatchObject({ notOpened: 0, turnout: { answered: 1 }, spread: { answers: 1 } });
});

test('before the showing what was recorded can be changed by another facilitator, and taken back', async () => {
  const [priya, tom, ben] = [await council.arrive('priya'), await council.arrive('tom'), await council.arrive('ben')];
  const id = await opened(priya);
  must(await recordForPerson(priya.work, placeOf(id), personOf('ben').id, { judgement: 1, remark: '' }));
  must(await recordHands(priya.work, placeOf(id), [{ judgement: 5, count: 9 }]));
  must(await recordHands(priya.work, placeOf(id), [{ judgement: 5, count: 8 }]));
  await sent(priya);
  await seenBy(tom, id);
  must(await recordForPerson(tom.work, placeOf(id), personOf('ben').id, { judgement: 2, remark: '' }));
  await sent(tom);
  const hands = recordings(await seenBy(priya, id), area).find((row) => row.record.personId === null);
  if (!hands) throw new Error('There is no show of hands');
  await seenBy(ben, id);
  expect(await removeRecorded(ben.work, hands)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  must(await removeRecorded(priya.work, hands));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect(await shownOf(ben, id)).toEqual([
    { judgement: 2, count: 1, recordedAs: 'for-person', by: personOf('tom').id, remark: '' },
  ]);
  expect(await removeRecorded(priya.work, hands)).toMatchObject({ ok: false, error: { kind: 'wrong-phase' } });
});

test('what is recorded after the showing is added until a level is agreed, and can be recorded once', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  must(await showAnswers(priya.work, id, [area]));
  const carol = personOf('carol').id;
  must(await recordForPerson(priya.work, placeOf(id), carol, { judgement: 2, remark: '' }));
  must(await recordHands(priya.work, placeOf(id), [{ judgement: 3, count: 2 }]));
  await comesTo(priya, id, 'both are added', (view) => (view.opened.get(area) ?? []).length === 2);
  expect((await keyArea(ben, id))?.spread).toMatchObject({ answers: 3, counts: [0, 1, 2, 0, 0], recordedByOthers: 3 });
  expect(await recordForPerson(priya.work, placeOf(id), carol, { judgement: 1, remark: '' })).toEqual(answeredAlready);
  expect(await recordHands(priya.work, placeOf(id), [{ judgement: 1, count: 1 }])).toEqual(answeredAlready);
  must(await agree(priya.work, id, area, { level: 3, reason: 'Agreed' }));
  expect(
    await recordForPerson(priya.work, placeOf(id), personOf('ben').id, { judgement: 1, remark: '' }),
  ).toMatchObject({ ok: false, error: { kind: 'wrong-phase' } });
});

test('only facilitators record, only for people asked, and what others wrote as recorded counts for nothing', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  await seenBy(ben, id);
  const said = { judgement: 5, remark: '' } as const;
  expect(await recordForPerson(ben.work, placeOf(id), personOf('carol').id, said)).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  expect(await recordForPerson(priya.work, placeOf(id), personOf('vera').id, said)).toMatchObject({
    ok: false,
    error: { kind: 'not-allowed' },
  });
  must(await recordForPerson(priya.work, placeOf(id), personOf('carol').id, said));
  await sent(priya);
  // Ben copies what Priya recorded under another id.
  const real = (await seenBy(ben, id)).recorded[0]?.record;
  if (!real) throw new Error('Nothing is recorded');
  const copy = { ...real, recordingId: '0'.repeat(8) + real.recordingId.slice(8), personId: null };
  const key = keys.recorded(id, area, copy.recordingId);
  must(await council.byHand('ben').create('workings', encode('workings', copy, key)));
  expect((await seenBy(priya, id)).recorded).toHaveLength(1);
  must(await showAnswers(priya.work, id, [area]));
  expect((await keyArea(priya, id))?.spread?.answers).toBe(1);
});

test('an answer of one’s own is never refused because one was recorded', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  must(await recordForPerson(priya.work, placeOf(id), personOf('ben').id, { judgement: 1, remark: '' }));
  await sent(priya);
  await seenBy(ben, id);
  must(await saveAnswer(ben.work, { id }, area, answerOf(5)));
  expect(recordings(await seenBy(ben, id), area)).toEqual([]);
});
