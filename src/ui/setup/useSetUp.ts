// The course of setting up: read what is there, then make the rest ready, and after a failure go on from where it stopped.
import { useCallback, useEffect, useRef, useState } from 'react';
import { ok } from '../../base/result';
import type { SetUpFailure, SetUpPlan, SetUpStep } from '../../connection/report';
import { planSetUp, setUp } from '../../connection/setUp';
import { remembered, type Wanted } from '../../connection/survey';
import type { GraphFault } from '../../graph/faults';
import { scopes } from '../../graph/scopes';
import { isForCouncillors } from '../../sharepoint/place';
import type { Site } from '../../sharepoint/sites';
import { useSurroundings } from '../app/contexts';
import type { Stopped } from './SetUpFault';

type Course =
  | { readonly kind: 'reading' }
  /** `chosen`: it is the site that was chosen for councillors' lists that cannot be looked at. */
  | { readonly kind: 'unreadable'; readonly fault: GraphFault; readonly chosen: boolean }
  | { readonly kind: 'planned'; readonly plan: SetUpPlan; readonly steps: readonly SetUpStep[] }
  | { readonly kind: 'working'; readonly plan: SetUpPlan; readonly steps: readonly SetUpStep[] }
  | { readonly kind: 'done'; readonly plan: SetUpPlan; readonly steps: readonly SetUpStep[] }
  | {
      readonly kind: 'failed';
      readonly plan: SetUpPlan;
      readonly steps: readonly SetUpStep[];
      readonly failure: Stopped;
    };

export type SettingUp = Course & {
  /** Looks again at what is there. */
  readonly again: () => void;
  /** Plans with councillors' lists in another place. */
  readonly choose: (wanted: Wanted) => void;
  /** Makes the rest ready. Must come from a click: it may open a window that asks for the permission. */
  readonly run: () => void;
};

/** Follows setting up in one site. */
export function useSetUp(site: Site): SettingUp {
  const { host, graph } = useSurroundings();
  const [course, setCourse] = useState<Course>({ kind: 'reading' });
  const attempt = useRef(0);
  const wanted = useRef<Wanted>(remembered);

  /** Starts one attempt; what an earlier one still says is not heard any more. */
  const begin = useCallback((work: (show: (course: Course) => void) => Promise<void>) => {
    attempt.current += 1;
    const mine = attempt.current;
    const show = (next: Course) => {
      if (attempt.current === mine) setCourse(next);
    };
    work(show).catch((error: unknown) =>
      // Thrown while rendering, so that the page's own error boundary shows it.
      setCourse(() => {
        throw error;
      }),
    );
  }, []);

  const again = useCallback(
    () =>
      begin(async (show) => {
        show({ kind: 'reading' });
        const plan = await planSetUp(graph, site, wanted.current);
        show(
          plan.ok
            ? { kind: 'planned', plan: plan.value, steps: plan.value.steps }
            : { kind: 'unreadable', fault: plan.error, chosen: wanted.current.kind === 'there' },
        );
      }),
    [begin, graph, site],
  );

  const choose = (place: Wanted) => {
    wanted.current = place;
    again();
  };

  const run = () => {
    if (course.kind === 'reading' || course.kind === 'unreadable') return;
    const { plan, steps } = course;
    begin(async (show) => {
      show({ kind: 'working', plan, steps });
      const token = await host.token(scopes.createLists, 'ask');
      if (!token.ok) {
        show({ kind: 'failed', plan, steps, failure: { displayName: null, elsewhere: false, fault: token.error } });
        return;
      }
      // After a failure, or while somebody else sets up too, things are no longer as they were planned.
      const fresh = course.kind === 'failed' ? await planSetUp(graph, site, wanted.current) : ok(plan);
      if (!fresh.ok) {
        show({ kind: 'failed', plan, steps, failure: { displayName: null, elsewhere: false, fault: fresh.error } });
        return;
      }
      let latest = fresh.value.steps;
      const result = await setUp(graph, fresh.value, (now) => {
        latest = now;
        show({ kind: 'working', plan, steps: now });
      });
      if (result.ok) show({ kind: 'done', plan, steps: latest });
      else show({ kind: 'failed', plan, steps: latest, failure: stopped(latest, result.error, plan) });
    });
  };

  useEffect(() => {
    again();
    return () => {
      attempt.current += 1;
    };
  }, [again]);
  return { ...course, again, choose, run };
}

const stopped = (steps: readonly SetUpStep[], failure: SetUpFailure, { councillors }: SetUpPlan): Stopped => ({
  elsewhere: councillors.kind === 'there' && isForCouncillors(failure.list),
  displayName: steps.find((step) => step.list === failure.list)?.displayName ?? null,
  fault: failure.fault,
});
