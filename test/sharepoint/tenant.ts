// A sandbox for a test: Graph as any of its people, on a free port, in memory.
import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../sandbox/graph/exchanges';
import { startSandbox } from '../../sandbox/start';
import { people } from '../../sandbox/store/seed';
import type { Environment } from '../../src/base/environment';
import type { SignInFault } from '../../src/base/host';
import type { Person } from '../../src/base/person';
import { fail, ok, type Result } from '../../src/base/result';
import { createGraph } from '../../src/graph/client';
import type { Graph } from '../../src/graph/graph';

export const environment: Environment = {
  now: () => new Date(),
  newId: randomUUID,
  randomBelow: () => 0,
  online: () => true,
  visible: () => true,
  onChange: () => () => undefined,
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A demo person by short name, such as `priya`. */
export function personOf(slug: string): Person {
  const found = people.find((person) => person.slug === slug);
  if (!found) throw new Error(`There is no ${slug}`);
  return { id: found.id, displayName: found.displayName };
}

export type Token = (scopes: readonly string[]) => Promise<Result<string, SignInFault>>;

export interface Tenant {
  readonly baseUrl: string;
  /** A silent token source; scopes in `refused` have no consent. */
  tokenFor(slug: string, refused?: readonly string[]): Token;
  graphAs(slug: string, fetch?: typeof globalThis.fetch): Graph;
  /** Calls one of the sandbox's own interfaces. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** Lets so many milliseconds pass on the sandbox's clock. */
  skip(milliseconds: number): void;
  /** Every exchange with Graph so far; tokens and the content of files are left out. */
  exchanges(): readonly Exchange[];
  close(): Promise<void>;
}

/** @param directory where the sandbox keeps its state; in memory where left out */
export async function startTenant(directory = ':memory:'): Promise<Tenant> {
  let skipped = 0;
  const now = (): Date => new Date(Date.now() + skipped);
  const sandbox = await startSandbox({ port: 0, directory, quiet: true, now, recordExchanges: true });
  const baseUrl = `${sandbox.origin}/graph/v1.0`;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${sandbox.origin}/sandbox${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const tokenFor =
    (slug: string, refused: readonly string[] = []): Token =>
    async (scopes) => {
      const missing = scopes.filter((scope) => refused.includes(scope));
      if (missing.length > 0) return fail({ kind: 'consent', scopes: missing });
      const given = await control('POST', '/token', { userId: personOf(slug).id, scopes });
      return ok((given as { access_token: string }).access_token);
    };
  return {
    baseUrl,
    tokenFor,
    graphAs: (slug, fetch) => createGraph({ baseUrl, token: tokenFor(slug), environment, ...(fetch ? { fetch } : {}) }),
    control,
    skip: (milliseconds) => {
      skipped += milliseconds;
    },
    exchanges: sandbox.exchanges,
    close: sandbox.close,
  };
}

/** The value of a success; throws with the failure otherwise. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
