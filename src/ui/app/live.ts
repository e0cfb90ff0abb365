// Live answers from the replica: a screen shows what it holds now and follows every change.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isFacilitatorsWork } from '../../assessment';
import { type AssessmentView, readView } from '../../commands/view';
import type { Workplace } from '../../commands/workplace';
import type { GraphFault } from '../../graph/faults';
import type { SaveState, Standing } from '../../replica/replica';
import type { ListName } from '../../sharepoint/records';
import { useWorkplace } from './contexts';

export type Live<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown };

const loading = { kind: 'loading' } as const;

/** Follows a query of the replica. `deps` are the ids the query depends on; a change of them starts it anew. */
export function useLive<T>(query: (work: Workplace) => Promise<T>, deps: readonly (string | number | null)[]): Live<T> {
  const work = useWorkplace();
  const key = JSON.stringify(deps);
  const [state, setState] = useState<{ key: string; live: Live<T> }>({ key, live: loading });
  const latest = useRef(query);
  useLayoutEffect(() => {
    latest.current = query;
  });
  useEffect(() => {
    const follow = () =>
      work.replica.watch(
        () => latest.current(work),
        (value) => setState({ key, live: { kind: 'ready', value } }),
        (error) => setState({ key, live: { kind: 'failed', error } }),
      );
    let stop = follow();
    const stopLearning = work.ownRows.onLearnt(() => {
      stop();
      stop = follow();
    });
    return () => {
      stopLearning();
      stop();
    };
  }, [work, key]);
  return state.key === key ? state.live : loading;
}

/** An assessment as it can be met: here, being fetched, not there at all, or out of reach. */
export type LiveView =
  | Live<AssessmentView>
  | { readonly kind: 'missing' }
  | { readonly kind: 'fault'; readonly fault: GraphFault; readonly retry: () => void };

type Fetched = 'no' | 'missing' | GraphFault;

/** Follows an assessment, and fetches it where this device does not have it yet (an older one, or one named by a link). */
export function useView(assessmentId: string): LiveView {
  const { replica } = useWorkplace();
  const live = useLive((work) => readView(work, assessmentId), [assessmentId]);
  const [known, setKnown] = useState<{ id: string; fetched: Fetched }>({ id: assessmentId, fetched: 'no' });
  const fetched = known.id === assessmentId ? known.fetched : 'no';
  const absent = live.kind === 'ready' && live.value === null;
  useEffect(() => {
    if (!absent || fetched !== 'no') return;
    let wanted = true;
    const note = (answer: Fetched) => {
      if (wanted) setKnown({ id: assessmentId, fetched: answer });
    };
    replica.fetchAssessment(assessmentId).then(
      // Found: the live query above tells by itself.
      (result) => note(result.ok ? (result.value ? 'no' : 'missing') : result.error),
      (error: unknown) => note({ kind: 'unexpected', status: 0, message: String(error), requestId: null }),
    );
    return () => {
      wanted = false;
    };
  }, [absent, fetched, replica, assessmentId]);
  useLookedInto(live.kind === 'ready' ? live.value : null);
  if (live.kind !== 'ready') return live;
  if (live.value !== null) return { kind: 'ready', value: live.value };
  if (fetched === 'no') return loading;
  return fetched === 'missing'
    ? { kind: 'missing' }
    : { kind: 'fault', fault: fetched, retry: () => setKnown({ id: assessmentId, fetched: 'no' }) };
}

/** Has the row of an assessment looked into where somebody wrote it who has no say; what is learnt comes by the live query. */
function useLookedInto(view: AssessmentView | null): void {
  const { ownRows } = useWorkplace();
  const doubtful = view !== null && !isFacilitatorsWork(view.stored, view.chain.held);
  const stored = doubtful ? view.stored : null;
  useEffect(() => {
    if (stored) ownRows.look(stored.key).catch((error: unknown) => reportError(error));
  }, [ownRows, stored]);
}

/** Follows where a record's newest change is. Null while that is not known. */
export function useSaveState(list: ListName, key: string): SaveState | null {
  const live = useLive((work) => work.replica.saveState(list, key), [list, key]);
  return live.kind === 'ready' ? live.value : null;
}

/** Follows how the replica stands with SharePoint. */
export function useStanding(): Standing {
  const { replica } = useWorkplace();
  const [standing, setStanding] = useState(() => replica.standing());
  useEffect(() => {
    const follow = () => setStanding(replica.standing());
    follow();
    return replica.onStanding(follow);
  }, [replica]);
  return standing;
}
