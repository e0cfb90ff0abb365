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

/** How many list items an answer brought. */
export const rowsIn = (path: string, body: unknown): number =>
  /\/lists\/[^/]+\/items\b/.test(path) ? (answer.safeParse(body).data ?? 0) : 0;

/** Adds up exchanges; `units` come from the sandbox's own log, which is beside it. */
export function costOf(exchanges: readonly Exchange[], units: number): Cost {
  const calls = exchanges.filter(({ path }) => path !== '/$batch');
  return {
    calls: calls.length,
    units,
    rows: calls.reduce((sum, { path, responseBody }) => sum + rowsIn(path, responseBody), 0),
    refused: calls
      .filter(({ status }) => status >= 400 && status !== 404)
      .map(({ path, status }) => `${status} ${path}`),
  };
}
