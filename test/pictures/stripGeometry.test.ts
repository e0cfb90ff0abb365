// Where the marks of a level strip stand.
import fc from 'fast-check';
import { type Level, levels } from '../../src/framework';
import { journey, levelX, placeMarks } from '../../src/pictures/stripGeometry';

const level = fc.constantFrom<Level | null>(null, ...levels);
const marks = fc.record({ lastTime: level, now: level, target: level });

describe('the level strip', () => {
  it('stands the five levels evenly from left to right, symmetric about the middle', () => {
    expect(levels.map(levelX)).toEqual([10, 30, 50, 70, 90]);
  });

  it('draws each mark that is there once, at its level', () => {
    fc.assert(
      fc.property(marks, (given) => {
        const placed = placeMarks(given);
        expect(Object.fromEntries(placed.map((mark) => [mark.kind, mark.level]))).toEqual(
          Object.fromEntries(Object.entries(given).filter(([, at]) => at !== null)),
        );
        for (const mark of placed) expect(mark.x).toBe(levelX(mark.level));
      }),
    );
  });

  it('nests marks that share a level, so that none hides another', () => {
    const [diamond, ring, disc] = placeMarks({ lastTime: 3, now: 3, target: 3 });
    // A diamond's sides come nearer to the middle than its corners, by the square root of two.
    expect((diamond?.reach ?? 0) / Math.SQRT2).toBeGreaterThan((ring?.reach ?? 0) + 2);
    expect(ring?.reach).toBeGreaterThan((disc?.reach ?? 0) + 2);
    expect([diamond?.kind, ring?.kind, disc?.kind]).toEqual(['target', 'lastTime', 'now']);
  });

  it.each([
    [
      { lastTime: null, now: 2, target: 4 },
      { from: 30, to: 70 },
    ],
    [
      { lastTime: 1, now: 4, target: 3 },
      { from: 70, to: 50 },
    ],
    [{ lastTime: null, now: 3, target: 3 }, null],
    [{ lastTime: 2, now: null, target: 4 }, null],
    [{ lastTime: 2, now: 3, target: null }, null],
  ] as const)('shows the way from now to our target: %j gives %j', (given, expected) => {
    expect(journey(given)).toEqual(expected);
  });
});
