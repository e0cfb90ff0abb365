// Sites: the team's own and the members', by id, by path and by group.
import { type SeedSite, siteDomain, sites, teamId, teamSite } from '../store/seed';
import { invalidRequest, itemNotFound } from './fault';
import { pick, selectOf } from './query';
import { roles, scopes } from './scopes';
import { siteBody } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

const answer = (c: GraphContext, sandbox: Sandbox): Response =>
  c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#sites/$entity`,
    ...pick(siteBody(sandbox, c.get('site')), selectOf(c)),
  });

/** The site of a path; the host is the council's, or the sandbox's own, which is what a browser shows. */
export function siteAtPath(c: GraphContext, sandbox: Sandbox): SeedSite {
  const host = (c.req.param('host') ?? '').replace(/:$/, '').toLowerCase();
  if (host !== siteDomain && host !== new URL(sandbox.origin()).hostname)
    throw invalidRequest('Invalid hostname for this tenancy');
  const path = (c.req.param('path') ?? '').replace(/:$/, '').replace(/\/$/, '');
  const site = sites.find((each) => each.path === `/${path}`.toLowerCase());
  if (site === undefined) throw itemNotFound('Requested site could not be found');
  return site;
}

/** The site of a group. */
export function siteOfGroup(c: GraphContext): SeedSite {
  if (c.req.param('group')?.toLowerCase() !== teamId) throw itemNotFound('Resource does not exist.');
  return teamSite;
}

const read = {
  scopes: scopes.sitesRead,
  roles: roles.sitesRead,
  need: { on: 'site', right: 'read' },
  units: 1,
} as const;

export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: '/sites/:host{[^/:]+:}/:path{.+}', ...read, handle: answer },
  { method: 'GET', path: '/groups/:group/sites/root', ...read, handle: answer },
  { method: 'GET', path: '/sites/:site', ...read, handle: answer },
];
