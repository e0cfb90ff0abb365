// Where the dots and bars of *how answers compare* stand.
import fc from 'fast-check';
import type { Judgement } from '../../src/assessment';
import { levels } from '../../src/framework';
import {
  barHeight,
  barOf,
  columnsOf,
  columnWidth,
  dotRadius,
  dotsOf,
  drawingHeight,
  fitsDots,
  mostDots,
} from '../../src/pictures/spreadGeometry';

const answer = fc.record({
  judgement: fc.constantFrom<Judgement>(...levels, 'cannot-judge'),
  count: fc.integer({ min: 1, max: 12 }),
  recordedAs: fc.constantFrom('own', 'for-person', 'show-of-hands'),
});

describe('how answers compare', () => {
  it('draws every answer exactly once, for any answers at all', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 300 }), (answers) => {
        const columns = columnsOf(answers);
        const asked = answers.reduce((sum, { count }) => sum + count, 0);
        expect(columns.reduce((sum, { own, recorded }) => sum + own + recorded, 0)).toBe(asked);
        expect(columns.flatMap(dotsOf)).toHaveLength(asked);
      }),
    );
  });

  it('keeps dots inside their column and apart from one another', () => {
    for (let own = 0; own <= mostDots; own += 1) {
      const dots = dotsOf({ judgement: 2, own, recorded: mostDots - own });
      const height = drawingHeight([{ judgement: 2, own: mostDots, recorded: 0 }]);
      expect(dots.filter((dot) => dot.recorded)).toHaveLength(mostDots - own);
      for (const [index, dot] of dots.entries()) {
        expect(dot.x - dotRadius).toBeGreaterThanOrEqual(0);
        expect(dot.x + dotRadius).toBeLessThanOrEqual(columnWidth);
        expect(dot.y + dotRadius).toBeLessThanOrEqual(height);
        for (const other of dots.slice(index + 1))
          expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(dotRadius * 2);
      }
    }
  });

  it('turns to bars when one column has more answers than an eye can count', () => {
    const said = (count: number) => columnsOf([{ judgement: 3, count, recordedAs: 'own' }]);
    expect(fitsDots(said(mostDots))).toBe(true);
    expect(fitsDots(said(mostDots + 1))).toBe(false);
  });

  it('gives the fullest bar the whole height and a single answer among hundreds one that can be seen', () => {
    const columns = columnsOf([
      { judgement: 3, count: 200, recordedAs: 'own' },
      { judgement: 3, count: 100, recordedAs: 'show-of-hands' },
      { judgement: 5, count: 1, recordedAs: 'own' },
    ]);
    const heights = columns.map((column) => barOf(column, columns).reduce((sum, part) => sum + part.height, 0));
    expect(heights[2]).toBeCloseTo(barHeight);
    expect(heights[4]).toBe(2);
    expect(heights[0]).toBe(0);
    expect(barOf({ judgement: 3, own: 200, recorded: 100 }, columns)).toEqual([
      { y: 0, height: (barHeight * 2) / 3, recorded: false },
      { y: (barHeight * 2) / 3, height: barHeight / 3, recorded: true },
    ]);
  });
});
