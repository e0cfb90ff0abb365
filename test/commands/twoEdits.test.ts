/**
 * One person, two devices or two frames, one answer: whatever each of them typed is kept, merged where it differs, offered where it clashes.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { partsOf, type ResponseContent } from '../../src/assessment';
import { answerKey, readMyAnswer, saveAnswer } from '../../src/commands/answer';
import { must } from '../sharepoint/tenant';
import {
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  newProfile,
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

/** An assessment, and an answer of Ben's that both of his devices know. */
async function twoDevices() {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  const laptop = await council.arrive('ben', { profile: newProfile() });
  const first = await answered(laptop, id, area, answerOf(2, { remark: 'as it was' }));
  const phone = await council.arrive('ben', { profile: newProfile() });
  await seenBy(phone, id);
  return { id, laptop, phone, first };
}

async function save(device: Device, id: string, content: ResponseContent, from: ResponseContent): Promise<void> {
  must(await saveAnswer(device.work, { id }, area, content, partsOf(from)));
}

async function mine(device: Device, id: string): Promise<ResponseContent | null> {
  const { assessment } = await seenBy(device, id);
  const answer = await readMyAnswer(device.work, assessment, area);
  return answer.kind === 'answer' ? answer.content : null;
}

const stateOn = (device: Device, id: string) =>
  device.work.replica.saveState('workings', answerKey(device.work, id, area));

const twoVersions = (device: Device, id: string) =>
  until(
    device,
    'there are two versions',
    () => stateOn(device, id),
    (state) => state.kind === 'two-versions',
  );

test('a level chosen on one device and a remark typed on another, both offline, end in one answer', async () => {
  const { id, laptop, phone, first } = await twoDevices();
  laptop.network.online = false;
  await save(laptop, id, { ...first, judgement: 4 }, first);
  await save(phone, id, { ...first, remark: 'typed on the phone' }, first);
  await sent(phone);
  laptop.reconnect();
  await sent(laptop);
  const both = { ...first, judgement: 4, remark: 'typed on the phone' };
  expect(await mine(laptop, id)).toEqual(both);
  expect(await mine(phone, id)).toEqual(both);
});

test('the same remark typed differently on two devices stays twice until someone chooses, over a reload too', async () => {
  const { id, laptop, phone, first } = await twoDevices();
  laptop.network.online = false;
  await save(laptop, id, { ...first, judgement: 4, remark: 'typed on the laptop' }, first);
  await save(phone, id, { ...first, remark: 'typed on the phone' }, first);
  await sent(phone);
  laptop.reconnect();
  await twoVersions(laptop, id);
  laptop.close();
  await laptop.over();
  const again = await council.arrive('ben', { profile: laptop.profile ?? newProfile() });
  const state = await twoVersions(again, id);
  if (state.kind !== 'two-versions') throw new Error('there are two versions');
  expect((await mine(again, id))?.remark).toBe('typed on the laptop');
  await again.work.replica.choose('workings', answerKey(again.work, id, area), 'theirs');
  await sent(again);
  // What only one of them changed is kept either way.
  expect(await mine(phone, id)).toEqual({ ...first, judgement: 4, remark: 'typed on the phone' });
});

test('what another device saved while the form was open is not written over by saving the form', async () => {
  const { id, laptop, phone, first } = await twoDevices();
  await save(phone, id, { ...first, remark: 'typed on the phone' }, first);
  await sent(phone);
  await seenBy(laptop, id);
  await save(laptop, id, { ...first, judgement: 5 }, first);
  await sent(laptop);
  expect(await mine(phone, id)).toEqual({ ...first, judgement: 5, remark: 'typed on the phone' });
  await save(laptop, id, { ...first, remark: 'typed on the laptop' }, first);
  expect((await stateOn(laptop, id)).kind).toBe('two-versions');
  await laptop.work.replica.choose('workings', answerKey(laptop.work, id, area), 'mine');
  await sent(laptop);
  expect((await mine(phone, id))?.remark).toBe('typed on the laptop');
});

test('another level chosen on one device and moving on ticked on another is for the person to choose, not a third answer', async () => {
  const { id, laptop, phone, first } = await twoDevices();
  laptop.network.online = false;
  await save(laptop, id, { ...first, movingOn: true }, first);
  await save(phone, id, { ...first, judgement: 'cannot-judge' }, first);
  await sent(phone);
  laptop.reconnect();
  await twoVersions(laptop, id);
  await laptop.work.replica.choose('workings', answerKey(laptop.work, id, area), 'theirs');
  await sent(laptop);
  expect(await mine(phone, id)).toEqual({ ...first, judgement: 'cannot-judge' });
});

test('two frames of one browser typing into one answer keep each other’s parts', async () => {
  const { id, laptop, first } = await twoDevices();
  const frame = await council.arrive('ben', { profile: laptop.profile ?? newProfile() });
  await Promise.all([
    save(laptop, id, { ...first, judgement: 5 }, first),
    save(frame, id, { ...first, remark: 'in the other frame' }, first),
  ]);
  await sent(laptop);
  await sent(frame);
  expect(await mine(laptop, id)).toEqual({ ...first, judgement: 5, remark: 'in the other frame' });
});

test('first answers given on two devices without a network: what one left blank the other fills in', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  const laptop = await council.arrive('ben', { profile: newProfile() });
  const phone = await council.arrive('ben', { profile: newProfile() });
  for (const device of [laptop, phone]) {
    await seenBy(device, id);
    await device.work.keyring.mine();
    device.network.online = false;
  }
  must(await saveAnswer(laptop.work, { id }, area, answerOf(3)));
  must(await saveAnswer(phone.work, { id }, area, answerOf(3, { remark: 'typed on the phone' })));
  laptop.reconnect();
  await sent(laptop);
  phone.reconnect();
  await sent(phone);
  expect(await mine(laptop, id)).toMatchObject({ judgement: 3, remark: 'typed on the phone' });
});
