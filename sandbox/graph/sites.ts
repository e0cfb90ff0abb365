// Sites: the team's own, by id, by path and by group.
import { siteDomain, sitePath, teamId } from '../store/seed';
import { invalidRequest, itemNotFound } from './fault';
import { pick, selectOf } from './query';
import { roles, scopes } from './scopes';
import { siteBody } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

const answer = (c: GraphContext, sandbox: Sandbox): Response =>
  c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#sites/$entity`,
    ...pick(siteBody(sandbox), selectOf(c)),
  });

function byPath(c: GraphContext, sandbox: Sandbox): Response {
  const host = (c.req.param('host') ?? '').replace(/:$/, '');
  if (host.toLowerCase() !== siteDomain) throw invalidRequest('Invalid hostname for this tenancy');
  const path = (c.req.param('path') ?? '').replace(/:$/, '').replace(/\/$/, '');
  if (`/${path}`.toLowerCase() !== sitePath) throw itemNotFound('Requested site could not be found');
  return answer(c, sandbox);
}

function byGroup(c: GraphContext, sandbox: Sandbox): Response {
  if (c.req.param('group')?.toLowerCase() !== teamId) throw itemNotFound('Resource does not exist.');
  return answer(c, sandbox);
}

const read = {
  scopes: scopes.sitesRead,
  roles: roles.sitesRead,
  need: { on: 'site', right: 'read' },
  units: 1,
} as const;

export const siteRoutes: readonly Route[] = [
  { method: 'GET', path: '/sites/:host{[^/:]+:}/:path{.+}', ...read, handle: byPath },
  { method: 'GET', path: '/groups/:group/sites/root', ...read, handle: byGroup },
  { method: 'GET', path: '/sites/:site', ...read, handle: answer },
];
