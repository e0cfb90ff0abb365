// My own answer: on another device, where it is kept, and what becomes of it when somebody else changes or forges its row.
import * as z from 'zod';
import { keyKeptWhere, readMyAnswer, saveAnswer } from '../../src/commands/answer';
import { showAnswers } from '../../src/commands/showAnswers';
import { encode } from '../../src/sharepoint/codecs';
import { keys } from '../../src/sharepoint/records';
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
  otherArea,
  seenBy,
  sent,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const mine = async (device: Device, id: string) =>
  readMyAnswer(device.work, (await seenBy(device, id)).assessment, area);
const turnout = async (device: Device, id: string) => (await seenBy(device, id)).summary.keyAreas[0]?.turnout.answered;

test('the author opens and changes their answer on a second device', async () => {
  const [priya, laptop] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  expect(await mine(laptop, id)).toEqual({ kind: 'none' });
  const content = await answered(laptop, id, area, answerOf(3, { remark: 'From the laptop' }));
  expect(await keyKeptWhere(laptop.work)).toBe('one-drive');
  const phone = await council.arrive('aisha');
  expect(await mine(phone, id)).toEqual({ kind: 'answer', content });
  const changed = await answered(phone, id, area, { ...content, judgement: 4, remark: 'From the phone' });
  expect(await mine(laptop, id)).toEqual({ kind: 'answer', content: changed });
  expect(await turnout(priya, id)).toBe(1);
});

test('where OneDrive refuses, the answer can be opened in this browser only, says so, and is shown like any other', async () => {
  await council.tenant.control('POST', '/settings', { appFolder: 'refused' });
  const profile = newProfile();
  const [priya, laptop] = [await council.arrive('priya'), await council.arrive('ben', { profile })];
  const id = await opened(priya);
  const content = await answered(laptop, id, area, answerOf(2, { remark: 'Only here' }));
  expect(await keyKeptWhere(laptop.work)).toBe('this-browser');
  const phone = await council.arrive('ben');
  expect(await mine(phone, id)).toEqual({ kind: 'sealed-elsewhere' });
  laptop.close();
  const again = await council.arrive('ben', { profile });
  expect(await mine(again, id)).toEqual({ kind: 'answer', content });
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(again, id)).responses.map((shown) => shown.remark)).toEqual(['Only here']);
  await council.tenant.control('POST', '/settings', { appFolder: 'works' });
});

test('where a browser forgets everything, OneDrive still has what opens the answer', async () => {
  const profile = newProfile();
  const [priya, laptop] = [await council.arrive('priya'), await council.arrive('aisha', { profile })];
  const id = await opened(priya);
  const content = await answered(laptop, id, area, answerOf(3, { remark: 'Before it was cleared' }));
  await laptop.work.replica.removeFromDevice();
  laptop.close();
  const again = await council.arrive('aisha', { profile: newProfile() });
  expect(await mine(again, id)).toEqual({ kind: 'answer', content });
});

test('where a browser forgets everything and OneDrive is refused, the answer counts all the same, and a new one takes its place', async () => {
  await council.tenant.control('POST', '/settings', { appFolder: 'refused' });
  const [priya, laptop] = [await council.arrive('priya'), await council.arrive('carol', { profile: newProfile() })];
  const id = await opened(priya);
  await answered(laptop, id, area, answerOf(2, { remark: 'Lost to its author' }));
  await laptop.work.replica.removeFromDevice();
  laptop.close();
  const again = await council.arrive('carol', { profile: newProfile() });
  expect(await mine(again, id)).toEqual({ kind: 'sealed-elsewhere' });
  expect(await turnout(priya, id)).toBe(1);
  await answered(again, id, area, answerOf(4, { remark: 'Given anew' }));
  expect(await turnout(priya, id)).toBe(1);
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(again, id)).responses.map((shown) => shown.remark)).toEqual(['Given anew']);
  await council.tenant.control('POST', '/settings', { appFolder: 'works' });
});

test('a OneDrive that does not answer holds nobody up, and what it has joins later', async () => {
  const [priya, phone] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  const before = await answered(phone, id, area, answerOf(3));
  phone.close();
  const laptop = await council.arrive('ben');
  let answer: () => void = () => undefined;
  const answering = new Promise<void>((resolve) => {
    answer = resolve;
  });
  laptop.network.hold = ({ path, body }) => (`${path} ${body}`.includes('approot') ? answering : Promise.resolve());
  const { assessment } = await seenBy(laptop, id);
  // Both come back although OneDrive has not.
  expect(await readMyAnswer(laptop.work, assessment, area)).toEqual({ kind: 'sealed-elsewhere' });
  must(await saveAnswer(laptop.work, assessment, otherArea, answerOf(4)));
  await sent(laptop);
  answer();
  for (let looks = 0; looks < 100 && (await mine(laptop, id)).kind !== 'answer'; looks += 1) await seenBy(laptop, id);
  expect(await readMyAnswer(laptop.work, assessment, area)).toEqual({ kind: 'answer', content: before });
  expect(await keyKeptWhere(laptop.work)).toBe('one-drive');
  const third = await council.arrive('ben');
  await seenBy(third, id);
  expect((await readMyAnswer(third.work, assessment, otherArea)).kind).toBe('answer');
});

test('what a newer version keeps in OneDrive is not written over', async () => {
  const path = '/me/drive/special/approot:/showing-leadership-keys.json:/content';
  const file = { path, scopes: ['Files.ReadWrite.AppFolder'] };
  const carols = council.tenant.graphAs('carol');
  const newer = { version: 2, somethingElse: true };
  must(await carols.send({ method: 'PUT', ...file, body: JSON.stringify(newer) }, z.unknown()));
  const [priya, carol] = [await council.arrive('priya'), await council.arrive('carol')];
  const id = await opened(priya);
  await answered(carol, id, area, answerOf(2));
  expect(await keyKeptWhere(carol.work)).toBe('this-browser');
  expect(must(await carols.send({ method: 'GET', ...file }, z.unknown()))).toEqual(newer);
});

test('an answer that somebody else changed does not count until its author gives it again', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const content = await answered(aisha, id, area, answerOf(3));
  const key = keys.response(id, area, aisha.work.person.id);
  await editByHand(council.byHand('ben'), 'workings', key, { Title: 'Mended a typo' });
  const view = await seenBy(priya, id);
  expect(view.tampered).toEqual([{ personId: aisha.work.person.id, keyAreaId: area }]);
  expect(view.summary.keyAreas[0]?.turnout.answered).toBe(0);
  expect(await mine(aisha, id)).toEqual({ kind: 'changed-by-other' });
  await answered(aisha, id, area, content);
  expect(await mine(aisha, id)).toEqual({ kind: 'answer', content });
  expect((await seenBy(priya, id)).tampered).toEqual([]);
  expect(await turnout(priya, id)).toBe(1);
});

test('an answer forged before its author came is no answer, and does not keep the author from answering', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  await answered(aisha, id, area, answerOf(3));
  const hers = (await council.rows('workings')).find(
    (row) => row.fields.Key === keys.response(id, area, aisha.work.person.id),
  );
  // Ben copies what Aisha gave, under Carol's name.
  const carols = keys.response(id, area, personOf('carol').id);
  const body = String(hers?.fields.Body).replaceAll(aisha.work.person.id, personOf('carol').id);
  const forged = { AssessmentId: id, Kind: 'response', Key: carols, PersonId: personOf('carol').id, Body: body };
  must(await council.byHand('ben').create('workings', forged));
  expect((await seenBy(priya, id)).tampered).toEqual([{ personId: personOf('carol').id, keyAreaId: area }]);
  const carol = await council.arrive('carol');
  expect(await mine(carol, id)).toEqual({ kind: 'none' });
  const content = await answered(carol, id, area, answerOf(5));
  expect(await mine(carol, id)).toEqual({ kind: 'answer', content });
  const view = await seenBy(priya, id);
  expect(view.tampered).toEqual([]);
  expect(view.summary.keyAreas[0]?.turnout.answered).toBe(2);
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(priya, id)).responses.map((shown) => shown.judgement).sort()).toEqual([3, 5]);
});

test('nobody has more than one answer, however many rows they write by hand', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const id = await opened(priya);
  await answered(ben, id, area, answerOf(1));
  const usual = keys.response(id, area, ben.work.person.id);
  const row = must(await council.byHand('ben').byKey('workings', usual));
  const { record } = (await ben.work.replica.one('workings', usual)) ?? {};
  if (!row || !record) throw new Error('Ben has not answered');
  for (const key of [`${usual}:2`, `${usual}:3`, `response:${id}:anything`])
    must(await council.byHand('ben').create('workings', encode('workings', record, key)));
  expect((await seenBy(priya, id)).sealed).toHaveLength(1);
  must(await showAnswers(priya.work, id, [area]));
  expect((await seenBy(priya, id)).summary.keyAreas[0]?.spread?.answers).toBe(1);
});

test('what is typed without a connection is kept, and sent when there is one', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const { assessment } = await seenBy(aisha, id);
  aisha.network.online = false;
  const content = answerOf(4, { remark: 'On the train' });
  must(await saveAnswer(aisha.work, assessment, area, content));
  expect(await readMyAnswer(aisha.work, assessment, area)).toEqual({ kind: 'answer', content });
  expect(await turnout(priya, id)).toBe(0);
  aisha.reconnect();
  await sent(aisha);
  expect(await turnout(priya, id)).toBe(1);
});

test('an answer that SharePoint refused is kept here, and does not count as given', async () => {
  const [priya, vera] = [await council.arrive('priya'), await council.arrive('vera')];
  const id = await opened(priya, { participants: askedOf('priya', 'vera') });
  const { assessment } = await seenBy(vera, id);
  const content = answerOf(2);
  must(await saveAnswer(vera.work, assessment, area, content));
  await expect(
    vera.work.replica.confirmed('workings', keys.response(id, area, vera.work.person.id)),
  ).resolves.toMatchObject({
    ok: false,
    error: { kind: 'no-access' },
  });
  expect(await mine(vera, id)).toEqual({ kind: 'answer', content });
  expect(await turnout(vera, id)).toBe(0);
});
