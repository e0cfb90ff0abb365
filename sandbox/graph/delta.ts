// Changes of a list's items since a token.
import { z } from 'zod';
import { type Change, changesAfter, findItem } from '../store/items';
import { readMeta, readSettings } from '../store/settings';
import { GraphFault } from './fault';
import { itemShaper } from './items';
import { linkTo, option, topOf } from './query';
import { roles, scopes } from './scopes';
import { itemContentType } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

/**
 * What a token holds: the data set and list it belongs to, the number of the last change already told, when it was given
 * (milliseconds), and during a first full read, the number of the newest change at its start.
 */
const mark = z.object({
  epoch: z.string(),
  list: z.string(),
  after: z.number(),
  given: z.number(),
  startedAt: z.number().optional(),
});
type Mark = z.infer<typeof mark>;

const encode = (value: Mark): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(token: string): Mark | undefined {
  try {
    return mark.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

/** The token a delta call goes on from, or undefined. */
export const tokenOf = (c: GraphContext): string | undefined => {
  const inPath = /^delta\(token='(.*)'\)$/.exec(c.req.param('delta') ?? '')?.[1];
  return inPath ?? option(c, 'token');
};

/** 410 for a token that can no longer be followed; `told`: with where to begin anew. */
export const gone = (c: GraphContext, sandbox: Sandbox, told = true): GraphFault => {
  const location = `${graphBase(sandbox)}/sites/${c.get('site').id}/lists/${c.get('list').id}/items/delta`;
  return new GraphFault(
    410,
    'resyncChangesApplyDifferences',
    "Resync required. Replace any local items with the server's version.",
    told ? { headers: { Location: location } } : {},
  );
};

function markOf(c: GraphContext, sandbox: Sandbox): Mark {
  const { database } = sandbox;
  const list = c.get('list');
  const token = tokenOf(c);
  const fresh = { epoch: readMeta(database, 'epoch') ?? '', list: list.id, given: sandbox.now().getTime() };
  if (token === undefined) return { ...fresh, after: 0, startedAt: list.lastChange };
  if (token === 'latest') return { ...fresh, after: list.lastChange };
  const known = decode(token);
  if (known === undefined || known.epoch !== fresh.epoch || known.list !== list.id) throw gone(c, sandbox);
  const age = (fresh.given - known.given) / 1000;
  if (age > readSettings(database).deltaTokenLifetimeSeconds) throw gone(c, sandbox);
  return { ...known, given: fresh.given };
}

const tombstone = (id: number, siteId: string): object => ({
  id: String(id),
  parentReference: { siteId },
  contentType: itemContentType,
  deleted: { state: 'deleted' },
});

function readDelta(c: GraphContext, sandbox: Sandbox): Response {
  const { database } = sandbox;
  const list = c.get('list');
  const top = topOf(c, 200, 999);
  const from = markOf(c, sandbox);
  const found = changesAfter(database, list.id, from.after, top + 1);
  const page = found.slice(0, top);
  const more = found.length > top;
  // A first full read leaves out what was already gone when it began.
  const told = page.filter((change) => !(change.deleted && change.seq <= (from.startedAt ?? 0)));
  const shape = itemShaper(c, sandbox);
  const tell = (change: Change): object => {
    const item = change.deleted ? undefined : findItem(database, list.id, change.itemId);
    return item === undefined ? tombstone(change.itemId, list.siteId) : shape(item);
  };
  const { startedAt: _, ...plain } = from;
  const next = { ...(more ? from : plain), after: page.at(-1)?.seq ?? from.after };
  const link = linkTo(c, graphBase(sandbox), { token: encode(next) }).replace(/\/delta\(.*?\)\?/, '/delta?');
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#Collection(listItem)`,
    value: told.map(tell),
    [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
  });
}

const route = (path: string): Route => ({
  method: 'GET',
  path: `/sites/:site/lists/:list/items/${path}`,
  scopes: scopes.sitesRead,
  roles: roles.sitesRead,
  need: { on: 'list', right: 'read' },
  units: (c) => (tokenOf(c) === undefined ? 2 : 1),
  handle: readDelta,
});

export const deltaRoutes: readonly Route[] = [route('delta'), route(':delta{delta\\(.*\\)}')];
