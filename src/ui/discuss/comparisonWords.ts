// What the comparison says in words: most said, the range, who cannot judge. Never an average. Pure.
import type { Spread } from '../../assessment';
import type { Level } from '../../framework';
import { words } from '../../words';

const said = words.discuss.compare;

/** Sentences, most telling first. `word` gives a level's word. */
export function comparisonWords(spread: Spread, word: (level: Level) => string): readonly string[] {
  if (spread.answers === 0) return [said.none];
  const judged = spread.answers - spread.cannotJudge;
  return [
    ...mostWords(spread, judged, word),
    ...(spread.range && spread.range.from !== spread.range.to
      ? [said.range(word(spread.range.from), word(spread.range.to))]
      : []),
    ...(spread.cannotJudge > 0 ? [said.cannotJudge(spread.cannotJudge)] : []),
    ...(spread.recordedByOthers > 0 ? [said.recorded(spread.recordedByOthers)] : []),
  ];
}

function mostWords(spread: Spread, judged: number, word: (level: Level) => string): readonly string[] {
  const [first] = spread.most;
  if (first === undefined) return [said.nobodyJudged];
  const count = spread.counts[first - 1] ?? 0;
  if (count === judged && judged > 1) return [said.everyone(word(first))];
  return [said.most(spread.most.map(word), count, judged)];
}

/** The middle answer, in words; null where nobody chose a level. */
export const medianWords = (spread: Spread, word: (level: Level) => string): string | null =>
  spread.median && said.median(word(spread.median.low), word(spread.median.high));
