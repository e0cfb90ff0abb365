// A choice of one, each choice a card with its name and its full meaning. The card is the label of a native radio, so nothing
// interactive lies inside anything interactive. Nothing is chosen before somebody chooses.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
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
    overflowWrap: 'anywhere',
    // No background of its own: in Teams' high contrast theme that would need other text colours, too.
    ':hover': { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessibleHover}` },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // A thicker edge besides the filled radio: what is chosen is told by shape as well as by colour.
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}`,
    ':hover': { boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}` },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  radio: {
    width: '20px',
    height: '20px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandForeground1,
    outlineStyle: 'none',
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  meaning: { display: 'block' },
});

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  readonly meaning: string;
}

export interface ChoiceCardsProps<T> {
  readonly legend: string;
  readonly hint?: string;
  /** A legend of the size of a field's label. */
  readonly small?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** The id to go to from an error summary. */
  readonly id?: string;
  readonly fault?: string | undefined;
}

/** The cards in their fieldset. */
export function ChoiceCards<T extends string | number>(props: ChoiceCardsProps<T>) {
  const { choices, value, onChange, ...group } = props;
  const styles = useStyles();
  const name = useId();
  return (
    <Group {...group}>
      <div className={styles.cards}>
        {choices.map((choice) => (
          <label key={choice.value} className={mergeClasses(styles.card, value === choice.value && styles.chosen)}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <span className={styles.name}>{choice.name}</span>
              <span className={styles.meaning}>{choice.meaning}</span>
            </span>
          </label>
        ))}
      </div>
    </Group>
  );
}
