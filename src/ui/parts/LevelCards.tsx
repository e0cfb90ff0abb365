// Five levels to choose from, each a labelled radio with its full descriptor. Nothing is chosen before somebody chooses.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { descriptorOf, type Framework, type KeyArea, type Level, levelName, levels } from '../../framework';
import { Group } from './Group';

const useStyles = makeStyles({
  cards: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  card: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: { boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}`, border: `1px solid ${tokens.colorBrandStroke1}` },
  radio: { width: '20px', height: '20px', margin: 0, accentColor: tokens.colorBrandBackground, outlineStyle: 'none' },
  word: { fontWeight: tokens.fontWeightSemibold, display: 'block' },
  descriptor: { display: 'block', overflowWrap: 'anywhere' },
});

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

/** The cards in their fieldset. */
export function LevelCards({ framework, area, legend, value, onChange, id, fault }: LevelCardsProps) {
  const styles = useStyles();
  const name = useId();
  return (
    <Group small legend={legend} fault={fault} {...(id !== undefined && { id })}>
      <div className={styles.cards}>
        {levels.map((level) => (
          <label key={level} className={mergeClasses(styles.card, value === level && styles.chosen)}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={level}
              checked={value === level}
              onChange={() => onChange(level)}
            />
            <span>
              <span className={styles.word}>{levelName(framework, level)}</span>
              <span className={styles.descriptor}>{descriptorOf(area, level)}</span>
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}
