// A tiny Graph behind `fetch`, for what the sandbox does not do on purpose: being busy, slow, out of order, or gone.
import type { Environment } from '../../src/base/environment';
import { ok } from '../../src/base/result';
import { createGraph, type GraphOptions } from '../../src/graph/client';

export interface FakePart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly dependsOn?: string[];
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly token: string | null;
  readonly parts: readonly FakePart[];
  readonly body: unknown;
}

export const baseUrl = 'http://graph.example/graph/v1.0';

/** An environment whose timers fire at once, in order of their time, and whose waits can be looked at. */
function fakeEnvironment(): Environment & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = Date.parse('2026-11-22T10:00:00Z');
  let id = 0;
  return {
    waits,
    now: () => new Date(now),
    newId: () => `id-${++id}`,
    randomBelow: () => 0,
    online: () => true,
    visible: () => true,
    onChange: () => () => undefined,
    after: (milliseconds, callback) => {
      // The patience timer of an exchange is never meant to fire here.
      if (milliseconds === 60_000) return () => undefined;
      if (milliseconds > 0) waits.push(milliseconds);
      now += milliseconds;
      const timer = setImmediate(callback);
      return () => clearImmediate(timer);
    },
  };
}

/** A Graph whose service answers each part by `part`; the parts' answers come back in reverse order. */
export function fakeGraph(
  part: (part: FakePart, sent: Sent) => FakeAnswer,
  options: Partial<GraphOptions> & { readonly outer?: (sent: Sent, nth: number) => Response | null } = {},
) {
  const sent: Sent[] = [];
  const environment = fakeEnvironment();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const parts = String(input).endsWith('/$batch') ? (body as { requests: FakePart[] }).requests : [];
    const exchange: Sent = {
      url: String(input),
      method: init?.method ?? 'GET',
      token: new Headers(init?.headers).get('Authorization'),
      parts,
      body,
    };
    sent.push(exchange);
    const outer = options.outer?.(exchange, sent.length);
    if (outer) return outer;
    return Response.json({ responses: answerAll(parts, exchange, part).reverse() });
  };
  const graph = createGraph({ baseUrl, environment, token: async () => ok('token'), fetch, ...options });
  return { graph, sent, environment };
}

function answerAll(parts: readonly FakePart[], exchange: Sent, part: (part: FakePart, sent: Sent) => FakeAnswer) {
  const answers = new Map<string, FakeAnswer & { id: string }>();
  for (const each of parts) {
    const failed = (each.dependsOn ?? []).some((id) => (answers.get(id)?.status ?? 500) >= 400);
    answers.set(each.id, { id: each.id, ...(failed ? { status: 424 } : part(each, exchange)) });
  }
  return [...answers.values()];
}
