// What every call passes on its way to its handler: ids, log, CORS, token, units, scope, right. Faults on request: faults.ts.
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isLoopback } from '../loopback';
import { findList, type List } from '../store/lists';
import { pagesLibrary } from '../store/pages';
import { logRequest } from '../store/requests';
import { covers, grantedRight, hasLimitedAccess, listRight, type Right, siteRight } from '../store/rights';
import { type SeedSite, sites, teamId, teamSite } from '../store/seed';
import type { Standing } from '../usage';
import { accessDenied, GraphFault, invalidRequest, itemNotFound, tooManyRequests } from './fault';
import { scopes as scopesOfCalls } from './scopes';
import { siteAtPath, siteOfGroup } from './sites';
import { readToken } from './token';
import type { GraphContext, GraphEnv, Need, Route, Sandbox } from './types';

type Step = MiddlewareHandler<GraphEnv>;

/** Gives the call its ids and puts them on the answer, as Graph does on every one. */
export const identify =
  (sandbox: Sandbox): Step =>
  async (c, next) => {
    c.set('requestId', sandbox.newId());
    c.set('clientRequestId', c.req.header('client-request-id') ?? c.get('requestId'));
    c.set('units', 0);
    c.set('lost', false);
    await next();
    c.res.headers.set('request-id', c.get('requestId'));
    c.res.headers.set('client-request-id', c.get('clientRequestId'));
    c.res.headers.set('Cache-Control', 'no-store');
  };

/** The path of a call relative to the version root, with its query. */
export const graphPath = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname.replace(/^\/graph\/v1\.0/, '')}${search}`;
};

/** Writes the call into the log once it is answered; one that never arrived is not there. */
export const log =
  (sandbox: Sandbox): Step =>
  async (c, next) => {
    const time = sandbox.now().toISOString();
    await next();
    if (c.get('lost')) return;
    // Set by the token step, so absent where the call did not get that far.
    const person: GraphEnv['Variables']['person'] | undefined = c.get('person');
    logRequest(sandbox.database, {
      time,
      user: person?.id ?? null,
      method: c.req.method,
      path: graphPath(c.req.url),
      status: c.res.status,
      resourceUnits: c.get('units'),
    });
  };

/** Lets pages on this machine call. Scripts can read neither `Retry-After`, `RateLimit-…` nor `ETag`, as in the real service. */
export const allowOrigins: Step = cors({
  origin: (origin) => (isLoopback(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Accept',
    'If-Match',
    'If-None-Match',
    'Prefer',
    'ConsistencyLevel',
    'client-request-id',
    'return-client-request-id',
    'SdkVersion',
    'Retry-Attempt',
    'Cache-Control',
    'X-Requested-With',
    'x-ms-client-request-id',
  ],
  exposeHeaders: ['client-request-id', 'request-id'],
  maxAge: 3600,
});

/** Reads the token: from here on the call has a person and scopes. */
export const authenticate =
  (sandbox: Sandbox): Step =>
  async (c, next) => {
    const { person, scopes, unattended } = await readToken(sandbox, c.req.header('Authorization'));
    c.set('person', person);
    c.set('unattended', unattended);
    c.set('scopes', scopes);
    await next();
  };

/** Notes what the call costs, whether it succeeds or is refused; refuses it where the app has used up this minute's units. */
export const meter =
  (sandbox: Sandbox, { units }: Route): Step =>
  async (c, next) => {
    const cost = typeof units === 'number' ? units : units(c);
    c.set('units', cost);
    // Only SharePoint counts in units: people, teams and messages cost none.
    if (cost === 0) return next();
    const standing = sandbox.usage.charge(cost, c.get('person').id);
    tellStanding(c, standing);
    if (standing.refused) throw tooManyRequests(standing.secondsLeft);
    await next();
  };

function tellStanding(c: GraphContext, { warns, limit, remaining, secondsLeft }: Standing): void {
  if (!warns) return;
  c.header('RateLimit-Limit', String(limit));
  c.header('RateLimit-Remaining', String(remaining));
  c.header('RateLimit-Reset', String(secondsLeft));
}

const isOfTeams = ({ scopes, need }: Route): boolean => need.on === 'team' || scopes.includes('TeamsActivity.Send');

const missingScope = (c: GraphContext, route: Route): GraphFault => {
  const { scopes, need, roles = [] } = route;
  const has = [...c.get('scopes')].join(', ');
  if (isOfTeams(route) && c.get('unattended')) {
    return new GraphFault(
      403,
      'Forbidden',
      `Missing role permissions on the request. API requires one of '${roles.join(', ')}'. Roles on the request '${has}'.`,
    );
  }
  if (isOfTeams(route)) {
    return new GraphFault(
      403,
      'Forbidden',
      `Missing scope permissions on the request. API requires one of '${scopes.join(', ')}'. Scopes on the request '${has}'`,
    );
  }
  if (need.on === 'nothing' && scopes.some((scope) => scope.startsWith('User.'))) {
    return new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }
  return new GraphFault(403, 'accessDenied', 'Either scp or roles claim need to be present in the token.');
};

/** Refuses a token that carries none of the scopes the call accepts. */
export const needScope =
  (route: Route): Step =>
  async (c, next) => {
    const held = c.get('scopes');
    const enough = c.get('unattended') ? (route.roles ?? []) : route.scopes;
    if (route.scopes.length > 0 && !enough.some((scope) => held.has(scope))) throw missingScope(c, route);
    await next();
  };

/** Refuses a person without the right the call needs; finds the list it speaks of. */
export const needRight =
  (sandbox: Sandbox, { need }: Route): Step =>
  async (c, next) => {
    if (need.on === 'site') needSite(c, sandbox, need);
    if (need.on === 'list') needList(c, sandbox, need);
    if (need.on === 'pages') needPages(c, sandbox, need);
    if (need.on === 'team') needTeam(c, need);
    await next();
  };

/** The site a call speaks of: by its id, by its path, or by its group; the team's own where it names none. */
function askedSite(c: GraphContext, sandbox: Sandbox): SeedSite {
  if (c.req.param('group') !== undefined) return siteOfGroup(c);
  const asked = c.req.param('site');
  if (asked === undefined) return c.req.param('host') === undefined ? teamSite : siteAtPath(c, sandbox);
  const site = sites.find(({ id, collectionId }) => [id, collectionId].includes(asked.toLowerCase()));
  if (site === undefined) throw siteNotFound(asked);
  return site;
}

function needSite(c: GraphContext, sandbox: Sandbox, need: Need & { on: 'site' }): void {
  const site = askedSite(c, sandbox);
  const person = c.get('person');
  const held = c.get('unattended') ? appRight(c, sandbox, site.id) : siteRight(person, site.id);
  const enough = covers(held, need.right);
  if (!enough && !(need.right === 'read' && hasLimitedAccess(sandbox.database, person, site.id))) throw accessDenied();
  c.set('site', site);
}

/** What whoever calls may do on a list: the person, or the app without one. */
export const rightOnList = (c: GraphContext, sandbox: Sandbox, list: List): Right =>
  c.get('unattended') ? appRight(c, sandbox, list.siteId) : listRight(sandbox.database, c.get('person'), list);

/** What the app may do on the site without a person: everywhere the same by its role, or with Sites.Selected as it was granted. */
function appRight(c: GraphContext, { database }: Sandbox, siteId: string): Right {
  const roles = c.get('scopes');
  if (scopesOfCalls.sitesWrite.some((role) => roles.has(role))) return 'edit';
  if (roles.has('Sites.Read.All')) return 'read';
  return grantedRight(database, siteId);
}

const siteNotFound = (id: string): GraphFault =>
  id.includes(',') || /^[0-9a-f-]{36}$/i.test(id)
    ? itemNotFound('Requested site could not be found')
    : invalidRequest('Invalid hostname for this tenancy');

function needList(c: GraphContext, sandbox: Sandbox, need: Need & { on: 'list' }): void {
  needSite(c, sandbox, { on: 'site', right: 'read' });
  const list = findList(sandbox.database, c.get('site').id, c.req.param('list') ?? '');
  if (list === undefined) throw itemNotFound('The specified list was not found');
  needOn(c, sandbox, list, need.right);
}

function needPages(c: GraphContext, sandbox: Sandbox, need: Need & { on: 'pages' }): void {
  needSite(c, sandbox, { on: 'site', right: 'read' });
  const library = pagesLibrary(sandbox.database, c.get('site').id);
  if (library === undefined) throw itemNotFound();
  needOn(c, sandbox, library, need.right);
}

function needOn(c: GraphContext, sandbox: Sandbox, list: List, needed: Right): void {
  const right = rightOnList(c, sandbox, list);
  if (!covers(right, needed)) throw accessDenied();
  c.set('list', list);
  c.set('listRight', right);
}

// Owners and members of the site are the team; a visitor was added to look on. Councillors and guests are outside it.
function needTeam(c: GraphContext, need: Need & { on: 'team' }): void {
  const asked = c.req.param('team');
  if (asked !== undefined && asked.toLowerCase() !== teamId) {
    throw new GraphFault(404, 'NotFound', `No team found with Group Id ${asked}`);
  }
  const { role } = c.get('person');
  const may = need.to === 'post' ? ['owner', 'member'] : ['owner', 'member', 'visitor'];
  if (!may.includes(role)) {
    throw new GraphFault(403, 'Forbidden', 'Failed to execute request because the caller is not a member of the team.');
  }
}
