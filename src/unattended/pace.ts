// How fast the worker may go, so that people at work in the tab never have to wait for it. Pure but for the clock it is given.
import type { Environment } from '../base/environment';
import type { Graph, GraphCall } from '../graph/graph';

/**
 * Resource units a minute, and as many as may be spent at once. The smallest tenant has 1,250 a minute for the whole app, of which people's
 * looking may use 750 (see src/replica/pace.ts): four fifths of that, and these, stay below it.
 */
const share = 400;
const burst = 200;
const minute = 60_000;

export interface Pace {
  spent(units: number): void;
  /** Resolves when more may be spent. */
  ease(): Promise<void>;
}

/** Nothing was spent yet. */
export function createPace(environment: Pick<Environment, 'now' | 'after'>): Pace {
  let [level, at] = [0, environment.now().getTime()];
  const drain = (): void => {
    const now = environment.now().getTime();
    level = Math.max(0, level - (Math.max(0, now - at) * share) / minute);
    at = now;
  };
  return {
    spent(units) {
      drain();
      level += units;
    },
    async ease() {
      drain();
      const wait = Math.ceil(((level - burst) * minute) / share);
      if (wait > 0) await new Promise<void>((resolve) => environment.after(wait, resolve));
    },
  };
}

/** The same Graph; every call to SharePoint is counted as it leaves (SharePoint: avoid getting throttled, resource units). */
export function paced(graph: Graph, pace: Pace): Graph {
  return {
    ...graph,
    send(call, reply) {
      pace.spent(unitsOf(call));
      return graph.send(call, reply);
    },
    sendThenRead(change, read, reply) {
      pace.spent(unitsOf(change) + unitsOf(read));
      return graph.sendThenRead(change, read, reply);
    },
  };
}

function unitsOf({ method, path }: GraphCall): number {
  if (!path.includes('/sites/')) return 0;
  const isOne = /\/items\/\d+(\?|$)|\/items\/delta\?.*token=(?!latest)|\/sites\/[^/]+(\/[^/]+)?$/.test(path);
  return method === 'GET' && isOne ? 1 : 2;
}
