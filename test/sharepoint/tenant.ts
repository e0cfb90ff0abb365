// A sandbox for a test: Graph as any of its people, on a free port or without any, in memory.
import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../sandbox/graph/exchanges';
import { type OpenOptions, openSandbox } from '../../sandbox/open';
import { startSandbox } from '../../sandbox/start';
import { people } from '../../sandbox/store/seed';
import type { TenantSize } from '../../sandbox/store/settings';
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
  /** Reaches the tenant: the network's own, or a call within this process. */
  readonly fetch: typeof globalThis.fetch;
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

export interface TenantOptions {
  /** Without a port: many calls in little time, and nothing of them on the network. */
  readonly inProcess?: boolean;
  /** Where the sandbox keeps its state; in memory where left out. */
  readonly directory?: string;
  /** The clock; the machine's own where left out. */
  readonly now?: () => Date;
  /** How the delays of faults on request are waited for, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Where left out, no number of units is too much. */
  readonly tenantSize?: TenantSize;
  /** Whether every exchange is kept, which takes time and memory; it is where left out. */
  readonly recordExchanges?: boolean;
}

/** What both kinds of tenant are reached by. */
interface Reached {
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
  readonly exchanges: () => readonly Exchange[];
  readonly close: () => Promise<void>;
}

async function reach(inProcess: boolean, options: OpenOptions): Promise<Reached> {
  if (inProcess) {
    const { origin, fetch, exchanges, close } = openSandbox(options);
    return { origin: origin(), fetch, exchanges, close: async () => close() };
  }
  const { origin, exchanges, close } = await startSandbox({ ...options, port: 0, quiet: true });
  return { origin, fetch: (input, init) => globalThis.fetch(input, init), exchanges, close };
}

export async function startTenant({
  inProcess = false,
  directory = ':memory:',
  now: clock = () => new Date(),
  wait,
  tenantSize = 'without-limit',
  recordExchanges = true,
}: TenantOptions = {}): Promise<Tenant> {
  let skipped = 0;
  const now = (): Date => new Date(clock().getTime() + skipped);
  const sandbox = await reach(inProcess, {
    directory,
    now,
    recordExchanges,
    settings: { tenantSize },
    ...(wait ? { wait } : {}),
  });
  const baseUrl = `${sandbox.origin}/graph/v1.0`;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await sandbox.fetch(`${sandbox.origin}/sandbox${path}`, {
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
    fetch: sandbox.fetch,
    graphAs: (slug, fetch = sandbox.fetch) => createGraph({ baseUrl, token: tokenFor(slug), environment, fetch }),
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
