// Councillors' lists in another site: made there, remembered, gone on with after half of it, moved; and nothing there keeps officers from working.
import { z } from 'zod';
import { generalChannelId, membersSite, siteDomain, siteId, sitePath, teamId } from '../../sandbox/store/seed';
import type { Host, HostContext } from '../../src/base/host';
import { checkConnection } from '../../src/connection/check';
import { findPlace } from '../../src/connection/findPlace';
import { planSetUp, setUp } from '../../src/connection/setUp';
import type { Wanted } from '../../src/connection/survey';
import type { Graph } from '../../src/graph/graph';
import { listAccess } from '../../src/sharepoint/access';
import { encode } from '../../src/sharepoint/codecs';
import type { Place } from '../../src/sharepoint/place';
import { listsOfSite } from '../../src/sharepoint/provision';
import { siteById } from '../../src/sharepoint/sites';
import { must, personOf, startTenant, type Tenant } from '../sharepoint/tenant';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant({ inProcess: true });
});
beforeEach(() => tenant.control('POST', '/reset'));
afterAll(() => tenant.close());

const there: Wanted = { kind: 'there', siteId: membersSite.id };
const here: Wanted = { kind: 'here' };

const planAs = async (graph: Graph, wanted?: Wanted) =>
  must(await planSetUp(graph, must(await siteById(graph, siteId)), wanted));

async function run(graph: Graph, wanted?: Wanted) {
  return await setUp(graph, await planAs(graph, wanted), () => undefined);
}

const namesIn = async (site: string) =>
  must(await listsOfSite(tenant.graphAs('priya'), site))
    .map((list) => list.displayName)
    .sort();

const forCouncillors = ['Procurement comments', 'Procurement results'];

/** What somebody finds who opens the tab. */
async function found(slug: string) {
  const place = must(await findPlace(tenant.graphAs(slug), { id: siteId }));
  if (place.kind !== 'ready') throw new Error(place.kind);
  return place;
}

const tokenOf = async (slug: string): Promise<string> => must(await tenant.tokenFor(slug)(['Sites.Manage.All']));

/** Calls one of the sandbox's interfaces as the owner of a site. */
async function asOwner(method: string, path: string, body: object): Promise<void> {
  const answer = await tenant.fetch(`${tenant.baseUrl.replace('/graph/v1.0', '')}/sandbox${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await tokenOf('priya')}` },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const roleInMembers = (slug: string, role: string) =>
  asOwner('PUT', `/site-role/${personOf(slug).id}`, { role, siteId: membersSite.id });

test('both lists are made in the other site and the rest in the team’s, and everybody finds them there', async () => {
  const before = await planAs(tenant.graphAs('priya'), there);
  expect(before).toMatchObject({
    complete: false,
    moves: false,
    councillors: { kind: 'there', site: { id: membersSite.id } },
  });
  const place = must(await run(tenant.graphAs('priya'), there));
  expect(place.councillorsSiteId).toBe(membersSite.id);
  expect(await namesIn(membersSite.id)).toEqual(forCouncillors);
  expect(await namesIn(siteId)).toHaveLength(4);
  const { place: seen, listLinks } = await found('tom');
  expect(seen).toEqual(place);
  expect(listLinks.results).toContain('/sites/members/Lists/');
  expect(listLinks.actions).toContain('/sites/procurement/Lists/');
  expect(await planAs(tenant.graphAs('priya'))).toMatchObject({ complete: true, councillors: { kind: 'there' } });
});

test('councillors read results and write comments there, and have no right on anything else', async () => {
  const place = must(await run(tenant.graphAs('priya'), there));
  const margaret = listAccess(tenant.graphAs('margaret'), place);
  const comment = encode(
    'comments',
    { assessmentId: null, keyAreaId: null, title: '', kind: 'question', text: 'Why?', reply: '' },
    '',
  );
  must(await margaret.byAssessment('results', 'a1'));
  must(await margaret.create('comments', comment));
  const refused = { ok: false, error: { kind: 'no-access' } };
  expect(await margaret.create('results', { Title: 'mine' })).toMatchObject(refused);
  for (const list of ['assessments', 'workings', 'responses', 'actions'] as const)
    expect(await margaret.byAssessment(list, 'a1')).toMatchObject(refused);
  expect(await findPlace(tenant.graphAs('margaret'), { id: siteId })).toMatchObject(refused);
});

test('interrupted at any change, it goes on in the site that was chosen, without being told again', async () => {
  for (let nth = 1; ; nth += 1) {
    await tenant.control('POST', '/reset');
    let changes = 0;
    const breaking: typeof fetch = async (input, init) => {
      if (/"method":"(POST|PATCH)"/.test(String(init?.body))) changes += 1;
      if (changes < nth) return await tenant.fetch(input, init);
      if (changes === nth) await tenant.fetch(input, init);
      throw new TypeError('fetch failed');
    };
    const interrupted = await run(tenant.graphAs('priya', breaking), there);
    if (interrupted.ok) {
      // Six lists, the row that says where, and the same row with all lists.
      expect(nth).toBe(9);
      return;
    }
    // The very first change is the list that holds the row: before that nothing is known of the choice.
    must(await run(tenant.graphAs('tom'), nth === 1 ? there : undefined));
    expect([nth, await namesIn(membersSite.id)]).toEqual([nth, forCouncillors]);
    expect([nth, (await namesIn(siteId)).length]).toEqual([nth, 4]);
    expect((await found('tom')).place.councillorsSiteId).toBe(membersSite.id);
  }
}, 60_000);

describe('moving', () => {
  test('later, to another site and back: the lists that were there stay, with what is in them', async () => {
    const first = must(await run(tenant.graphAs('priya')));
    const access = listAccess(tenant.graphAs('priya'), first);
    const row = must(await access.create('comments', { CommentText: 'before the move' }));
    const plan = await planAs(tenant.graphAs('priya'), there);
    expect(plan).toMatchObject({ moves: true, complete: false });
    const second = must(await run(tenant.graphAs('priya'), there));
    expect(second).toMatchObject({ councillorsSiteId: membersSite.id, siteId });
    expect(second.lists.actions).toBe(first.lists.actions);
    expect(second.lists.results).not.toBe(first.lists.results);
    expect(must(await access.read('comments', row.itemId)).fields.CommentText).toBe('before the move');
    expect((await planAs(tenant.graphAs('priya'))).complete).toBe(true);
    // Back again it finds its own lists.
    expect(must(await run(tenant.graphAs('priya'), here))).toEqual(first);
    expect((await found('tom')).place).toEqual(first);
  });

  test('half-way the old lists count, as if nothing had begun', async () => {
    const first = must(await run(tenant.graphAs('priya')));
    let lists = 0;
    const breaking: typeof fetch = async (input, init) => {
      if (/"method":"POST"/.test(String(init?.body))) lists += 1;
      if (lists > 1) throw new TypeError('fetch failed');
      return await tenant.fetch(input, init);
    };
    expect(await run(tenant.graphAs('priya', breaking), there)).toMatchObject({ ok: false });
    expect((await found('tom')).place).toEqual(first);
    must(await run(tenant.graphAs('priya'), there));
    expect(await namesIn(membersSite.id)).toEqual(forCouncillors);
  });
});

describe('a site that is out of reach', () => {
  let place: Place;
  beforeEach(async () => {
    place = must(await run(tenant.graphAs('priya'), there));
  });

  test('does not keep an officer from working, and is left alone by repair', async () => {
    await roleInMembers('tom', 'guest');
    const tom = await found('tom');
    expect(tom.place).toEqual(place);
    expect([tom.listLinks.results, tom.listLinks.actions !== '']).toEqual(['', true]);
    const plan = await planAs(tenant.graphAs('tom'));
    expect(plan).toMatchObject({ complete: true, councillors: { kind: 'out-of-reach', fault: { kind: 'no-access' } } });
    expect(plan.steps.filter(({ state }) => state === 'out-of-reach').map(({ list }) => list)).toEqual([
      'results',
      'comments',
    ]);
    expect(must(await run(tenant.graphAs('tom')))).toEqual(place);
    expect(await namesIn(membersSite.id)).toEqual(forCouncillors);
  });

  test('a list in it that is closed to an officer is not made a second time', async () => {
    await asOwner('PUT', `/rights/${place.lists.results}`, { [personOf('tom').id]: 'none' });
    expect((await found('tom')).place).toEqual(place);
    must(await run(tenant.graphAs('tom')));
    expect(await namesIn(membersSite.id)).toEqual(forCouncillors);
  });

  test('a list in it that was deleted does not keep officers from working, and repair makes it anew', async () => {
    const path = `/sites/${membersSite.id}/lists/${place.lists.results}`;
    const call = { method: 'DELETE', path, scopes: ['Sites.Manage.All'] } as const;
    must(await tenant.graphAs('priya').send(call, z.unknown()));
    expect((await found('tom')).place).toEqual(place);
    const repaired = must(await run(tenant.graphAs('priya')));
    expect(repaired.lists.results).not.toBe(place.lists.results);
    expect((await found('tom')).place).toEqual(repaired);
  });

  test('who may not create lists in it is told at the first of them', async () => {
    await tenant.control('POST', '/reset');
    await roleInMembers('priya', 'visitor');
    expect(await run(tenant.graphAs('priya'), there)).toMatchObject({
      ok: false,
      error: { list: 'results', fault: { kind: 'no-access' } },
    });
  });
});

describe('the connection check', () => {
  const context: HostContext = {
    person: null,
    tenantId: null,
    frame: 'content',
    subPage: null,
    channel: { teamId, channelId: generalChannelId, teamName: 'Procurement and commercial', channelName: 'General' },
    meeting: null,
    site: { domain: siteDomain, path: sitePath },
  };

  async function checkAs(slug: string) {
    const host: Host = {
      kind: 'teams',
      context: () => context,
      theme: () => 'default',
      onThemeChange: () => () => undefined,
      token: tenant.tokenFor(slug),
      linkTo: () => '',
      open: async () => undefined,
      notifyReady: () => undefined,
      pickPeople: null,
      shareToStage: null,
      configuration: null,
    };
    const report = await checkConnection({ host, graph: tenant.graphAs(slug), home: null }, () => undefined);
    return { ...report, broken: report.links.filter(({ state }) => state === 'broken') };
  }

  let place: Place;
  beforeEach(async () => {
    place = must(await run(tenant.graphAs('priya'), there));
    const access = listAccess(tenant.graphAs('priya'), place);
    must(await access.create('results', { Title: 'shared', ResultKey: 'a1:x' }));
    must(await access.create('comments', { Title: 'asked' }));
  });

  test('says what an officer may do with each list, and leaves no trace', async () => {
    const rows = async () => must(await listAccess(tenant.graphAs('priya'), place).read('results', '1'));
    const before = await rows();
    const report = await checkAs('tom');
    expect([report.broken, report.councillors]).toEqual([[], { results: 'write', comments: 'write' }]);
    expect(await rows()).toEqual(before);
  });

  test.each([
    ['results', { results: 'read', comments: 'write' }],
    ['comments', { results: 'write', comments: 'read' }],
  ] as const)('names the right that is lacking on %s, and who grants it', async (list, expected) => {
    await asOwner('PUT', `/rights/${place.lists[list]}`, { [personOf('tom').id]: 'read' });
    const report = await checkAs('tom');
    expect(report.councillors).toEqual(expected);
    expect(report.broken).toMatchObject([{ link: 'councillors', remedies: ['ask-councillors-owner'] }]);
  });

  test('a site out of reach breaks that link only, which is the last', async () => {
    await roleInMembers('tom', 'guest');
    const report = await checkAs('tom');
    expect(report.right).toBe('write');
    expect(report.broken).toMatchObject([
      { link: 'councillors', remedies: ['ask-councillors-owner'], fault: { kind: 'no-access' } },
    ]);
  });

  test('who only looks on in the team needs no more there', async () => {
    expect((await checkAs('vera')).broken).toEqual([]);
  });
});
