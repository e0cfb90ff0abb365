// $batch: each part is judged alone; what the service refuses as a whole.
import { type Call, makeList, site, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;
let list = '';

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya');
  list = await makeList(priya, 'Batched');
});
afterAll(() => sandbox.running.close());

const json = { 'Content-Type': 'application/json' };
const batch = async (requests: unknown, call: Call = priya) => {
  const { status, body } = await call('POST', '/$batch', { requests });
  const parts = body.responses ?? [];
  return { status, part: (id: string) => parts.find((each) => each.id === id), count: parts.length };
};

test('a change and the read that waits for it travel together', async () => {
  const { body: item } = await priya('POST', `${list}/items`, { fields: { Title: 'one' } });
  const { status, part } = await batch([
    { id: 'read', method: 'GET', url: `${list}/items/${item.id}`, dependsOn: ['write'] },
    {
      id: 'write',
      method: 'PATCH',
      url: `${list}/items/${item.id}/fields`,
      headers: { ...json, 'If-Match': item.eTag },
      body: { Title: 'two' },
    },
  ]);
  expect(status).toBe(200);
  expect(part('write')?.status).toBe(200);
  expect(part('read')?.body).toMatchObject({ fields: { Title: 'two' }, eTag: expect.stringMatching(/,2"$/) });
});

test('a part fails alone, and those that wait for it are not tried', async () => {
  const { part, count } = await batch([
    { id: '1', method: 'GET', url: '/me' },
    { id: '2', method: 'POST', url: `${list}/items`, headers: json, body: { fields: { Nope: 1 } } },
    {
      id: '3',
      method: 'POST',
      url: `${list}/items`,
      headers: json,
      body: { fields: { Key: 'never' } },
      dependsOn: ['2'],
    },
    { id: '4', method: 'GET', url: `${list}/items`, dependsOn: ['3'] },
    { id: '5', method: 'DELETE', url: `${list}/items/99` },
  ]);
  expect(count).toBe(5);
  expect(['1', '2', '3', '4', '5'].map((id) => part(id)?.status)).toEqual([200, 400, 424, 424, 404]);
  expect(part('2')?.body.error.message).toMatch(/Nope/);
  const { body } = await priya('GET', `${list}/items?$filter=fields/Key eq 'never'`);
  expect(body.value).toEqual([]);
});

test('scope and right are judged for each part, and each is logged with its own cost', async () => {
  const vera = await sandbox.as('vera');
  const { part } = await batch(
    [
      { id: 'read', method: 'GET', url: `${list}/items` },
      { id: 'write', method: 'POST', url: `${list}/items`, headers: json, body: { fields: {} } },
    ],
    vera,
  );
  expect([part('read')?.status, part('write')?.status]).toEqual([200, 403]);
  const log = (await sandbox.own('GET', '/requests')).body.slice(-3);
  expect(log.find((each) => each.path === '/$batch')).toMatchObject({
    status: 200,
    resourceUnits: 0,
  });
  expect(log.filter((each) => each.path === `${list}/items`)).toHaveLength(2);
  expect(log.every((each) => each.user === sandbox.idOf('vera'))).toBe(true);
});

test('what is no JSON comes back as Base64 text, and no order is kept', async () => {
  const { body } = await priya('POST', '/$batch', {
    requests: [
      { id: 'a', method: 'GET', url: '/me' },
      { id: 'b', method: 'GET', url: 'me/photo/$value' },
    ],
  });
  expect(body.responses.map((each) => each.id)).toEqual(['b', 'a']);
  expect(
    Buffer.from(body.responses[0]?.body ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

const me = (id: string) => ({ id, method: 'GET', url: '/me' });
test.each([
  ['nothing', []],
  ['more than twenty', Array.from({ length: 21 }, (_, index) => me(String(index)))],
  ['ids equal but for case', [me('a'), me('A')]],
  ['an absolute address', [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/me' }]],
  ['a batch inside', [{ id: '1', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } }]],
  ['a body without Content-Type', [{ id: '1', method: 'POST', url: `${site}/lists`, body: { displayName: 'x' } }]],
  ['waiting for nobody', [{ ...me('1'), dependsOn: ['2'] }]],
  [
    'waiting in a circle',
    [
      { ...me('1'), dependsOn: ['2'] },
      { ...me('2'), dependsOn: ['1'] },
    ],
  ],
  ['a part without a method', [{ id: '1', url: '/me' }]],
])('a batch with %s is refused as a whole', async (_, requests) => {
  expect((await batch(requests)).status).toBe(400);
});
