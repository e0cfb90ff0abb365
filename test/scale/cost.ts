// What a stretch of work costs SharePoint, from the exchanges that the sandbox kept.
import * as z from 'zod';
import type { Exchange } from '../../sandbox/graph/exchanges';

export interface Cost {
  /** Calls of Graph, each part of a batch for itself. */
  readonly calls: number;
  /** SharePoint's resource units (Microsoft: avoid getting throttled). */
  readonly units: number;
  /** List items in the answers. */
  readonly rows: number;
  readonly refused: readonly string[];
}

const answer = z.union([
  z.object({ value: z.array(z.unknown()) }).transform(({ value }) => value.length),
  z.object({ fields: z.unknown() }).transform(() => 1),
]);

const ofItems = (path: string): boolean => /\/lists\/[^/]+\/items\b/.test(path);

/** Adds up exchanges; `units` come from the sandbox's own log, which is beside it. */
export function costOf(exchanges: readonly Exchange[], units: number): Cost {
  const calls = exchanges.filter(({ path }) => path !== '/$batch');
  const rows = calls
    .filter(({ path }) => ofItems(path))
    .map(({ responseBody }) => answer.safeParse(responseBody).data ?? 0);
  return {
    calls: calls.length,
    units,
    rows: rows.reduce((sum, each) => sum + each, 0),
    refused: calls
      .filter(({ status }) => status >= 400 && status !== 404)
      .map(({ path, status }) => `${status} ${path}`),
  };
}
