// Set-up against the sandbox: fresh, twice, two at once, half-way, beside foreign lists, and as repair.
import { z } from 'zod';
import { generalChannelId, siteId, teamId } from '../../sandbox/store/seed';
import { findPlace, findSetUpChannels, findSite } from '../../src/connection/findPlace';
import type { SetUpStep } from '../../src/connection/report';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { createGraph } from '../../src/graph/client';
import type { Graph, GraphCall } from '../../src/graph/graph';
import { scopes } from '../../src/graph/scopes';
import { definitionOf, listDefinitions } from '../../src/sharepoint/lists';
import { columnsOfList, listsOfSite } from '../../src/sharepoint/provision';
import { listNames } from '../../src/sharepoint/records';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { environment, must, startTenant, type Tenant } from '../sharepoint/tenant';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant();
});
beforeEach(() => tenant.control('POST', '/reset'));
afterAll(() => tenant.close());

async function run(graph: Graph, progress: (steps: readonly SetUpStep[]) => void = () => undefined) {
  const site = await siteOfTeam(graph, teamId);
  if (!site.ok) return site;
  const plan = await planSetUp(graph, site.value);
  return plan.ok ? await setUp(graph, plan.value, progress) : plan;
}

const manage = (graph: Graph, method: GraphCall['method'], path: string, body?: object) =>
  graph.send({ method, path: `/sites/${siteId}/lists${path}`, scopes: scopes.createLists, body }, z.unknown());

const plan = async (slug = 'priya') => {
  const graph = tenant.graphAs(slug);
  return must(await planSetUp(graph, must(await siteOfTeam(graph, teamId))));
};

/** All lists of the site with their columns. */
async function inventory() {
  const graph = tenant.graphAs('priya');
  const lists = must(await listsOfSite(graph, siteId));
  return await Promise.all(
    lists.map(async (list) => ({ ...list, columns: must(await columnsOfList(graph, siteId, list.id)) })),
  );
}

async function expectWhole(): Promise<void> {
  const lists = await inventory();
  const place = must(await findPlace(tenant.graphAs('tom'), { id: siteId }));
  if (place.kind !== 'ready') throw new Error(place.kind);
  expect(lists.filter((list) => Object.values(place.place.lists).includes(list.id)).length).toBe(listNames.length);
  for (const definition of listDefinitions) {
    const list = lists.find(({ id }) => id === place.place.lists[definition.name]);
    const columns = new Map(list?.columns.map((column) => [column.name, column]));
    for (const column of definition.columns)
      expect(columns.get(column.name)).toMatchObject({ indexed: column.indexed, unique: column.unique });
  }
  expect((await plan()).complete).toBe(true);
}

test('fresh: says what will be created, creates it step by step, and is then ready for everyone', async () => {
  const before = await plan();
  expect(before.steps.map(({ displayName, state }) => [displayName, state])).toEqual(
    listDefinitions.map(({ displayName }) => [displayName, 'missing']),
  );
  expect(must(await findPlace(tenant.graphAs('tom'), { id: siteId }))).toEqual({ kind: 'not-set-up' });
  const seen: string[] = [];
  must(await run(tenant.graphAs('priya'), (steps) => seen.push(steps.map(({ state }) => state[0]).join(''))));
  expect(seen).toEqual([
    'wmmmmm',
    'dmmmmm',
    'dwmmmm',
    'ddmmmm',
    'ddwmmm',
    'dddmmm',
    'dddwmm',
    'ddddmm',
    'ddddwm',
    'dddddm',
    'dddddw',
    'dddddd',
  ]);
  await expectWhole();
  expect((await inventory()).length).toBe(6);
});

test('twice: the second time nothing is written', async () => {
  const first = must(await run(tenant.graphAs('priya')));
  const writes = async () =>
    z
      .array(z.object({ method: z.string(), path: z.string() }))
      .parse(await tenant.control('GET', '/requests'))
      .filter(({ method, path }) => method !== 'GET' && path !== '/$batch').length;
  const before = await writes();
  expect(must(await run(tenant.graphAs('tom')))).toEqual(first);
  expect(await writes()).toBe(before);
});

test('two people at once end in one place', async () => {
  const results = await Promise.all([
    run(tenant.graphAs('priya')),
    run(tenant.graphAs('tom')),
    run(tenant.graphAs('ben')),
  ]);
  const places = results.map((result) => must(result));
  expect(places[1]).toEqual(places[0]);
  expect(places[2]).toEqual(places[0]);
  expect((await inventory()).length).toBe(6);
  await expectWhole();
});

describe.each([
  ['before it reached SharePoint', false],
  ['after it reached SharePoint', true],
])('interrupted %s', (_, reached) => {
  test('at any change, and started again, it ends in the same state', async () => {
    for (let nth = 1; ; nth += 1) {
      await tenant.control('POST', '/reset');
      let changes = 0;
      const breaking: typeof fetch = async (input, init) => {
        if (/"method":"(POST|PATCH)"/.test(String(init?.body))) changes += 1;
        if (changes < nth) return await fetch(input, init);
        if (changes === nth && reached) await fetch(input, init);
        throw new TypeError('fetch failed');
      };
      const interrupted = await run(tenant.graphAs('priya', breaking));
      if (interrupted.ok) {
        // Six lists and the row that remembers them.
        expect(nth).toBe(8);
        return;
      }
      must(await run(tenant.graphAs('priya')));
      const place = must(await findPlace(tenant.graphAs('priya'), { id: siteId }));
      expect([nth, place.kind, (await inventory()).length]).toEqual([nth, 'ready', 6]);
      await expectWhole();
    }
  }, 30_000);
});

test('foreign lists of our names are left alone, and ours get names of their own', async () => {
  const graph = tenant.graphAs('priya');
  for (const name of ['workings', 'results'] as const)
    must(
      await manage(graph, 'POST', '', {
        displayName: definitionOf(name).displayName,
        list: { template: 'genericList' },
      }),
    );
  const foreign = await inventory();
  expect((await plan()).steps.map(({ displayName, foreign: other }) => [displayName, other])).toContainEqual([
    'Procurement results (Showing leadership)',
    true,
  ]);
  must(await run(graph));
  await expectWhole();
  const after = await inventory();
  expect(after.length).toBe(8);
  for (const list of foreign) expect(after).toContainEqual(list);
});

describe('repair', () => {
  const idOf = async (name: (typeof listNames)[number]): Promise<string> => {
    const place = must(await findPlace(tenant.graphAs('priya'), { id: siteId }));
    if (place.kind !== 'ready') throw new Error(place.kind);
    return place.place.lists[name];
  };

  beforeEach(async () => {
    must(await run(tenant.graphAs('priya')));
  });

  test.each(listNames)('a deleted list of %s is made anew, the others stay', async (name) => {
    const graph = tenant.graphAs('priya');
    const before = must(await findPlace(graph, { id: siteId }));
    must(await manage(graph, 'DELETE', `/${await idOf(name)}`));
    expect(must(await findPlace(graph, { id: siteId }))).toEqual({ kind: 'incomplete', lists: [name] });
    const place = must(await run(tenant.graphAs('tom')));
    const old = before.kind === 'ready' ? before.place.lists : null;
    for (const other of listNames) expect(place.lists[other] === old?.[other]).toBe(other !== name);
    await expectWhole();
  });

  test('deleted columns are added again and named before', async () => {
    const graph = tenant.graphAs('priya');
    const id = await idOf('responses');
    for (const column of ['Level', 'AssessmentId']) must(await manage(graph, 'DELETE', `/${id}/columns/${column}`));
    const step = (await plan()).steps.find(({ list }) => list === 'responses');
    expect(step).toMatchObject({ state: 'incomplete', missingColumns: ['Level', 'Assessment id'] });
    must(await run(graph));
    await expectWhole();
  });

  test('a lost index is set again', async () => {
    const graph = tenant.graphAs('priya');
    must(
      await manage(graph, 'PATCH', `/${await idOf('workings')}/columns/Key`, {
        indexed: false,
        enforceUniqueValues: false,
      }),
    );
    expect((await plan()).complete).toBe(false);
    must(await run(graph));
    await expectWhole();
  });

  test('renamed lists, and one whose marker is gone, are still ours', async () => {
    const graph = tenant.graphAs('priya');
    const before = must(await findPlace(graph, { id: siteId }));
    for (const name of listNames)
      must(await manage(graph, 'PATCH', `/${await idOf(name)}`, { displayName: `Our ${name}`, description: 'ours' }));
    expect(must(await findPlace(graph, { id: siteId }))).toMatchObject({
      kind: 'ready',
      place: before.kind === 'ready' ? before.place : {},
    });
    must(await manage(graph, 'DELETE', `/${await idOf('actions')}/columns/SlList`));
    expect(must(await findPlace(graph, { id: siteId }))).toEqual({ kind: 'incomplete', lists: ['actions'] });
    expect(must(await run(graph))).toEqual(before.kind === 'ready' ? before.place : null);
    await expectWhole();
  });

  test('a list whose columns never came to be is completed, not doubled', async () => {
    const graph = tenant.graphAs('priya');
    const id = await idOf('comments');
    must(await manage(graph, 'DELETE', `/${id}`));
    const { displayName, description } = definitionOf('comments');
    must(await manage(graph, 'POST', '', { displayName, description, list: { template: 'genericList' } }));
    must(await run(graph));
    expect((await inventory()).length).toBe(6);
    await expectWhole();
  });
});

test('whoever may only look on is told so at the first list, and nothing is left behind', async () => {
  const refused = await run(tenant.graphAs('vera'));
  expect(refused).toEqual({
    ok: false,
    error: { list: 'workings', fault: { kind: 'no-access', to: '/sites/…/lists' } },
  });
  expect(await inventory()).toEqual([]);
});

test('a missing permission to create lists is named', async () => {
  const graph = createGraph({
    baseUrl: tenant.baseUrl,
    token: tenant.tokenFor('priya', scopes.createLists),
    environment,
  });
  expect(await run(graph)).toMatchObject({
    error: { list: 'workings', fault: { kind: 'consent-missing', scopes: ['Sites.Manage.All'] } },
  });
});

test('someone outside the site may not look', async () => {
  expect(await findPlace(tenant.graphAs('dan'), { id: siteId })).toMatchObject({ error: { kind: 'no-access' } });
  expect(
    await findSite(
      tenant.graphAs('dan'),
      { site: null, channel: null },
      { siteId, teamId, channelId: 'x', channelName: '' },
    ),
  ).toMatchObject({
    error: { kind: 'no-access' },
  });
});

test('for a meeting without a channel, the channels whose site is set up are offered', async () => {
  expect(must(await findSetUpChannels(tenant.graphAs('tom')))).toEqual([]);
  must(await run(tenant.graphAs('priya')));
  const offered = must(await findSetUpChannels(tenant.graphAs('tom')));
  expect(offered.map(({ channelName, teamName }) => `${teamName}: ${channelName}`).sort()).toEqual([
    'Procurement and commercial: Commercial board',
    'Procurement and commercial: General',
  ]);
});

test('the site is that of the channel we are in, or of the chosen one, and never a guess', async () => {
  const graph = tenant.graphAs('tom');
  const home = { teamId, channelId: generalChannelId, channelName: 'General' };
  const nowhere = { site: null, channel: null };
  expect(must(await findSite(graph, nowhere, { ...home, siteId })).id).toBe(siteId);
  expect(must(await findSite(graph, nowhere, home)).id).toBe(siteId);
  expect(await findSite(graph, nowhere, { ...home, channelId: '19:gone' })).toMatchObject({
    error: { kind: 'not-found' },
  });
  expect(await findSite(graph, nowhere, null)).toMatchObject({ error: { kind: 'not-found' } });
  const token = tenant.tokenFor('tom', scopes.readChannels);
  expect(await findSite(createGraph({ baseUrl: tenant.baseUrl, token, environment }), nowhere, home)).toMatchObject({
    error: { kind: 'consent-missing' },
  });
});
