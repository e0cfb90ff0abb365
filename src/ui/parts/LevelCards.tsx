// Five levels to choose from, each a labelled radio with its full descriptor.
import type { Framework, KeyArea, Level } from '../../framework';
import { ChoiceCards } from './ChoiceCards';
import { levelChoices } from './levelChoices';

export interface LevelCardsProps {
  readonly framework: Framework;
  readonly area: KeyArea;
  readonly legend: string;
  readonly value: Level | null;
  readonly onChange: (level: Level) => void;
  /** The id to go to from an error summary. */
  readonly id?: string;
  readonly fault?: string | undefined;
}

/** The levels of a key area as cards. */
export function LevelCards({ framework, area, ...choice }: LevelCardsProps) {
  return <ChoiceCards small choices={levelChoices(framework, area)} {...choice} />;
}
