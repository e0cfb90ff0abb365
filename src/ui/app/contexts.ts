// What every screen can reach: the host, the framework, the clock, Graph, and (once there is one) the workplace.
import { createContext, useContext } from 'react';
import type { Environment } from '../../base/environment';
import type { Host } from '../../base/host';
import type { Workplace } from '../../commands/workplace';
import type { Framework } from '../../framework';
import type { Graph } from '../../graph/graph';

/** What is there from the first moment, signed in or not. */
export interface Surroundings {
  readonly host: Host;
  readonly environment: Environment;
  readonly framework: Framework;
  readonly graph: Graph;
  /** Where an administrator allows everything the product asks for, once and for all people. */
  readonly adminConsentLink: string;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);
export const WorkplaceContext = createContext<Workplace | null>(null);

/** Host, clock and framework. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('useSurroundings needs <Providers> around it');
  return surroundings;
}

/** The workplace; only on screens that are shown once there is one. */
export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('useWorkplace needs a workplace: the screen was shown too early');
  return workplace;
}

/** The workplace, or null before there is one: for parts that are also shown on the way there. */
export const useWorkplaceIfAny = (): Workplace | null => useContext(WorkplaceContext);
