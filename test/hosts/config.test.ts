// The configuration file: read from beside the page, and refused with the place of the fault.
import { readConfig } from '../../src/hosts/config';

const good = {
  graph: 'https://graph.microsoft.com/v1.0/',
  clientId: '2a6f4e0d-81c3-4b57-a9d2-6e3f17c05b84',
  authority: 'https://login.microsoftonline.com/7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
  teamsOrigins: ['http://127.0.0.1:4430'],
  appId: 'c94d2b7e-5f16-4a83-b0e9-1d7c58a23f60',
  browserSignIn: false,
  teamsDeepLinks: 'https://teams.microsoft.com',
};

const answering = (body: string, status = 200) => {
  const asked: string[] = [];
  const fetchFile: typeof fetch = async (input) => {
    asked.push(String(input));
    return new Response(body, { status });
  };
  return { asked, fetchFile };
};

const page = 'https://council.example/app/tab.html?site=s#/framework';

test('is read from beside the page', async () => {
  const { asked, fetchFile } = answering(JSON.stringify(good));
  const config = await readConfig(fetchFile, page);
  expect(asked).toEqual(['https://council.example/app/config.json']);
  expect(config).toEqual({ ok: true, value: { ...good, graph: 'https://graph.microsoft.com/v1.0' } });
});

test.each([
  ['no JSON', '<html>', 200, 'broken', 'not JSON'],
  ['a missing value', JSON.stringify({ ...good, appId: undefined }), 200, 'broken', 'appId'],
  ['a dangerous address', JSON.stringify({ ...good, graph: 'javascript:alert(1)' }), 200, 'broken', 'graph'],
  [
    'an origin with a path',
    JSON.stringify({ ...good, teamsDeepLinks: 'https://a.example/x' }),
    200,
    'broken',
    'teamsDeepLinks',
  ],
  [
    'an origin with a path in a list',
    JSON.stringify({ ...good, teamsOrigins: ['https://a.example/x'] }),
    200,
    'broken',
    'teamsOrigins.0',
  ],
  [
    'an origin that is no address',
    JSON.stringify({ ...good, teamsOrigins: ['nowhere'] }),
    200,
    'broken',
    'teamsOrigins.0',
  ],
  ['no such file', 'gone', 404, 'unreachable', '404'],
])('%s is refused with its place', async (_, body, status, kind, place) => {
  const config = await readConfig(answering(body, status).fetchFile, page);
  expect(config).toMatchObject({ ok: false, error: { kind, detail: expect.stringContaining(place) } });
});

test('a network that fails is told apart from a broken file', async () => {
  const config = await readConfig(() => Promise.reject(new TypeError('Failed to fetch')), page);
  expect(config).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
});
