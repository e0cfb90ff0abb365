// Starting, and starting again: the latest attempt counts, whatever becomes of the ones before.
import { useCallback, useEffect, useRef, useState } from 'react';
import { backOff } from '../../replica/pace';
import type { Begin, Fault, Start } from './begin';
import { useSurroundings } from './contexts';

export interface Starting {
  readonly now: Begin | { readonly kind: 'starting' } | { readonly kind: 'broken'; readonly error: unknown };
  /** Tries again. `ask` must come from a click. */
  readonly again: (how: 'silent' | 'ask') => void;
  /** Goes on with another way in, such as a chosen place. */
  readonly follow: (begin: Promise<Begin>) => void;
}

/** Starts once, silently, and offers to start again. What passes by itself is tried again by itself. */
export function useStart(start: Start): Starting {
  const [now, setNow] = useState<Starting['now']>({ kind: 'starting' });
  const attempt = useRef(0);
  const heed = useCallback((begin: Promise<Begin>) => {
    attempt.current += 1;
    const mine = attempt.current;
    const settle = (outcome: Starting['now']) => {
      if (attempt.current === mine) setNow(outcome);
    };
    begin.then(settle, (error: unknown) => settle({ kind: 'broken', error }));
  }, []);
  const follow = useCallback(
    (begin: Promise<Begin>) => {
      setNow({ kind: 'starting' });
      heed(begin);
    },
    [heed],
  );
  const again = useCallback((how: 'silent' | 'ask') => follow(start(how)), [follow, start]);
  useEffect(() => again('silent'), [again]);
  // What is shown stays until something better is known: nobody reading it is disturbed by a try that fails.
  const quietly = useCallback(() => heed(start('silent')), [heed, start]);
  useGoingOn(now, quietly);
  return { now, again, follow };
}

/** Starts again once the network is back or the service has time; and from time to time, for nobody tells of either for sure. */
function useGoingOn(now: Starting['now'], start: () => void): void {
  const { environment } = useSurroundings();
  const failures = useRef(0);
  useEffect(() => {
    if (now.kind !== 'fault' || !passes(now.fault)) {
      failures.current = 0;
      return;
    }
    failures.current += 1;
    const wait = now.fault.kind === 'throttled' ? Date.parse(now.fault.until) - environment.now().getTime() : 0;
    const ifSeen = () => {
      if (environment.visible()) start();
    };
    const cancel = environment.after(Math.max(0, wait) + backOff(failures.current, environment.randomBelow), ifSeen);
    const stop = now.fault.kind === 'throttled' ? () => undefined : environment.onChange(ifSeen);
    return () => {
      cancel();
      stop();
    };
  }, [now, environment, start]);
}

const passes = (fault: Fault): boolean => fault.kind === 'offline' || fault.kind === 'throttled';
