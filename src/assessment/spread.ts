// How answers compare: counts per level. Ordinal levels are never averaged; the median and the range are the most that is said.
import { type Level, levels } from '../framework';
import type { RevealedResponse } from './records';

export interface Spread {
  /** How many said each level, lowest first. */
  readonly counts: readonly [number, number, number, number, number];
  readonly cannotJudge: number;
  /** All answers, *cannot judge* included. */
  readonly answers: number;
  /** How many of them a facilitator recorded for others. */
  readonly recordedByOthers: number;
  /** The level or levels that most people said; empty when nobody judged. */
  readonly most: readonly Level[];
  /** Lowest and highest level said; null when nobody judged. */
  readonly range: { readonly from: Level; readonly to: Level } | null;
  /** The middle judgement; with an even number, the two in the middle. Null when nobody judged. */
  readonly median: { readonly low: Level; readonly high: Level } | null;
}

type Counted = Pick<RevealedResponse, 'judgement' | 'count' | 'recordedAs'>;

/** Counts answers. The order of the answers makes no difference. */
export function spreadOf(responses: readonly Counted[]): Spread {
  const tally = (matches: (response: Counted) => boolean): number =>
    responses.filter(matches).reduce((sum, response) => sum + response.count, 0);
  const said = (level: Level): number => tally((response) => response.judgement === level);
  const counts = [said(1), said(2), said(3), said(4), said(5)] as const;
  const judged = counts.reduce((sum, count) => sum + count, 0);
  const highest = Math.max(...counts);
  const present = levels.filter((level) => counts[level - 1] !== 0);
  const [from, to] = [present.at(0), present.at(-1)];
  return {
    counts,
    cannotJudge: tally((response) => response.judgement === 'cannot-judge'),
    answers: tally(() => true),
    recordedByOthers: tally((response) => response.recordedAs !== 'own'),
    most: judged === 0 ? [] : levels.filter((level) => counts[level - 1] === highest),
    range: from !== undefined && to !== undefined ? { from, to } : null,
    median:
      judged === 0
        ? null
        : { low: atPlace(counts, Math.ceil(judged / 2)), high: atPlace(counts, Math.floor(judged / 2) + 1) },
  };
}

/** The level of the answer at a place (1 is the lowest answer) when all are put in order. */
function atPlace(counts: Spread['counts'], place: number): Level {
  let passed = 0;
  for (const level of levels) {
    passed += counts[level - 1] ?? 0;
    if (passed >= place) return level;
  }
  return 5;
}
