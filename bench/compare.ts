// Measures one piece of work against another on the same machine at the same time, so that the answer is a ratio and
// means something elsewhere too.

import type { Figure } from './figures';

/** How often the measured work takes the time of the baseline: the middle of all rounds, and the lowest and highest seen. */
interface Ratio {
  readonly middle: number;
  readonly lowest: number;
  readonly highest: number;
}

type Work = () => unknown;

/** Milliseconds for `times` runs, one after the other. */
async function duration(work: Work, times: number): Promise<number> {
  const since = performance.now();
  for (let time = 0; time < times; time += 1) await work();
  return performance.now() - since;
}

/** How many runs fill about `milliseconds`: short work must be repeated, or the clock's own grain is measured. */
async function timesFor(work: Work, milliseconds: number): Promise<number> {
  let times = 1;
  while ((await duration(work, times)) < milliseconds) times *= 2;
  return times;
}

/** Takes turns, baseline and work, so that a busy moment of the machine hits both; the first round only warms up. */
export async function compare(work: Work, baseline: Work, rounds = 15): Promise<Ratio> {
  const [often, oftenBase] = [await timesFor(work, 20), await timesFor(baseline, 20)];
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const base = (await duration(baseline, oftenBase)) / oftenBase;
    const measured = (await duration(work, often)) / often;
    if (round > 0) ratios.push(measured / base);
  }
  const sorted = ratios.sort((a, b) => a - b);
  const at = (place: number): number => sorted.at(place) ?? Number.NaN;
  return { middle: at(Math.floor(sorted.length / 2)), lowest: at(0), highest: at(-1) };
}

/** The ratio as a line of the table. */
export const figureOf = (what: string, { middle, lowest, highest }: Ratio): Figure => ({
  what,
  value: middle,
  unit: '×',
  detail: `from ${lowest.toFixed(1)} to ${highest.toFixed(1)}`,
});
