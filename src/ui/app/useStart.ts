// Starting, and starting again: the latest attempt counts, whatever becomes of the ones before.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Begin, Start } from './begin';

export interface Starting {
  readonly now: Begin | { readonly kind: 'starting' } | { readonly kind: 'broken'; readonly error: unknown };
  /** Tries again. `ask` must come from a click. */
  readonly again: (how: 'silent' | 'ask') => void;
  /** Goes on with another way in, such as a chosen place. */
  readonly follow: (begin: Promise<Begin>) => void;
}

/** Starts once, silently, and offers to start again. */
export function useStart(start: Start): Starting {
  const [now, setNow] = useState<Starting['now']>({ kind: 'starting' });
  const attempt = useRef(0);
  const follow = useCallback((begin: Promise<Begin>) => {
    attempt.current += 1;
    const mine = attempt.current;
    const settle = (outcome: Starting['now']) => {
      if (attempt.current === mine) setNow(outcome);
    };
    setNow({ kind: 'starting' });
    begin.then(settle, (error: unknown) => settle({ kind: 'broken', error }));
  }, []);
  const again = useCallback((how: 'silent' | 'ask') => follow(start(how)), [follow, start]);
  useEffect(() => again('silent'), [again]);
  return { now, again, follow };
}
