// Misbehaving on request: makes happen what the rules in force ask for, at the right moments of a call.
import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { FaultCall } from '../faults/book';
import type { Happening } from '../faults/rules';
import { gone, tokenOf } from './delta';
import { ConnectionBroken, GraphFault, tokenExpired, tooManyResources } from './fault';
import { graphPath } from './pipeline';
import type { GraphContext, GraphEnv, Sandbox } from './types';

type Step = MiddlewareHandler<GraphEnv>;

type Sent = Pick<Request, 'method' | 'url'>;

const callOf = (c: GraphContext, request: Sent = c.req.raw): FaultCall => ({
  method: request.method,
  path: graphPath(request.url),
  person: c.get('person'),
});

function lose(c: GraphContext): Response {
  c.set('lost', true);
  c.env.connection.broken = true;
  return c.body(null);
}

const isDropBefore = ({ kind }: Happening): boolean => kind === 'drop-before';

/** What befalls a call on its way here. For a part of a batch, whether the connection holds was settled with the batch. */
export const befall =
  (sandbox: Sandbox): Step =>
  async (c, next) => {
    const possible = (happens: Happening): boolean =>
      happens.kind === 'expire-token' || (isDropBefore(happens) && !c.env.inBatch);
    const [happened] = sandbox.faults.strike(callOf(c), possible);
    if (happened?.kind === 'expire-token') throw tokenExpired();
    if (happened?.kind === 'drop-before') return lose(c);
    return next();
  };

/** The answer of a batch whose connection breaks because of one of its parts, before any of them is run; else undefined. */
export const lostWithPart = (c: GraphContext, sandbox: Sandbox, parts: readonly Sent[]): Response | undefined =>
  parts.some((part) => sandbox.faults.strike(callOf(c, part), isDropBefore).length > 0) ? lose(c) : undefined;

const isDelta = (c: GraphContext): boolean => c.req.method === 'GET' && /\/items\/delta(\(.*\))?$/.test(c.req.path);
const isQuery = (c: GraphContext): boolean => c.req.method === 'GET' && (isDelta(c) || /\/items$/.test(c.req.path));
const followsToken = (c: GraphContext): boolean => isDelta(c) && ![undefined, 'latest'].includes(tokenOf(c));

const strikesWork = (c: GraphContext, { kind }: Happening): boolean => {
  if (kind === 'threshold') return isQuery(c);
  if (kind === 'delta-gone') return followsToken(c);
  return ['delay', 'hang', 'status', 'drop-after'].includes(kind);
};

const asked = ({ status, code, message, retryAfter }: Happening & { readonly kind: 'status' }): GraphFault =>
  // A rule may ask for any status; the type only knows the named ones.
  new GraphFault(status as ContentfulStatusCode, code, message, {
    headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
  });

/** Never answers: ends only when the caller stops waiting. */
export const untilGivenUp = ({ signal }: Request): Promise<never> =>
  new Promise((_, giveUp) => {
    if (signal.aborted) giveUp(new ConnectionBroken());
    else signal.addEventListener('abort', () => giveUp(new ConnectionBroken()), { once: true });
  });

/** What happens to a call that was let in, instead of its work, around it, or to its answer. */
export const misbehave =
  (sandbox: Sandbox): Step =>
  async (c, next) => {
    const happened = sandbox.faults.strike(callOf(c), (happens) => strikesWork(c, happens));
    for (const happens of happened) {
      if (happens.kind === 'delay') await sandbox.wait(happens.milliseconds);
      if (happens.kind === 'hang') await untilGivenUp(c.req.raw);
      if (happens.kind === 'status') throw asked(happens);
      if (happens.kind === 'threshold') throw tooManyResources();
      if (happens.kind === 'delta-gone') throw gone(c, sandbox, happens.location);
    }
    await next();
    if (isDelta(c) && c.res.status === 200) await spoilPage(c, sandbox);
    if (happened.some(({ kind }) => kind === 'drop-after')) c.env.connection.broken = true;
  };

const entry = z.looseObject({ id: z.string(), deleted: z.looseObject({}).optional() });
const page = z.looseObject({ value: z.array(entry) });
type Entry = z.infer<typeof entry>;

// Word for word what the service has been seen to say: msgraph-sdk-typescript, issue 544.
const errorObject = (c: GraphContext, sandbox: Sandbox): object => {
  const message =
    'Cannot write a deleted resource, link, deleted link, or nested delta resource set within a resource set; they must be written within a delta resource set.';
  const fault = new GraphFault(500, 'InternalServerError', message);
  return fault.body(sandbox.now().toISOString(), c.get('requestId'), c.get('clientRequestId'));
};

const noJson = '<!DOCTYPE html><html><body>Something went wrong</body></html>';

const spoils = ({ kind }: Happening): boolean =>
  kind === 'delta-error-object' || kind === 'delta-not-json' || kind === 'repeat';

async function spoilPage(c: GraphContext, sandbox: Sandbox): Promise<void> {
  if (!sandbox.faults.list().some(({ happens }) => spoils(happens))) return;
  const told = page.parse(await c.res.clone().json());
  const isDeleted = (each: Entry): boolean => each.deleted !== undefined;
  // A rule strikes only a page that has what it spoils.
  const possible = ({ kind }: Happening): boolean =>
    (kind === 'delta-error-object' && told.value.some(isDeleted)) ||
    (kind === 'delta-not-json' && followsToken(c)) ||
    (kind === 'repeat' && told.value.length > 0);
  let value: readonly object[] = told.value;
  for (const { kind } of sandbox.faults.strike(callOf(c), possible)) {
    if (kind === 'delta-not-json') {
      c.res = new Response(noJson, { status: 200, headers: { 'Content-Type': 'text/html' } });
      return;
    }
    if (kind === 'repeat') value = [...value, ...told.value.slice(0, 1)];
    if (kind === 'delta-error-object') {
      const deleted = new Set<object>(told.value.filter(isDeleted));
      value = value.map((each) => (deleted.has(each) ? errorObject(c, sandbox) : each));
    }
  }
  c.res = new Response(JSON.stringify({ ...told, value }), c.res);
}
