// How answers compare: the picture, the same in words, and last time.
import type { KeyAreaSummary, RevealedResponse } from '../../assessment';
import { type Level, levelName } from '../../framework';
import { SpreadPicture } from '../../pictures';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Section } from '../parts/Section';
import { comparisonWords, medianWords } from './comparisonWords';

const said = words.discuss.compare;

export interface ComparisonProps {
  readonly area: KeyAreaSummary;
  readonly responses: readonly RevealedResponse[];
}

/** The section. */
export function Comparison({ area, responses }: ComparisonProps) {
  const { framework } = useWorkplace();
  const { spread, lastTime, notOpened } = area;
  if (!spread) return null;
  const word = (level: Level) => levelName(framework, level);
  const median = medianWords(spread, word);
  return (
    <Section heading={said.heading}>
      {spread.answers > 0 && <SpreadPicture levels={framework.levels} answers={responses} />}
      <span>{comparisonWords(spread, word).join(' ')}</span>
      {notOpened > 0 && <span>{area.phase === 'agreed' ? said.leftOut(notOpened) : said.notOpened(notOpened)}</span>}
      {median !== null && (
        <details>
          <summary>{said.more}</summary>
          <span>{median}</span>
        </details>
      )}
      {lastTime && <span>{said.lastTime(lastTime.word, lastTime.date, lastTime.source)}</span>}
    </Section>
  );
}
