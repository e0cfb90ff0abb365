// Running the connection check, and running it again.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Home } from '../../assessment';
import { checkConnection } from '../../connection/check';
import type { CheckReport, LinkReport } from '../../connection/report';
import { useSurroundings, useWorkplaceIfAny } from '../app/contexts';
import { readTabPlace } from '../setup/tabAddress';

export interface Checking {
  /** As far as the check has come; all links, in their order. */
  readonly links: readonly LinkReport[];
  /** What came of it; null while it runs. */
  readonly report: CheckReport | null;
  /** The channel that is worked on, where one was chosen or is known. */
  readonly home: Home | null;
  readonly again: () => void;
}

type State = Pick<Checking, 'links' | 'report'>;

/** Checks once, and again when told to. A newer run silences an older one. */
export function useCheck(): Checking {
  const { host, graph } = useSurroundings();
  const chosen = useMemo(() => readTabPlace(window.location.href), []);
  const home = useWorkplaceIfAny()?.home ?? chosen;
  const [state, setState] = useState<State>({ links: [], report: null });
  const attempt = useRef(0);
  const again = useCallback(() => {
    attempt.current += 1;
    const mine = attempt.current;
    const show = (next: State) => {
      if (attempt.current === mine) setState(next);
    };
    show({ links: [], report: null });
    checkConnection({ host, graph, home }, (links) => show({ links, report: null })).then(
      (report) => show({ links: report.links, report }),
      (error: unknown) =>
        // Thrown while rendering, so that the page's own error boundary shows it.
        setState(() => {
          throw error;
        }),
    );
  }, [host, graph, home]);
  useEffect(() => {
    again();
    return () => {
      attempt.current += 1;
    };
  }, [again]);
  return { ...state, home, again };
}
