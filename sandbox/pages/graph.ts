// Microsoft Graph as the sandbox's own pages use it: with a token of the window's person and every scope, so that only
// the person's rights decide. Not the product's client; these pages stand for Microsoft's.
import { z } from 'zod';
import { CallFailed, sendJson } from './http';

const base = '/graph/v1.0';
const tokenAnswer = z.object({ access_token: z.string() });
const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Tokens last an hour; a new one is fetched a little earlier. In milliseconds. */
const tokenAge = 50 * 60 * 1000;

// What Teams and SharePoint themselves may do for a person.
const scopes = [
  'User.Read',
  'User.ReadBasic.All',
  'Sites.Manage.All',
  'Sites.ReadWrite.All',
  'ChannelMessage.Read.All',
  'ChannelMessage.Send',
];

/** Fetches a token of the sandbox for a person. */
export async function fetchToken(userId: string, wanted: readonly string[]): Promise<string> {
  return (await sendJson('POST', '/sandbox/token', { userId, scopes: wanted }, tokenAnswer)).access_token;
}

/** Graph for one person. Every call throws CallFailed with Graph's own message when it is refused. */
export interface PersonGraph {
  /** A token of the person, for the sandbox's own interfaces. */
  token(): Promise<string>;
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** All pages of a collection. */
  list<T>(path: string, shape: z.ZodType<T>): Promise<readonly T[]>;
  send(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<void>;
}

/** Opens Graph for a person; tokens are kept and renewed. `now` is in milliseconds. */
export function graphFor(userId: string, now: () => number = Date.now): PersonGraph {
  let token: { readonly value: Promise<string>; readonly since: number } | undefined;
  const currentToken = () => {
    if (!token || now() - token.since > tokenAge) token = { value: fetchToken(userId, scopes), since: now() };
    return token.value;
  };

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response> {
    const response = await fetch(path.startsWith('http') ? path : base + path, {
      method,
      headers: {
        authorization: `Bearer ${await currentToken()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    // A token of before a restart or reset is no longer known: the next call begins with a new one.
    if (response.status === 401) token = undefined;
    const error = errorAnswer.safeParse(await response.json());
    throw new CallFailed(response.status, error.success ? error.data.error.message : response.statusText);
  }

  return {
    token: currentToken,
    async get(path, shape) {
      return shape.parse(await (await call('GET', path)).json());
    },
    async list(path, shape) {
      const found: unknown[] = [];
      let next: string | undefined = path;
      while (next !== undefined) {
        const part: z.infer<typeof page> = page.parse(await (await call('GET', next)).json());
        found.push(...part.value);
        next = part['@odata.nextLink'];
      }
      return z.array(shape).parse(found);
    },
    async send(method, path, body, headers) {
      await call(method, path, body, headers);
    },
  };
}
