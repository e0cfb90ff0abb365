// Our lists over Graph, against the sandbox: rows by key, by assessment, by home, changes, and what stands in the way.
import { generalChannelId, siteDomain, siteId, sitePath, teamId } from '../../sandbox/store/seed';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { isNotUnderstood } from '../../src/graph/faults';
import { listAccess } from '../../src/sharepoint/access';
import { appFile } from '../../src/sharepoint/appFolder';
import { postCard } from '../../src/sharepoint/channelMessages';
import { decode, encode } from '../../src/sharepoint/codecs';
import type { Fields } from '../../src/sharepoint/listAccess';
import { searchUsers, whoAmI } from '../../src/sharepoint/people';
import type { Place } from '../../src/sharepoint/place';
import type { RecordOf } from '../../src/sharepoint/records';
import { channelsOf, joinedTeams, siteByPath, siteOfChannel, siteOfTeam } from '../../src/sharepoint/sites';
import { must, personOf, startTenant, type Tenant } from './tenant';

let tenant: Tenant;
let place: Place;

beforeAll(async () => {
  tenant = await startTenant();
  const graph = tenant.graphAs('priya');
  const site = must(await siteOfTeam(graph, teamId));
  place = must(await setUp(graph, must(await planSetUp(graph, site)), () => undefined));
});
afterAll(() => tenant.close());

const as = (slug: string) => listAccess(tenant.graphAs(slug), place);
const key = (): string => `key-${Math.random().toString(36).slice(2)}`;
const settings = (rowKey: string): Fields =>
  encode('workings', { kind: 'settings', lists: {}, councillorsSiteId: null }, rowKey);
const about = (assessmentId: string, rowKey: string): Fields => ({ ...settings(rowKey), AssessmentId: assessmentId });

test('a row is created, found by its key whatever its case, changed with its eTag and removed', async () => {
  const access = as('tom');
  const mine = key();
  const made = must(await access.create('workings', settings(mine)));
  expect(made.createdBy).toEqual(personOf('tom'));
  expect(must(await access.byKey('workings', mine.toUpperCase()))?.itemId).toBe(made.itemId);
  const changed = must(await access.change('workings', made.itemId, made.eTag, { PersonId: 'p' }));
  expect(changed).toMatchObject({ fields: { PersonId: 'p', Key: mine } });
  expect(changed.eTag).not.toBe(made.eTag);
  expect(await access.change('workings', made.itemId, made.eTag, { PersonId: 'q' })).toMatchObject({
    error: { kind: 'conflict' },
  });
  expect(await access.remove('workings', made.itemId, made.eTag)).toMatchObject({ error: { kind: 'conflict' } });
  expect(must(await access.read('workings', made.itemId)).fields.PersonId).toBe('p');
  must(await access.remove('workings', made.itemId, changed.eTag));
  expect(must(await access.byKey('workings', mine))).toBeNull();
  expect(await access.read('workings', made.itemId)).toMatchObject({ error: { kind: 'not-found' } });
});

test('a feed that answers with no JSON is a failure that says so, and never an end of changes', async () => {
  const token = must(await as('tom').latest('workings'));
  must(await as('tom').create('workings', settings(key())));
  await tenant.control('POST', '/faults', { rules: [{ count: 1, happens: { kind: 'delta-not-json' } }] });
  const garbled = await as('tom').changes('workings', token);
  expect(garbled).toMatchObject({ ok: false, error: { kind: 'unexpected', status: 200 } });
  expect(!garbled.ok && isNotUnderstood(garbled.error)).toBe(true);
  expect(must(await as('tom').changes('workings', token)).rows).toHaveLength(1);
});

test('versions of a row come newest first, each with who wrote it and what it said', async () => {
  const mine = key();
  const made = must(await as('tom').create('workings', { ...settings(mine), PersonId: 'first' }));
  const changed = must(await as('aisha').change('workings', made.itemId, made.eTag, { PersonId: 'second' }));
  must(await as('tom').change('workings', made.itemId, changed.eTag, { PersonId: null }));
  const versions = must(await as('priya').versions('workings', made.itemId));
  expect(versions.map(({ lastModifiedBy, fields }) => [lastModifiedBy, fields.PersonId ?? null])).toEqual([
    [personOf('tom'), null],
    [personOf('aisha'), 'second'],
    [personOf('tom'), 'first'],
  ]);
  expect(await as('priya').versions('workings', '9999')).toMatchObject({ error: { kind: 'not-found' } });
});

test.each([400, 500])('a key that is taken is told as such, also where SharePoint says %i', async (status) => {
  await tenant.control('POST', '/settings', { uniqueViolation: status });
  const taken = key();
  must(await as('tom').create('workings', settings(taken)));
  expect(await as('aisha').create('workings', settings(taken.toUpperCase()))).toMatchObject({
    error: { kind: 'already-exists' },
  });
});

test('keys with quotes and signs are found, and find nothing else', async () => {
  const access = as('tom');
  const odd = `o'brien & "co" + / ? # ${key()}`;
  must(await access.create('workings', settings(odd)));
  expect(must(await access.byKey('workings', odd))?.fields.Key).toBe(odd.toLowerCase());
  expect(must(await access.byKey('workings', "x' or fields/Key ne '"))).toBeNull();
});

test('all rows of an assessment come, over many pages', async () => {
  const access = as('tom');
  await Promise.all(Array.from({ length: 230 }, (_, n) => access.create('workings', about('many', `many-${n}`))));
  const rows = must(await access.byAssessment('workings', 'MANY'));
  expect(new Set(rows.map((row) => row.fields.Key)).size).toBe(230);
});

test('an assessment is found in its home, and only there', async () => {
  const assessment: RecordOf['assessments'] = {
    id: '5f0c8f0e-3b1c-4a5e-9d55-0d8b9b0c1a11',
    title: 'Spring "2027" <b>&</b> 👍',
    organisation: 'Northbridge Council',
    home: { teamId, channelId: generalChannelId, channelName: 'General' },
    phase: 'open',
    practice: false,
    dueDate: '2027-06-22',
    frameworkId: 'f',
    frameworkVersion: '1',
    keyAreaIds: [],
    facilitators: [personOf('priya')],
    participants: [{ ...personOf('tom'), takingPart: true }],
    showNames: false,
    publicKey: null,
    previousId: null,
    earlier: [],
    tellChannel: true,
    openedAt: null,
    sharedAt: null,
  };
  const access = as('priya');
  const made = must(await access.create('assessments', encode('assessments', assessment, assessment.id)));
  const here = must(await access.openIn(`${teamId}/${generalChannelId}`.toLowerCase()));
  expect(here.map((row) => must(decode('assessments', row)).record)).toEqual([assessment]);
  const closed = encode('assessments', { ...assessment, phase: 'closed' }, assessment.id);
  must(await access.change('assessments', made.itemId, made.eTag, closed));
  expect(must(await access.openIn(`${teamId}/${generalChannelId}`.toLowerCase()))).toEqual([]);
});

test('the feed tells what changed since, each row once with what it says last, and what is gone', async () => {
  const access = as('tom');
  const gone = must(await access.create('workings', settings(key())));
  const token = must(await access.latest('workings'));
  const kept = must(await access.create('workings', settings(key())));
  must(await access.change('workings', kept.itemId, kept.eTag, { PersonId: 'last' }));
  must(await access.remove('workings', gone.itemId, gone.eTag));
  const changes = must(await access.changes('workings', token));
  expect(changes.rows.map((row) => [row.itemId, row.fields.PersonId])).toEqual([[kept.itemId, 'last']]);
  expect(changes.removed).toEqual([gone.itemId]);
  expect(must(await access.changes('workings', changes.token))).toMatchObject({ rows: [], removed: [] });
});

test('a token that is too old asks for a fresh start', async () => {
  const token = must(await as('tom').latest('workings'));
  await tenant.control('POST', '/settings', { deltaTokenLifetimeSeconds: 60 });
  tenant.skip(120_000);
  expect(await as('tom').changes('workings', token)).toMatchObject({ error: { kind: 'resync' } });
});

test('rights are those of SharePoint: a visitor reads, a guest does not, a councillor reads results only', async () => {
  expect((await as('vera').byAssessment('workings', 'none')).ok).toBe(true);
  expect(await as('vera').create('workings', settings(key()))).toMatchObject({
    error: { kind: 'no-access', to: '/sites/…/lists/…/items' },
  });
  expect(await as('dan').byAssessment('workings', 'none')).toMatchObject({ error: { kind: 'no-access' } });
  expect((await as('margaret').byAssessment('results', 'none')).ok).toBe(true);
  expect(await as('margaret').create('results', {})).toMatchObject({ error: { kind: 'no-access' } });
  expect(await as('margaret').byAssessment('workings', 'none')).toMatchObject({ error: { kind: 'no-access' } });
});

describe('people', () => {
  test('who I am, and whom a search finds', async () => {
    const graph = tenant.graphAs('tom');
    expect(must(await whoAmI(graph))).toMatchObject(personOf('tom'));
    const found = must(await searchUsers(graph, 'car'));
    expect(found.map((person) => person.displayName).sort()).toEqual(['Ben Carter', 'Carol Whitfield']);
    expect(must(await searchUsers(graph, '  '))).toEqual([]);
  });

  test.each(['"', '\\', 'O"Brien', 'ann & b=1#'])('searching for %s is only a search', async (text) => {
    expect(must(await searchUsers(tenant.graphAs('tom'), text))).toEqual([]);
  });
});

describe('the app folder', () => {
  test('keeps a file for its owner alone', async () => {
    const mine = appFile(tenant.graphAs('tom'), 'keys.json');
    expect(must(await mine.read())).toBeNull();
    must(await mine.write('{"a":"é"}'));
    must(await mine.write('{"a":"ü"}'));
    expect(must(await mine.read())).toBe('{"a":"ü"}');
    expect(must(await appFile(tenant.graphAs('aisha'), 'keys.json').read())).toBeNull();
  });

  test('may be refused by the organisation', async () => {
    await tenant.control('POST', '/settings', { appFolder: 'refused' });
    expect(await appFile(tenant.graphAs('tom'), 'keys.json').read()).toMatchObject({ error: { kind: 'no-access' } });
    await tenant.control('POST', '/settings', { appFolder: 'works' });
  });
});

describe('channel messages', () => {
  const channel = { teamId, channelId: generalChannelId };
  const soon = new Date(Date.now() + 60_000);
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '<b>Agreed</b> & "done"' }] };

  test('a card is posted, and replied to', async () => {
    const graph = tenant.graphAs('priya');
    const id = must(await postCard(graph, channel, { text: '<script>alert(1)</script> & so on', card }, null, soon));
    expect(must(await postCard(graph, channel, { text: 'again', card }, id, soon))).not.toBe(id);
  });

  test('one that is too large is not sent, and someone outside the team may not post', async () => {
    const before = await tenant.control('GET', '/requests');
    const large = { ...card, body: [{ type: 'TextBlock', text: 'x'.repeat(28 * 1024) }] };
    expect(await postCard(tenant.graphAs('priya'), channel, { text: '', card: large }, null, soon)).toMatchObject({
      error: { kind: 'too-large' },
    });
    expect(await tenant.control('GET', '/requests')).toEqual(before);
    expect(await postCard(tenant.graphAs('vera'), channel, { text: '', card }, null, soon)).toMatchObject({
      error: { kind: 'no-access' },
    });
  });
});

test('the site is found by its path, its team and its channel', async () => {
  const graph = tenant.graphAs('tom');
  const sites = [
    await siteByPath(graph, siteDomain, sitePath),
    await siteOfTeam(graph, teamId),
    await siteOfChannel(graph, teamId, generalChannelId),
  ].map(must);
  expect(sites.map((site) => site.id)).toEqual([siteId, siteId, siteId]);
  expect(must(await joinedTeams(graph)).map((team) => team.id)).toEqual([teamId]);
  expect(
    must(await channelsOf(graph, teamId))
      .map((channel) => channel.displayName)
      .sort(),
  ).toEqual(['Commercial board', 'General']);
  expect(await siteByPath(graph, siteDomain, '/sites/nowhere')).toMatchObject({ error: { kind: 'not-found' } });
});
