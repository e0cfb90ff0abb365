// The app folder: a person's own files, out of everybody else's reach.
import { startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
const key = '/me/drive/special/approot:/key.json';

beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.running.close());

test('a file is written, read through a link without token, replaced, and deleted', async () => {
  const [priya, tom] = [await sandbox.as('priya'), await sandbox.as('tom')];
  expect((await priya('GET', `${key}:/content`)).status).toBe(404);
  expect((await priya('PUT', `${key}:/content`, { d: 'first' })).status).toBe(201);
  expect((await priya('PUT', `${key}:/content`, { d: 'second' })).status).toBe(200);
  const read = await priya('GET', `${key}:/content`);
  expect(read.body).toEqual({ d: 'second' });
  expect((await priya('GET', key)).body).toMatchObject({
    name: 'key.json',
    size: 14,
    file: { mimeType: 'application/json' },
  });
  expect((await tom('GET', `${key}:/content`)).status).toBe(404);
  const part = await priya('POST', '/$batch', { requests: [{ id: '1', method: 'GET', url: `${key}:/content` }] });
  const { status, headers } = part.body.responses[0] ?? {};
  expect(status).toBe(302);
  expect(await (await fetch(headers?.Location ?? '')).json()).toEqual({ d: 'second' });
  expect((await priya('DELETE', key)).status).toBe(204);
  expect((await fetch(headers?.Location ?? '')).status).toBe(404);
});

test('bytes go through unchanged, also as Base64 text in a batch', async () => {
  const priya = await sandbox.as('priya');
  const bytes = Buffer.from([0, 255, 1, 254]);
  const { body } = await priya('POST', '/$batch', {
    requests: [
      {
        id: '1',
        method: 'PUT',
        url: '/me/drive/special/approot:/raw.bin:/content',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: bytes.toString('base64'),
      },
    ],
  });
  expect(body.responses[0]?.status).toBe(201);
  const link = await priya('POST', '/$batch', {
    requests: [{ id: '1', method: 'GET', url: '/me/drive/special/approot:/raw.bin:/content' }],
  });
  const content = await fetch(link.body.responses[0]?.headers.Location ?? '');
  expect(Buffer.from(await content.arrayBuffer())).toEqual(bytes);
});

test('a tenant may refuse the app folder', async () => {
  const priya = await sandbox.as('priya');
  await sandbox.own('POST', '/settings', { appFolder: 'refused' });
  for (const [method, body] of [
    ['PUT', {}],
    ['GET', undefined],
  ] as const) {
    const answer = await priya(method, `${key}:/content`, body);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'accessDenied']);
  }
});
