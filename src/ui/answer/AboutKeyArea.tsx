// What a key area is and why it matters: open at first, folded once read. This device remembers.
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeyArea } from '../../framework';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalXS} 0`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  heading: { margin: `${tokens.spacingVerticalM} 0 0`, fontSize: tokens.fontSizeBase300 },
  text: { margin: `${tokens.spacingVerticalXXS} 0 0`, maxWidth: '75ch' },
});

export interface AboutKeyAreaProps {
  readonly area: KeyArea;
  /** Whether I have answered: who has, has read it. */
  readonly answered: boolean;
}

/** Folds and unfolds like any other disclosure. What somebody chose by hand is remembered. */
export function AboutKeyArea({ area, answered }: AboutKeyAreaProps) {
  const styles = useStyles();
  const { replica } = useWorkplace();
  const { framework } = useSurroundings();
  const note = `about ${framework.id} ${framework.version} ${area.id}`;
  const read = useLive(() => replica.kept(note), [note]);
  // As it was on coming here: nothing may move while somebody chooses.
  const [answeredBefore] = useState(answered);
  if (read.kind !== 'ready') return null;
  const folded = read.value === null ? answeredBefore : read.value === 'folded';
  return (
    <details
      open={!folded}
      onToggle={(event) => {
        const open = event.currentTarget.open;
        if (open === folded) void replica.keep(note, open ? 'open' : 'folded');
      }}
    >
      <summary className={styles.summary}>{words.answer.about}</summary>
      <p className={styles.text}>{area.summary}</p>
      <h2 className={styles.heading}>{words.answer.whatItIs}</h2>
      <p className={styles.text}>{area.whatItIs}</p>
      <h2 className={styles.heading}>{words.answer.whyItIsImportant}</h2>
      <p className={styles.text}>{area.whyItIsImportant}</p>
    </details>
  );
}
