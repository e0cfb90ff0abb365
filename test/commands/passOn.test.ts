// Nobody who facilitates can open the answers: everybody's own device passes theirs on, absent ones stay hidden until they come back.
import { readMyAnswer } from '../../src/commands/answer';
import { askToPassOn, passedOn } from '../../src/commands/passOn';
import { showAnswers } from '../../src/commands/showAnswers';
import type { AssessmentView } from '../../src/commands/view';
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
  until,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const missing = { ok: false, error: { kind: 'key-missing' } };

/** Priya opens, named with Tom, and falls ill before his device could be handed anything. */
async function withoutPriya(): Promise<string> {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  priya.close();
  return id;
}

const passes = (device: Device, id: string) =>
  comesTo(
    device,
    id,
    'the answer is passed on',
    (view) =>
      view.sealed.filter(({ record }) => record.personId === device.work.person.id).length ===
      passedOn(mine(view, device), area),
  );
const mine = (view: AssessmentView, device: Device): AssessmentView => ({
  ...view,
  sealed: view.sealed.filter(({ record }) => record.personId === device.work.person.id),
});

const keyArea = async (device: Device, id: string) => (await seenBy(device, id)).summary.keyAreas[0];
const envelopeOf = async (id: string, slug: 'aisha' | 'ben') =>
  (await council.rows('workings')).find((row) => row.fields.Key === keys.response(id, area, personOf(slug).id))?.fields
    .Body;

test('those who are there pass their answer on, who was away is not opened yet, and is added when they come back', async () => {
  const id = await withoutPriya();
  const [tom, aisha, ben] = [await council.arrive('tom'), await council.arrive('aisha'), await council.arrive('ben')];
  await answered(aisha, id, area, answerOf(2, { remark: 'Quillfeather' }));
  await answered(ben, id, area, answerOf(4, { remark: 'Brackenmoor' }));
  ben.close();
  await seenBy(tom, id);
  expect(await showAnswers(tom.work, id, [area])).toEqual(missing);
  must(await askToPassOn(tom.work, id));
  await passes(aisha, id);
  expect(passedOn(await seenBy(tom, id), area)).toBe(1);
  expect(await allRows(council)).not.toMatch(/Quillfeather|Brackenmoor/);

  must(await showAnswers(tom.work, id, [area]));
  expect(await keyArea(aisha, id)).toMatchObject({ notOpened: 1, spread: { answers: 1 }, turnout: { answered: 2 } });
  expect((await seenBy(aisha, id)).responses.map((shown) => shown.remark)).toEqual(['Quillfeather']);

  const back = await council.arrive('ben');
  await passes(back, id);
  await comesTo(tom, id, 'the late answer is added', (view) => view.summary.keyAreas[0]?.notOpened === 0);
  expect(await keyArea(aisha, id)).toMatchObject({ notOpened: 0, spread: { answers: 2 } });
  const shown = (await council.rows('responses')).filter((row) => row.fields.AssessmentId === id);
  for (const row of shown) {
    expect([row.createdBy?.id, row.lastModifiedBy?.id]).toEqual([personOf('tom').id, personOf('tom').id]);
    expect(row.fields.PersonName).toBe('unnamed');
  }
});

test('whoever can open the answers makes no new key, and only facilitators may', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  const before = (await seenBy(priya, id)).assessment.publicKey;
  must(await askToPassOn(priya.work, id));
  expect((await seenBy(priya, id)).assessment.publicKey).toEqual(before);
  await seenBy(ben, id);
  expect(await askToPassOn(ben.work, id)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
});

test('nobody’s device passes anything on to a key that no facilitator made', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  const aisha = await council.arrive('aisha');
  await answered(aisha, id, area, answerOf(2));
  const sealed = await envelopeOf(id, 'aisha');
  const [theirs] = await (await council.arrive('ben')).work.keyring.mine();
  const forged = {
    kind: 'facilitators',
    assessmentId: id,
    serial: 2,
    facilitators: [personOf('priya'), personOf('tom')],
    publicKey: { id: theirs.id, key: theirs.publicKey },
  } as const;
  must(await council.byHand('ben').create('workings', encode('workings', forged, keys.facilitators(id, 2))));
  const { chain, assessment } = await seenBy(aisha, id);
  expect(chain.disbelieved).toHaveLength(1);
  expect(assessment.publicKey?.id).not.toBe(theirs.id);
  // What her device sees to by itself has run once more when something written after it is in SharePoint.
  await answered(aisha, id, area, { ...answerOf(3) });
  await sent(aisha);
  expect(await envelopeOf(id, 'aisha')).not.toEqual(sealed);
  expect(await envelopeOf(id, 'aisha')).not.toContain(theirs.id);
  must(await showAnswers(priya.work, id, [area]));
  expect((await keyArea(priya, id))?.spread?.answers).toBe(1);
});

test('an answer that its author cannot open here either is left alone, and counts as not opened', async () => {
  const id = await withoutPriya();
  await council.tenant.control('POST', '/settings', { appFolder: 'refused' });
  const [tom, lost] = [await council.arrive('tom'), await council.arrive('ben')];
  await answered(lost, id, area, answerOf(4));
  lost.close();
  const sealed = await envelopeOf(id, 'ben');
  const again = await council.arrive('ben');
  await seenBy(tom, id);
  must(await askToPassOn(tom.work, id));
  const { assessment } = await seenBy(again, id);
  expect(await readMyAnswer(again.work, assessment, area)).toEqual({ kind: 'sealed-elsewhere' });
  must(await showAnswers(tom.work, id, [area]));
  expect(await keyArea(again, id)).toMatchObject({ notOpened: 1, spread: { answers: 0 } });
  await sent(again);
  expect(await envelopeOf(id, 'ben')).toEqual(sealed);
  await council.tenant.control('POST', '/settings', { appFolder: 'works' });
});

test('two devices of one person that pass an answer on at once leave nobody a choice to make', async () => {
  const id = await withoutPriya();
  const [tom, laptop, phone] = [
    await council.arrive('tom'),
    await council.arrive('aisha'),
    await council.arrive('aisha'),
  ];
  const content = await answered(laptop, id, area, answerOf(2, { remark: 'Said once' }));
  await seenBy(phone, id);
  await seenBy(tom, id);
  must(await askToPassOn(tom.work, id));
  await Promise.all([seenBy(laptop, id), seenBy(phone, id)]);
  await Promise.all([passes(laptop, id), passes(phone, id)]);
  for (const device of [laptop, phone])
    expect(await readMyAnswer(device.work, (await seenBy(device, id)).assessment, area)).toEqual({
      kind: 'answer',
      content,
    });
  must(await showAnswers(tom.work, id, [area]));
  expect((await keyArea(tom, id))?.spread?.answers).toBe(1);
});

test('who fell ill and comes back with the old key can show too, old answers and new', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  const [tom, aisha, ben] = [await council.arrive('tom'), await council.arrive('aisha'), await council.arrive('ben')];
  await answered(ben, id, area, answerOf(4));
  ben.close();
  priya.close();
  await seenBy(tom, id);
  must(await askToPassOn(tom.work, id));
  await answered(aisha, id, area, answerOf(2));
  const back = await council.arrive('priya');
  // Tom's device hands the new key on; Ben never passed on, but Priya's old key still opens his answer.
  const { assessment } = await seenBy(tom, id);
  const handedOn = keys.assessmentKey(id, assessment.publicKey?.id ?? '', personOf('priya').id);
  await until(
    tom,
    'the new key is handed on',
    () => tom.work.replica.one('workings', handedOn),
    (row) => row !== null,
  );
  await sent(tom);
  await seenBy(back, id);
  must(await showAnswers(back.work, id, [area]));
  expect(await keyArea(back, id)).toMatchObject({ notOpened: 0, spread: { answers: 2 } });
});
