// What went over the network, added up from exchanges.
import * as z from 'zod';
import { rowsIn } from '../test/scale/cost';
import type { Exchanged } from './participant';

export interface Traffic {
  /** Calls of Graph, each part of a batch for itself. */
  readonly calls: number;
  /** List items in the answers. */
  readonly rows: number;
  /** Of the answers. */
  readonly bytes: number;
}
export const noTraffic: Traffic = { calls: 0, rows: 0, bytes: 0 };

const batch = z.object({ requests: z.array(z.object({ id: z.string(), url: z.string() })) });
const answers = z.object({ responses: z.array(z.object({ id: z.string(), body: z.unknown() })) });

const parsed = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : undefined);

export function withExchange(traffic: Traffic, { asked, answered }: Exchanged): Traffic {
  const bytes = traffic.bytes + Buffer.byteLength(answered);
  const calls = batch.safeParse(parsed(asked));
  const parts = answers.safeParse(parsed(answered));
  if (!calls.success || !parts.success) return { ...traffic, calls: traffic.calls + 1, bytes };
  const bodies = new Map(parts.data.responses.map(({ id, body }) => [id, body]));
  const rows = calls.data.requests.reduce((sum, { id, url }) => sum + rowsIn(url, bodies.get(id)), 0);
  return { calls: traffic.calls + calls.data.requests.length, rows: traffic.rows + rows, bytes };
}
