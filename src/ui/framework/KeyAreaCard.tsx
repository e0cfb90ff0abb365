// One key area of the framework: its text, and its descriptors as one column of cards or, where there is room, five side by side.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { KeyArea } from '../../framework';
import { words } from '../../words';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  texts: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    '@media (min-width: 1000px)': {
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      columnGap: tokens.spacingHorizontalXXL,
    },
  },
  text: { margin: 0, maxWidth: '75ch' },
  small: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  levels: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (min-width: 1000px)': {
      gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
      gap: tokens.spacingHorizontalM,
    },
  },
  level: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  descriptor: { margin: `${tokens.spacingVerticalXS} 0 0` },
});

export interface KeyAreaCardProps {
  readonly area: KeyArea;
  /** Lowest first. */
  readonly levelNames: readonly string[];
}

/** A key area, word for word. */
export function KeyAreaCard({ area, levelNames }: KeyAreaCardProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.area} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {area.title}
      </h2>
      <div className={styles.texts}>
        <p className={styles.text}>{area.summary}</p>
        <div>
          <h3 className={styles.small}>{words.framework.whatItIs}</h3>
          <p className={styles.text}>{area.whatItIs}</p>
        </div>
        <div>
          <h3 className={styles.small}>{words.framework.whyItIsImportant}</h3>
          <p className={styles.text}>{area.whyItIsImportant}</p>
        </div>
      </div>
      {area.statements.map((row) => (
        <div key={row.id}>
          <h3 className={styles.small}>{row.heading}</h3>
          <ol className={styles.levels}>
            {row.descriptors.map((descriptor, index) => (
              <li key={levelNames[index]} className={styles.level}>
                <h4 className={styles.name}>{words.common.level(index + 1, levelNames[index] ?? '')}</h4>
                <p className={styles.descriptor}>{descriptor}</p>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
