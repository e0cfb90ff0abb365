// The connection check names the first broken link and what mends it, and leaves no trace.

import { z } from 'zod';
import { generalChannelId, siteDomain, siteId, sitePath, teamId } from '../../sandbox/store/seed';
import type { Host, HostContext } from '../../src/base/host';
import { fail } from '../../src/base/result';
import { checkConnection } from '../../src/connection/check';
import type { LinkId, LinkReport } from '../../src/connection/report';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { createGraph } from '../../src/graph/client';
import { listAccess } from '../../src/sharepoint/access';
import type { Place } from '../../src/sharepoint/place';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { environment, must, startTenant, type Tenant, type Token } from '../sharepoint/tenant';

let tenant: Tenant;
let place: Place;
beforeAll(async () => {
  tenant = await startTenant();
});
beforeEach(async () => {
  await tenant.control('POST', '/reset');
  const graph = tenant.graphAs('priya');
  const site = must(await siteOfTeam(graph, teamId));
  place = must(await setUp(graph, must(await planSetUp(graph, site)), () => undefined));
});
afterAll(() => tenant.close());

const inChannel: HostContext = {
  person: null,
  tenantId: null,
  frame: 'content',
  subPage: null,
  channel: { teamId, channelId: generalChannelId, teamName: 'Procurement and commercial', channelName: 'General' },
  meeting: null,
  site: { domain: siteDomain, path: sitePath },
};

interface Case {
  readonly token?: Token;
  readonly context?: Partial<HostContext>;
  readonly kind?: Host['kind'];
}

async function check(slug: string, { token = tenant.tokenFor(slug), context = {}, kind = 'teams' }: Case = {}) {
  const host: Host = {
    kind,
    context: () => ({ ...inChannel, ...context }),
    theme: () => 'default',
    onThemeChange: () => () => undefined,
    token: (scopes, how) => {
      if (how === 'ask') throw new Error('A check never asks');
      return token(scopes);
    },
    linkTo: () => '',
    open: async () => undefined,
    notifyReady: () => undefined,
    pickPeople: null,
    shareToStage: null,
    configuration: null,
  };
  const graph = createGraph({ baseUrl: tenant.baseUrl, token, environment });
  const told: (readonly LinkReport[])[] = [];
  const report = await checkConnection({ host, graph, home: null }, (links) => told.push(links));
  expect(told.at(-1)).toEqual(report.links);
  return { ...report, broken: report.links.filter((link) => link.state === 'broken') };
}

const states = (links: readonly LinkReport[]): string => links.map((link) => link.state).join(' ');

test('all is well for an officer, and nothing was changed by looking', async () => {
  const access = listAccess(tenant.graphAs('tom'), place);
  const before = must(await access.byKey('workings', 'settings'));
  const report = await check('tom');
  expect(states(report.links)).toBe('good '.repeat(9).trim());
  expect(report).toMatchObject({ right: 'write', site: { id: siteId } });
  expect(must(await access.byKey('workings', 'settings'))).toEqual(before);
});

test('whoever may only read is told whom to ask', async () => {
  const report = await check('vera');
  expect(report.right).toBe('read');
  expect(report.links.at(-2)).toMatchObject({ state: 'good', remedies: ['ask-owner-for-access'] });
});

test('every link after a broken one is not checked', async () => {
  const report = await check('dan');
  expect(states(report.links)).toBe('good good good good broken not-checked not-checked not-checked not-checked');
  expect(report).toMatchObject({ right: 'none', site: null });
});

test.each<[LinkId, string, string[], () => Case | Promise<Case>]>([
  ['host', 'priya', ['open-in-teams'], () => ({ kind: 'browser' })],
  ['sign-in', 'priya', ['sign-in'], () => ({ token: async () => fail({ kind: 'interaction' }) })],
  ['sign-in', 'priya', ['go-online'], () => ({ token: async () => fail({ kind: 'offline' }) })],
  [
    'consent',
    'priya',
    ['allow', 'admin-consent'],
    () => ({ token: tenant.tokenFor('priya', ['Sites.ReadWrite.All']) }),
  ],
  ['channel', 'priya', ['choose-channel'], () => ({ context: { channel: null, site: null } })],
  ['site', 'priya', ['tell-it'], () => ({ context: { site: { domain: siteDomain, path: '/sites/gone' } } })],
  ['site', 'dan', ['ask-owner-for-access'], () => ({})],
  [
    'lists',
    'tom',
    ['set-up', 'ask-owner-to-set-up'],
    async () => {
      await remove(`/${place.lists.actions}`);
      return {};
    },
  ],
  [
    'columns',
    'tom',
    ['repair', 'ask-owner-to-set-up'],
    async () => {
      await remove(`/${place.lists.responses}/columns/Level`);
      return {};
    },
  ],
])('%s broken for %s: %j', async (link, slug, remedies, arrange) => {
  const { broken } = await check(slug, await arrange());
  expect(broken.map((each) => [each.link, each.remedies])).toEqual([[link, remedies]]);
});

const remove = async (path: string): Promise<void> => {
  const call = { method: 'DELETE', path: `/sites/${siteId}/lists${path}`, scopes: ['Sites.Manage.All'] } as const;
  must(await tenant.graphAs('priya').send(call, z.unknown()));
};

test('details for IT name what is missing and never a token', async () => {
  await remove(`/${place.lists.responses}/columns/Level`);
  const report = await check('tom');
  expect(report.broken[0]?.details).toEqual(['Procurement responses: Level']);
  expect(JSON.stringify(report)).not.toContain('eyJ');
  const consent = await check('tom', { token: tenant.tokenFor('tom', ['Sites.Read.All']) });
  expect(consent.broken[0]).toMatchObject({ fault: { kind: 'consent', scopes: ['Sites.Read.All'] } });
});
