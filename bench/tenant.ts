// A Microsoft 365 to measure against: the sandbox beside us, with the product set up in the team's site.
import * as z from 'zod';
import { openDatabase, type SandboxDatabase } from '../sandbox/store/database';
import { siteDomain, sitePath } from '../sandbox/store/seed';
import type { Environment } from '../src/base/environment';
import type { SignInFault } from '../src/base/host';
import type { Person } from '../src/base/person';
import { fail, ok, type Result } from '../src/base/result';
import { planSetUp, setUp } from '../src/connection/setUp';
import { createGraph } from '../src/graph/client';
import type { Place } from '../src/sharepoint/place';
import { siteByPath } from '../src/sharepoint/sites';
import { newFolder } from '../test/scale/yearsOfPast';
import { must, personOf } from '../test/sharepoint/tenant';
import { type Clock, environmentOn, newClock, timeOf } from './clock';
import { startBeside } from './sandboxProcess';

export type Token = (scopes: readonly string[]) => Promise<Result<string, SignInFault>>;

const logged = z.array(
  z.object({ method: z.string(), path: z.string(), status: z.number(), resourceUnits: z.number(), time: z.string() }),
);
export type Logged = z.infer<typeof logged>[number];
const given = z.object({ access_token: z.string() });

export interface BenchTenant {
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly directory: string;
  readonly place: Place;
  /** Works on the sandbox's database past its process. */
  inDatabase<T>(work: (database: SandboxDatabase) => T | Promise<T>): Promise<T>;
  /** A person's tokens, each used for a while as sign-in does. */
  tokenFor(person: Person): Token;
  /** Every call so far, oldest first, without the batches themselves. */
  log(): Promise<readonly Logged[]>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

/** How long a token is used: the sandbox's are good for an hour. */
const useFor = 30 * 60_000;

/** Starts one whose clock runs at that speed. */
export async function startTenant(speed = 1): Promise<BenchTenant> {
  const { directory, remove } = newFolder();
  const clock = newClock(speed);
  const { origin, end } = await startBeside(directory, clock);
  const baseUrl = `${origin}/graph/v1.0`;

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${origin}/sandbox${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }

  function tokenFor(person: Person): Token {
    const held = new Map<string, { readonly token: string; readonly until: number }>();
    return async (scopes) => {
      const name = scopes.join(' ');
      const known = held.get(name);
      const now = timeOf(clock).getTime();
      if (known && known.until > now) return ok(known.token);
      try {
        const { access_token: token } = given.parse(await control('POST', '/token', { userId: person.id, scopes }));
        held.set(name, { token, until: now + useFor });
        return ok(token);
      } catch {
        // The sandbox is gone; whoever still asks is on their way out.
        return fail({ kind: 'offline' });
      }
    };
  }

  const environment: Environment = environmentOn(clock, { online: true, visible: true });
  const owner = createGraph({ baseUrl, token: tokenFor(personOf('priya')), environment });
  const site = must(await siteByPath(owner, siteDomain, sitePath));
  const place = must(await setUp(owner, must(await planSetUp(owner, site)), () => undefined));
  return {
    clock,
    baseUrl,
    directory,
    place,
    async inDatabase(work) {
      const database = openDatabase(directory);
      try {
        return await work(database);
      } finally {
        database.close();
      }
    },
    tokenFor,
    log: async () => logged.parse(await control('GET', '/requests')).filter(({ path }) => path !== '/$batch'),
    control,
    async end() {
      await end();
      remove();
    },
  };
}
