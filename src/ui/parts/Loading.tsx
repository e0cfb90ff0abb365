// Something is being read. After ten seconds it says that it is slow, and offers to try again: nothing spins for ever.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';

const slowAfter = 10_000;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  text: { margin: 0 },
  what: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  ring: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    borderRadius: '50%',
    border: `2px solid ${tokens.colorBrandStroke2}`,
    borderTopColor: tokens.colorBrandStroke1,
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.5s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: {} },
  },
});

export interface LoadingProps {
  /** What is being read, e.g. "Reading the assessment …". */
  readonly what?: string;
  /** Tries again; without it, the page is loaded anew. */
  readonly onRetry?: () => void;
}

/** A waiting state. */
export function Loading({ what, onRetry }: LoadingProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const [slow, setSlow] = useState(false);
  useEffect(() => environment.after(slowAfter, () => setSlow(true)), [environment]);
  return (
    <div className={styles.box} role="status">
      <span className={styles.what}>
        <span className={styles.ring} aria-hidden="true" />
        {what ?? words.common.loading}
      </span>
      {slow && (
        <>
          <p className={styles.text}>{words.common.slow}</p>
          <Button onClick={onRetry ?? (() => window.location.reload())}>{words.common.retry}</Button>
        </>
      )}
    </div>
  );
}
