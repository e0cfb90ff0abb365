// Who may show and decide: facilitators along the chain, with the key handed on to them, and nobody who only says so.
import { agree } from '../../src/commands/agree';
import { saveAnswer } from '../../src/commands/answer';
import { closeAssessment } from '../../src/commands/finish';
import { changeFacilitators } from '../../src/commands/people';
import { showAnswers } from '../../src/commands/showAnswers';
import { encode } from '../../src/sharepoint/codecs';
import { keys } from '../../src/sharepoint/records';
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

const notAllowed = { ok: false, error: { kind: 'not-allowed', needs: 'facilitator' } };
const refusedAs = (kind: string) => ({ ok: false, error: { kind } });

/** Opens the product on the receiver's device while the giver's is open, until the receiver can show answers. */
async function handOver(giver: Device, receiver: Device, id: string): Promise<void> {
  const receives = receiver.work.person.id;
  await seenBy(receiver, id);
  await until(
    receiver,
    'others can hand the key to them',
    () => receiver.work.replica.one('workings', keys.personKey(receives)),
    (row) => row !== null,
  );
  await sent(receiver);
  await seenBy(giver, id);
  await until(
    giver,
    'the key is handed on',
    () => giver.work.replica.all('workings', id),
    (rows) => rows.some(({ record }) => record.kind === 'assessment-key' && record.personId === receives),
  );
  await sent(giver);
}

test('a deputy can show answers once they opened the product while somebody who can was there', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { facilitators: [personOf('priya'), personOf('carol')] });
  await answered(priya, id, area, answerOf(3));
  priya.close();
  const carol = await council.arrive('carol');
  await seenBy(carol, id);
  expect(await showAnswers(carol.work, id, [area])).toEqual(refusedAs('key-missing'));
  const again = await council.arrive('priya');
  await handOver(again, carol, id);
  again.close();
  must(await showAnswers(carol.work, id, [area]));
  expect((await seenBy(carol, id)).summary.keyAreas[0]?.spread?.answers).toBe(1);
});

test('waiting for a deputy who never comes costs no more than looking once', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { facilitators: [personOf('priya'), personOf('ben')] });
  for (const level of [1, 2, 3] as const) await answered(priya, id, area, answerOf(level));
  const asked = council.tenant
    .exchanges()
    .filter((exchange) => JSON.stringify(exchange.requestBody ?? '').includes(`person-key%3A${personOf('ben').id}`));
  expect(asked.length).toBeLessThanOrEqual(2);
});

test('whoever opens facilitates, named or not: only they hold the key', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya, { facilitators: [personOf('tom')] });
  expect((await seenBy(priya, id)).chain.facilitators.map((person) => person.id)).toEqual([
    personOf('priya').id,
    personOf('tom').id,
  ]);
});

test('after handing over, what was done stays and the new facilitator goes on', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await opened(priya);
  await answered(tom, id, area, answerOf(3));
  await answered(tom, id, otherArea, answerOf(4));
  await agreed(priya, id, area, 3);
  await handOver(priya, tom, id);
  must(await changeFacilitators(priya.work, id, [personOf('tom')]));
  await sent(priya);
  expect(await agree(priya.work, id, area, { level: 2, reason: 'No longer mine' })).toEqual(notAllowed);
  const view = await seenBy(tom, id);
  expect(view).toMatchObject({ role: 'facilitator', disbelieved: [], tampered: [] });
  expect(view.summary.keyAreas[0]).toMatchObject({ phase: 'agreed', now: { level: 3 }, spread: { answers: 1 } });
  await agreed(tom, id, otherArea, 4);
  expect((await seenBy(priya, id)).summary.keyAreas[1]).toMatchObject({ now: { level: 4 }, spread: { answers: 1 } });
});

test('at least one facilitator stays, and only facilitators hand over', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  expect(await changeFacilitators(priya.work, id, [])).toMatchObject(refusedAs('draft'));
  await seenBy(ben, id);
  expect(await changeFacilitators(ben.work, id, [personOf('ben')])).toEqual(notAllowed);
  expect(await showAnswers(ben.work, id, [area])).toEqual(notAllowed);
});

test('a forged link makes nobody a facilitator, and does not keep facilitators from handing over', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  const forged = {
    kind: 'facilitators',
    assessmentId: id,
    serial: 2,
    facilitators: [personOf('ben')],
    publicKey: null,
  } as const;
  const key = keys.facilitators(id, 2);
  must(await council.byHand('ben').create('workings', encode('workings', forged, key)));
  for (const device of [priya, ben]) {
    const { chain } = await seenBy(device, id);
    expect(chain.facilitators.map((person) => person.id)).toEqual([personOf('priya').id, personOf('tom').id]);
    expect(chain.disbelieved.map((change) => change.createdBy)).toEqual([personOf('ben').id]);
  }
  expect(await agree(ben.work, id, area, { level: 5, reason: 'Because' })).toEqual(notAllowed);
  must(await changeFacilitators(priya.work, id, [personOf('priya'), personOf('carol')]));
  await sent(priya);
  const { chain } = await seenBy(ben, id);
  expect(chain.facilitators.map((person) => person.id)).toEqual([personOf('priya').id, personOf('carol').id]);
  expect(chain.disbelieved).toEqual([]);
});

test('a phase forged by a member is not believed, stops nobody from answering, and is written over', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const key = keys.area(id, area);
  const state = { assessmentId: id, keyAreaId: area, phase: 'agreed', target: null, reason: '' } as const;
  const agreement = { level: 5, reason: 'Says Ben', at: '2026-11-22T10:00:00Z', by: personOf('priya') } as const;
  const forged = { kind: 'area', assessmentId: id, state: { ...state, agreement } } as const;
  await editByHand(council.byHand('ben'), 'workings', key, encode('workings', forged, key));
  const view = await seenBy(aisha, id);
  expect(view.disbelieved).toEqual([area]);
  expect(view.summary.keyAreas[0]).toMatchObject({ phase: 'collecting', now: null });
  must(await saveAnswer(aisha.work, view.assessment, area, answerOf(2)));
  await sent(aisha);
  await agreed(priya, id, area, 2);
  const after = await seenBy(aisha, id);
  expect(after.disbelieved).toEqual([]);
  expect(after.summary.keyAreas[0]).toMatchObject({ now: { level: 2 }, spread: { answers: 1 } });
});

test('an answer that a member wrote among the shown ones is not counted', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  await answered(aisha, id, area, answerOf(2));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  const forged = {
    ...answerOf(5),
    assessmentId: id,
    keyAreaId: area,
    person: null,
    recordedAs: 'own',
    recordedBy: null,
    count: 30,
  } as const;
  must(await council.byHand('ben').create('responses', encode('responses', forged, forged.responseId)));
  expect((await seenBy(aisha, id)).summary.keyAreas[0]?.spread).toMatchObject({ answers: 1, counts: [0, 1, 0, 0, 0] });
});

test('nobody can put a key of their own in the place of the one answers are hidden with', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const genuine = (await seenBy(priya, id)).assessment.publicKey;
  const [theirs] = await (await council.arrive('ben')).work.keyring.mine();
  const mallory = JSON.stringify({ id: genuine?.id, key: theirs.publicKey });
  await editByHand(council.byHand('ben'), 'assessments', id, { PublicKey: mallory });
  const content = await answered(aisha, id, area, answerOf(3));
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(priya, id)).responses.map((shown) => shown.responseId)).toEqual([content.responseId]);
});

test('a closed assessment accepts nothing, and nothing is left that opens its answers', async () => {
  const [priya, tom, aisha] = [
    await council.arrive('priya'),
    await council.arrive('tom'),
    await council.arrive('aisha'),
  ];
  const id = await opened(priya);
  await handOver(priya, tom, id);
  await answered(aisha, id, area, answerOf(3));
  await answered(aisha, id, otherArea, answerOf(3));
  await agreed(priya, id, area, 3);
  // Tom's device closes; what opens the answers for him may not have come to it yet.
  must(await closeAssessment(tom.work, id));
  await sent(tom);
  await seenBy(priya, id);
  const kinds = (await council.rows('workings'))
    .filter((row) => row.fields.AssessmentId === id)
    .map((row) => row.fields.Kind);
  expect(kinds).toContain('response');
  expect(kinds).not.toContain('assessment-key');
  const { assessment } = await seenBy(aisha, id);
  const refused = { ok: false, error: { kind: 'wrong-phase', phase: 'closed' } };
  expect(await saveAnswer(aisha.work, assessment, otherArea, answerOf(1))).toMatchObject(refusedAs('wrong-phase'));
  expect(await agree(priya.work, id, area, { level: 4, reason: 'After all' })).toEqual(refused);
  expect(await showAnswers(priya.work, id, [otherArea])).toEqual(refused);
  expect(await changeFacilitators(priya.work, id, [personOf('tom')])).toEqual(refused);
  expect((await seenBy(priya, id)).summary.keyAreas[0]).toMatchObject({ now: { level: 3 } });
});
