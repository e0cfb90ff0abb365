// The pace keeps everyone together inside the allowance, and people who failed together apart.
import fc from 'fast-check';
import { backOff, interval } from '../../src/replica/pace';

test.each([
  [0, true, 1_000],
  [2, true, 1_000],
  [12, true, 1_000],
  [13, true, 1_040],
  [30, true, 2_400],
  [300, true, 24_000],
  [0, false, 15_000],
])('%i people, an assessment open: %s: every %i ms', (people, open, expected) => {
  expect(interval({ people, open })).toBe(expected);
});

test('all together never look more often than the share allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), (people) => {
      expect(people * 60_000).toBeLessThanOrEqual(750 * interval({ people, open: true }));
    }),
  );
});

test('waiting grows to a minute, and chance spreads it over half of that', () => {
  const least = [1, 2, 3, 4, 5, 6, 50].map((failures) => backOff(failures, () => 0));
  expect(least).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(backOff(50, (below) => below - 1)).toBe(59_999);
});
