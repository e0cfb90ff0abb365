// Earlier assessments of this channel whose agreed levels can be brought forward.
import { useCallback, useEffect, useState } from 'react';
import type { Assessment, EarlierResult } from '../../assessment';
import { readPrevious } from '../../commands/history';
import type { GraphFault } from '../../graph/faults';
import { useWorkplace } from '../app/contexts';

export interface PreviousAssessment {
  readonly assessment: Assessment;
  readonly earlier: readonly EarlierResult[];
}

export interface Previous {
  /** Null while they are being read, or where that failed. */
  readonly found: readonly PreviousAssessment[] | null;
  readonly fault: GraphFault | null;
  readonly retry: () => void;
}

/** Reads them once; a failed read is told apart from there being none. */
export function usePrevious(): Previous {
  const work = useWorkplace();
  const [state, setState] = useState<Pick<Previous, 'found' | 'fault'>>({ found: null, fault: null });
  const read = useCallback(
    () =>
      readPrevious(work).then(
        (result) => setState(result.ok ? { found: result.value, fault: null } : { found: null, fault: result.error }),
        (error: unknown) =>
          setState({
            found: null,
            fault: { kind: 'unexpected', status: 0, message: String(error), requestId: null },
          }),
      ),
    [work],
  );
  useEffect(() => void read(), [read]);
  return {
    ...state,
    retry: () => {
      setState({ found: null, fault: null });
      void read();
    },
  };
}

/** The results of the chosen earlier assessment; none while it is not known. */
export const chosenResults = (
  found: readonly PreviousAssessment[] | null,
  previousId: string | null,
): readonly EarlierResult[] => found?.find(({ assessment }) => assessment.id === previousId)?.earlier ?? [];
