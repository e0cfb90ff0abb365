// One frame of a browser works for all; the work passes on when that frame stops, is frozen, or loses its lock.
import { type Frames, whileHeld } from '../../src/replica/locks';
import { FakeEnvironment, fakeLines, fakeLocks, until } from './fakes';

const environment = new FakeEnvironment();
const surprises: unknown[] = [];

/** A frame of a browser, and whether it works. */
function frameOf(frames: Frames) {
  let working = 0;
  const stop = whileHeld(
    frames,
    'work',
    environment,
    () => {
      working += 1;
      return () => {
        working -= 1;
      };
    },
    (error) => surprises.push(error),
  );
  return { stop, works: () => working === 1, times: () => working };
}

/** Lets messages and locks pass round. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Lets so much time pass in steps, as timers do. */
async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    environment.advance(100);
    await turns();
  }
}

afterEach(() => expect(surprises.splice(0)).toEqual([]));

test('only one works, and the next one when it stops', async () => {
  const [locks, line] = [fakeLocks(), fakeLines()];
  const first = frameOf({ locks, line: line() });
  await until('the first works', first.works);
  const second = frameOf({ locks, line: line() });
  await pass(10_000);
  expect([first.works(), second.works()]).toEqual([true, false]);
  first.stop();
  await until('the second works', second.works);
  expect(first.times()).toBe(0);
  second.stop();
});

test('a frame that is frozen is taken over within two seconds, and waits its turn when it is back', async () => {
  const [locks, line] = [fakeLocks(), fakeLines()];
  let frozen = false;
  const first = frameOf({ locks, line: line(() => frozen) });
  await until('the first works', first.works);
  const second = frameOf({ locks, line: line() });
  const third = frameOf({ locks, line: line() });
  await pass(3_000);
  frozen = true;
  await pass(2_000);
  expect([second.times() + third.times(), first.times()]).toEqual([1, 0]);
  frozen = false;
  await pass(5_000);
  expect([first.times(), second.times() + third.times()]).toEqual([0, 1]);
  for (const frame of [second, third]) frame.stop();
  await until('the first works again', first.works);
  first.stop();
});

test('without a line between them frames only wait', async () => {
  const locks = fakeLocks();
  const first = frameOf({ locks, line: null });
  const second = frameOf({ locks, line: null });
  await pass(10_000);
  expect([first.works(), second.works()]).toEqual([true, false]);
  first.stop();
  await until('the second works', second.works);
  second.stop();
});

test('without Web Locks every frame works, and stops when told', async () => {
  const frames: Frames = { locks: null, line: null };
  const [first, second] = [frameOf(frames), frameOf(frames)];
  expect([first.works(), second.works()]).toEqual([true, true]);
  first.stop();
  expect(first.times()).toBe(0);
  second.stop();
});

test('a frame that gives up while it waits never works', async () => {
  const locks = fakeLocks();
  const first = frameOf({ locks, line: null });
  const second = frameOf({ locks, line: null });
  second.stop();
  first.stop();
  await turns();
  expect([first.times(), second.times()]).toEqual([0, 0]);
});
