// The pace keeps everyone together inside the allowance, slows down when told to or when nothing happens, and people who failed together apart.
import fc from 'fast-check';
import {
  backOff,
  freshPace,
  interval,
  isFullLook,
  type Pace,
  refilled,
  type Situation,
  scattered,
  slowedDown,
  spent,
  usualShare,
  waitForUnits,
  waitToLook,
  waitToSend,
  waitWhenTold,
} from '../../src/replica/pace';

const minute = 60_000;
const open = (people: number): Situation => ({ people, open: true });

test.each([
  [0, true, 1_000],
  [2, true, 1_000],
  [12, true, 1_000],
  [13, true, 1_040],
  [30, true, 2_400],
  [300, true, 24_000],
  [0, false, 15_000],
])('%i people, an assessment open: %s: every %i ms', (people, isOpen, expected) => {
  expect(interval({ people, open: isOpen }, usualShare)).toBe(expected);
});

/** Somebody who looks as the pace says, every tenth time at all six lists, and writes now and then: what they spend. */
function spentIn(minutes: number, people: number, writesEvery: number): { units: number; looks: number } {
  let pace = freshPace(0);
  let [now, units, looks, nextWrite] = [0, 0, 0, writesEvery];
  while (now < minutes * minute) {
    const looking = looks % 10 === 0 ? 6 : 1;
    const writing = now >= nextWrite ? 3 : 0;
    if (writing > 0) nextWrite += writesEvery;
    looks += 1;
    units += looking + writing;
    pace = { ...spent(pace, { looking, sending: writing }, open(people), usualShare), stirredAt: now };
    now += waitToLook(pace, open(people), usualShare, false);
    pace = refilled(pace, open(people), usualShare, now);
  }
  return { units, looks };
}

test('all together never use more than the share, looks at other lists and writing included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 1, max: 20, noNaN: true }), (people, rarely) => {
      const minutes = 20;
      // Writing itself takes half of the share at most: three units a change.
      const writesEvery = (rarely * 3 * minute * people * 2) / usualShare;
      // A quarter of a minute's units may be saved up, the first look is free, and the last calls are paid for afterwards.
      const allowed = (usualShare * (minutes + 0.25)) / people + 6 + (6 + 3);
      expect(spentIn(minutes, people, writesEvery).units).toBeLessThanOrEqual(allowed);
    }),
  );
});

test('two people look every second, and a hundred are never blind for more than a minute', () => {
  expect(spentIn(1, 2, minute).looks).toBeGreaterThanOrEqual(58);
  const broke = spent(freshPace(0), { looking: 0, sending: 10_000 }, open(100), usualShare);
  expect(waitToLook(broke, open(100), usualShare, false)).toBeLessThanOrEqual(minute);
});

test.each([
  [0, 1_000],
  [2, 1_000],
  [5, 2_500],
  [10, 5_000],
  [600, 15_000],
])('after %i minutes without any change the next look is in %i ms', (minutes, wait) => {
  const pace = refilled({ ...freshPace(0), looking: 50 }, open(2), usualShare, minutes * minute);
  expect(waitToLook(pace, open(2), usualShare, false)).toBe(wait);
});

test('where the service tells of changes, looking is a heartbeat, and a change is looked for at once', () => {
  const pace: Pace = { ...freshPace(0), looking: 10 };
  expect(waitToLook(pace, open(12), usualShare, true)).toBe(10_000);
  // All six lists of 300 people every four minutes: 450 units a minute.
  expect(waitToLook(pace, open(300), usualShare, true)).toBe(4 * minute);
  expect(waitForUnits(pace, open(12), usualShare)).toBe(0);
  expect(waitForUnits({ ...pace, looking: 0 }, open(12), usualShare)).toBe(1_200);
});

test('people who are told of a change together do not look in one instant, and together no faster than the smallest tenant allows', () => {
  const pace: Pace = { ...freshPace(0), looking: 10 };
  const latest = (people: number) => waitWhenTold(pace, open(people), usualShare, (below) => below - 1);
  expect(waitWhenTold(pace, open(300), usualShare, () => 0)).toBe(0);
  expect([0, 2, 12, 300].map(latest)).toEqual([47, 95, 575, 14_399]);
  // What cannot be paid for yet is waited for first: everybody's units come back at the same time too.
  const broke = { ...pace, looking: 0 };
  expect(waitWhenTold(broke, open(12), usualShare, () => 500)).toBe(1_700);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (people) => {
      expect(people * minute).toBeLessThanOrEqual(1_250 * (latest(people) + 1));
    }),
  );
});

test('being refused halves the pace from the moment named on, several refusals at once count once, and it grows back', () => {
  const once = slowedDown(freshPace(0), 20_000, open(12), usualShare, () => 0);
  expect(once).toMatchObject({ ease: 0.5, notBefore: 20_000 });
  expect(slowedDown(once, 20_000, open(12), usualShare, () => 0)).toEqual(once);
  expect(slowedDown(once, 30_000, open(12), usualShare, () => 0)).toMatchObject({ ease: 0.5, notBefore: 30_000 });
  expect(waitToLook(once, open(12), usualShare, false)).toBe(20_000);
  expect(waitToSend(once, 1)).toBe(20_000);
  const later = refilled(once, open(12), usualShare, 5 * minute);
  expect(later.ease).toBe(1);
  let often = once;
  for (const at of [100_000, 200_000, 300_000, 400_000])
    often = slowedDown({ ...often, at }, at + 1, open(12), usualShare, () => 0);
  expect(often.ease).toBe(1 / 8);
});

test('people who were refused together come back spread over the time that one look of everybody takes', () => {
  const backAt = (random: number) =>
    slowedDown(freshPace(0), 20_000, open(300), usualShare, (below) => Math.floor(random * below)).notBefore;
  expect(backAt(0)).toBe(20_000);
  expect(backAt(0.999)).toBeGreaterThan(60_000);
});

test('sending may take a batch at once, then what is left of the allowance beside the looking', () => {
  let pace = freshPace(0);
  expect(waitToSend(pace, 20)).toBe(0);
  pace = spent(pace, { looking: 0, sending: 60 }, open(2), usualShare);
  // Three units at 400 a minute.
  expect(waitToSend(pace, 1)).toBe(450);
  expect(waitToSend(refilled(pace, open(2), usualShare, 450), 1)).toBe(0);
  // 1,000 changes of three units each, in batches: seven and a half minutes at 400 units a minute.
  let [now, sent] = [0, 20];
  for (; sent < 1_000; sent += 20) {
    now += waitToSend(pace, 20);
    pace = refilled(pace, open(2), usualShare, now);
    expect(waitToSend(pace, 20)).toBe(0);
    pace = spent(pace, { looking: 0, sending: 60 }, open(2), usualShare);
  }
  expect(now / minute).toBeCloseTo((980 * 3) / 400, 1);
});

test('a clock that is set back gives nothing, and silences nobody', () => {
  const pace: Pace = { ...freshPace(1e9), notBefore: 1e9 + 30_000, looking: 1 };
  const back = refilled(pace, open(2), usualShare, 0);
  expect(back).toMatchObject({ at: 0, looking: 1, notBefore: 0 });
});

test('waiting grows to a minute, and chance spreads it over half of that', () => {
  const least = [1, 2, 3, 4, 5, 6, 50].map((failures) => backOff(failures, () => 0));
  expect(least).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(backOff(50, (below) => below - 1)).toBe(59_999);
});

test('all lists are looked at every tenth time, and within a minute where silence alone slows looking down', () => {
  const twelve = { people: 12, open: true };
  expect(isFullLook(9, 12_000, twelve, usualShare)).toBe(false);
  expect(isFullLook(10, 12_000, twelve, usualShare)).toBe(true);
  expect(isFullLook(4, 60_000, twelve, usualShare)).toBe(true);
  // Where the budget is what slows it, a minute would cost more than there is.
  expect(isFullLook(2, 120_000, { people: 300, open: true }, usualShare)).toBe(false);
});

test('nobody waits longer than a minute for units they owe; three hundred wait longer, and not all equally long', () => {
  const owing = { ...freshPace(0), looking: -12 };
  expect(waitForUnits(owing, { people: 100, open: true }, usualShare)).toBe(60_000);
  expect(waitForUnits(owing, { people: 300, open: true }, usualShare)).toBe(144_000);
  expect(scattered(59_000, () => 1_000)).toBe(59_000);
  expect(scattered(144_000, (below) => below - 1)).toBe(215_999);
});
