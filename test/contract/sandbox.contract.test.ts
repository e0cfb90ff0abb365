// Drives every call the sandbox answers, good and refused, alone and in a batch, and checks each exchange against the
// description of Graph named by GRAPH_OPENAPI and against schemas of our own.
import type { Exchange } from '../../sandbox/graph/exchanges';
import { boardChannelId, driveId, siteId, teamId } from '../../sandbox/store/seed';
import { type Call, makeList, messages, site, startForTest, type TestSandbox } from '../sandbox/graph/client';
import { checkExchanges, describedGraph } from './checkExchanges';

// So many calls take their time on a busy machine.
jest.setTimeout(30_000);

const graph = describedGraph();
let sandbox: TestSandbox;

beforeAll(async () => {
  if (graph === undefined) {
    process.stdout.write(
      'Left out: checks against the Graph description (GRAPH_OPENAPI names none). Own schemas are checked.\n',
    );
  }
  sandbox = await startForTest({ recordExchanges: true });
});
afterAll(() => sandbox.running.close());

const card = JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body: [] });
const message = {
  subject: 'Results',
  importance: 'normal',
  body: { contentType: 'html', content: '<attachment id="c"></attachment>' },
  attachments: [
    {
      id: 'c',
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: card,
      name: null,
      thumbnailUrl: null,
    },
  ],
};
const eventual = { ConsistencyLevel: 'eventual' };
const channel = `/teams/${teamId}/channels/${encodeURIComponent(boardChannelId)}`;

async function people(call: Call, id: string): Promise<void> {
  await call('GET', '/me');
  await call('GET', '/me/photo/$value');
  await call('GET', `/users?$search=${encodeURIComponent('"displayName:a"')}&$count=true`, undefined, eventual);
  await call('GET', '/users?$search=bad');
  await call('GET', `/users/${id}`);
  await call('GET', `/users/${id}/photo/$value`);
  await call('GET', '/users/nobody');
}

async function team(call: Call): Promise<void> {
  await call('GET', '/me/joinedTeams');
  await call('GET', `/teams/${teamId}`);
  await call('GET', `/teams/${teamId}/channels`);
  await call('GET', channel);
  await call('GET', `${channel}/filesFolder`);
  await call('GET', `/drives/${driveId}?$select=id,webUrl,sharePointIds`);
  await call('GET', `/groups/${teamId}/sites/root`);
  const { body } = await call('POST', messages, message);
  await call('POST', `${messages}/${body.id}/replies`, { body: { contentType: 'text', content: 'Thanks' } });
  await call('GET', `${messages}?$expand=replies&$top=1`);
  await call('GET', `${messages}/${body.id}`);
  await call('GET', `${messages}/${body.id}/replies`);
  await call('POST', messages, { body: { content: '' } });
  await call('POST', messages, { body: { content: 'x'.repeat(30_000) } });
}

/** The activity feed, and what the app does without a person. */
async function unattended(call: Call, id: string, list: string): Promise<void> {
  const line = {
    topic: { source: 'text', value: 'x', webUrl: 'https://teams.microsoft.com/l/entity/a/b' },
    activityType: 'systemDefault',
    previewText: { content: 'y' },
    templateParameters: [{ name: 'systemDefaultText', value: 'z' }],
  };
  await call('POST', `/users/${id}/teamwork/sendActivityNotification`, line);
  await call('POST', `/users/${id}/teamwork/sendActivityNotification`, {});
  const { body } = await call('POST', `${list}/items`, { fields: { Title: 'by the app' } });
  await call('GET', `${list}/items?$expand=fields&$top=5`);
  await call('GET', `${list}/items/${body.id}`);
  await call('GET', `${list}/items/${body.id}/versions?$expand=fields`);
  await call('GET', `${list}/items/delta?$expand=fields`);
  await call('POST', messages, message);
}

async function lists(call: Call): Promise<string> {
  await call('GET', site);
  await call('GET', '/sites/northbridge.sharepoint.example:/sites/procurement');
  await call('GET', '/sites/northbridge.sharepoint.example:/sites/procurement:');
  await call('GET', '/sites/northbridge.sharepoint.example:/sites/none');
  const list = await makeList(call, 'Procurement workings');
  await call('POST', `${site}/lists`, { displayName: 'procurement workings' });
  await call('GET', `${site}/lists?$select=id,displayName,list,system`);
  await call('GET', `${list}?$expand=columns`);
  await call('PATCH', list, { displayName: 'Procurement workings 2' });
  await call('GET', `${list}/columns`);
  const { body } = await call('POST', `${list}/columns`, { name: 'More', number: { decimalPlaces: 'none' } });
  await call('GET', `${list}/columns/${body.id}`);
  await call('PATCH', `${list}/columns/${body.id}`, { indexed: true });
  await call('DELETE', `${list}/columns/${body.id}`);
  await call('POST', `${list}/columns`, { name: 'No type' });
  return list;
}

async function items(call: Call, list: string): Promise<void> {
  const fields = {
    Title: 'x',
    AssessmentId: 'a',
    Key: 'k',
    Body: 'long',
    Level: 3,
    State: 'open',
    Due: '2026-06-15T12:00:00Z',
    Told: true,
  };
  const { body } = await call('POST', `${list}/items`, { fields });
  const item = `${list}/items/${body.id}`;
  await call('POST', `${list}/items`, { fields: { Key: 'K' } });
  await call('POST', `${list}/items`, { fields: { Nope: 1 } });
  await call('POST', `${list}/items`, { fields: { Title: 'y' } });
  await call('GET', `${list}/items?$expand=fields($select=Title)&$filter=fields/AssessmentId eq 'a'&$top=200`);
  await call('GET', `${list}/items?$top=1&$expand=fields`);
  await call('GET', `${list}/items?$filter=fields/Level eq 3`);
  await call('GET', item);
  await call('GET', `${item}/fields`);
  await call('PATCH', `${item}/fields`, { Level: 4 }, { 'If-Match': body.eTag });
  await call('PATCH', `${item}/fields`, { Level: 5 }, { 'If-Match': body.eTag });
  await call('PATCH', item, { fields: { Level: 2 } });
  await call('GET', `${item}/versions?$expand=fields`);
  const latest = await call('GET', `${list}/items/delta?token=latest`);
  await call('DELETE', item, undefined, { 'If-Match': body.eTag });
  await call('DELETE', item);
  await call('GET', latest.body['@odata.deltaLink']);
  await call('GET', `${list}/items/delta?$expand=fields&$top=1`);
  await call('GET', `${list}/items/delta()`);
  await call('GET', `${list}/items/delta(token='nonsense')`);
  await call('GET', `${list}/subscriptions/socketIo`);
  await call('DELETE', list);
}

async function pages(call: Call): Promise<void> {
  const kind = { '@odata.type': '#microsoft.graph.sitePage' };
  const text = { '@odata.type': '#microsoft.graph.textWebPart', innerHtml: '<p>Text</p>' };
  const canvasLayout = { horizontalSections: [{ layout: 'oneColumn', columns: [{ width: 12, webparts: [text] }] }] };
  const wish = { ...kind, name: 'results.aspx', title: 'Results', titleArea: { layout: 'plain' }, canvasLayout };
  const { body } = await call('POST', `${site}/pages`, wish);
  const page = `${site}/pages/${body.id}/microsoft.graph.sitePage`;
  await call('POST', `${site}/pages`, wish);
  await call('POST', `${site}/pages`, { ...kind, name: 'no title.aspx' });
  await call('GET', `${page}?$expand=canvasLayout`);
  await call('POST', `${page}/publish`);
  await call('GET', page);
  await call('PATCH', page, { ...kind, canvasLayout }, { 'If-Match': '"{old},1"' });
  await call('PATCH', page, { ...kind, canvasLayout });
  await call('GET', `${site}/pages?$select=id,name`);
  await call('GET', `${site}/pages`);
  await call('DELETE', `${site}/pages/${body.id}`);
  await call('GET', page);
}

async function appFolder(call: Call): Promise<void> {
  const file = '/me/drive/special/approot:/key.json';
  await call('PUT', `${file}:/content`, { d: 1 });
  await call('PUT', `${file}:/content`, { d: 2 });
  await call('GET', `${file}:/content`);
  await call('GET', file);
  await call('DELETE', file);
  await call('GET', file);
}

async function batches(call: Call): Promise<void> {
  const json = { 'Content-Type': 'application/json' };
  await call('POST', '/$batch', {
    requests: [
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: `/sites/${siteId}/lists/none` },
      { id: '3', method: 'POST', url: messages, headers: json, body: message, dependsOn: ['2'] },
      { id: '4', method: 'POST', url: messages, headers: json, body: message },
      { id: '5', method: 'GET', url: '/me/photo/$value' },
    ],
  });
  await call('POST', '/$batch', { requests: [] });
}

/** Everything that misbehaviour answers but the known bug of delta, whose error object no description allows for. */
async function misbehaviour(call: Call): Promise<void> {
  const list = await makeList(call, 'Misbehaving');
  const { body: link } = await call('GET', `${list}/items/delta?token=latest`);
  await call('POST', `${list}/items`, { fields: { Title: 'x' } });
  for (const happens of [
    { kind: 'status', status: 429, code: 'TooManyRequests', retryAfter: 3 },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503, code: 'serviceNotAvailable' },
    { kind: 'status', status: 504 },
    { kind: 'expire-token' },
    { kind: 'threshold' },
    { kind: 'delta-gone' },
    { kind: 'delta-gone', location: false },
    { kind: 'repeat' },
  ]) {
    await sandbox.own('POST', '/faults', { rules: [{ count: 1, happens }] });
    await call('GET', link['@odata.deltaLink']);
  }
  await sandbox.own('POST', '/settings', { sockets: 'off' });
  await call('GET', `${list}/subscriptions/socketIo`);
  await sandbox.own('POST', '/settings', { sockets: 'on', tenantSize: 'up-to-1000' });
  const requests = Array.from({ length: 20 }, (_, id) => ({ id: String(id), method: 'GET', url: `${list}/items` }));
  for (let batch = 0; batch < 33; batch += 1) await call('POST', '/$batch', { requests });
  await sandbox.own('POST', '/settings', { tenantSize: 'without-limit' });
}

const calls = (exchanges: readonly Exchange[]): Set<string> =>
  new Set(exchanges.map(({ method, path }) => `${method} ${path}`));

test('every call the sandbox answers keeps to the contract', async () => {
  const priya = await sandbox.as('priya');
  await people(priya, sandbox.idOf('tom'));
  await team(priya);
  await items(priya, await lists(priya));
  await pages(priya);
  await appFolder(priya);
  await batches(priya);
  await misbehaviour(priya);
  await unattended(await sandbox.asApp(), sandbox.idOf('tom'), await makeList(priya, 'Of the app'));
  const dan = await sandbox.as('dan');
  await dan('GET', site);
  await (await sandbox.as('priya', []))('GET', `${site}/lists`);

  const exchanges = sandbox.running.exchanges();
  expect(calls(exchanges).size).toBeGreaterThan(55);
  expect(exchanges.map(({ status }) => status)).toEqual(expect.arrayContaining([401, 410, 422, 429, 500, 503, 504]));
  const { faults, described, ownCalls } = checkExchanges(exchanges, graph);
  process.stdout.write(
    `Graph exchanges: ${exchanges.length}, ${described} judged by the description, by own schemas: ${ownCalls.join('; ')}.\n`,
  );
  expect(faults).toEqual([]);
});

test('the checks can fail', () => {
  const error = { error: { code: 'x', message: 'y' } };
  const wrong: Exchange[] = [
    { method: 'PUT', path: '/me/drive/special/approot:/a:/content', status: 200, responseBody: { id: 5 } },
    { method: 'GET', path: `/drives/${driveId}`, status: 204 },
    { method: 'GET', path: '/me', status: 404, responseBody: { message: 'not found' } },
    ...(graph === undefined
      ? []
      : [
          { method: 'GET', path: '/me', status: 200, responseBody: { displayName: 5 } },
          { method: 'GET', path: site, status: 200, responseBody: { displayname: 'misspelt' } },
          { method: 'DELETE', path: `${site}/lists/a`, status: 204, responseBody: {} },
          { method: 'GET', path: '/not/a/call', status: 404, responseBody: error },
          { method: 'POST', path: `${site}/lists`, status: 201, requestBody: { displayName: {} }, responseBody: {} },
        ]),
  ];
  for (const exchange of wrong) expect(checkExchanges([exchange], graph).faults).not.toEqual([]);
});

test('no token is recorded, and no content of a file', () => {
  const text = JSON.stringify(sandbox.running.exchanges());
  expect(text).not.toMatch(/eyJhbGciOi|Bearer/);
  expect(text).not.toMatch(/"d":[12]/);
});
