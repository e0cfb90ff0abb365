// How a process reaches the sandbox: its own interfaces, and tokens for its people.
import * as z from 'zod';
import type { SignInFault } from '../src/base/host';
import type { Person } from '../src/base/person';
import { fail, ok, type Result } from '../src/base/result';
import { type Clock, timeOf } from './clock';

export type Token = (scopes: readonly string[]) => Promise<Result<string, SignInFault>>;

export interface Reach {
  readonly origin: string;
  readonly clock: Clock;
  /** Graph's version root. */
  readonly baseUrl: string;
  /** Calls one of the sandbox's own interfaces. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** A person's tokens, each used for a while as sign-in does. */
  tokenFor(person: Person): Token;
}

/** How long a token is used: the sandbox's are good for an hour. */
const useFor = 30 * 60_000;
const given = z.object({ access_token: z.string() });

/** Reaches the sandbox at an origin. */
export function reach(origin: string, clock: Clock): Reach {
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
  return { origin, clock, baseUrl: `${origin}/graph/v1.0`, control, tokenFor };
}
