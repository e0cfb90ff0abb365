// The one way to Microsoft Graph, as the rest of the product sees it. `client.ts` implements it.
import type * as z from 'zod/mini';
import type { Result } from '../base/result';
import type { GraphFault } from './faults';

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the version root, with a leading slash and every piece already URL-encoded; or a link that Graph itself returned. */
  readonly path: string;
  /** The least delegated permissions that allow the call. */
  readonly scopes: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** After this moment, by this device's clock, the call does not leave any more: neither late, nor once more after a refusal. */
  readonly leaveBy?: Date;
}

export interface Graph {
  /** Sends one call; calls sent in the same turn of the event loop travel together as one `$batch` and are judged alone. */
  send<T>(call: GraphCall, reply: z.core.$ZodType<T>): Promise<Result<T, GraphFault>>;
  /**
   * Sends a change and, only where it succeeds, a read that depends on it, in one `$batch`; several of one turn in two, the changes and
   * then the reads. Gives what the read found.
   */
  sendThenRead<T>(change: GraphCall, read: GraphCall, reply: z.core.$ZodType<T>): Promise<Result<T, GraphFault>>;
  /**
   * Calls back whenever the service asks for patience (429, or busy), for a part of a batch too, also where the call is tried again
   * by itself. `until` is a moment in UTC, ISO 8601. Returns how to stop.
   */
  onThrottled(listener: (until: string) => void): () => void;
}
