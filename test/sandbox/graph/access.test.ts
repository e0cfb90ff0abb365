// Who gets in: tokens, scopes, rights on the site and on lists, and what scripts of other origins may see.
import { SignJWT } from 'jose';
import { siteId, teamId } from '../../../sandbox/store/seed';
import { makeList, messages, send, site, startForTest, type TestSandbox, tokenFor } from './client';

let sandbox: TestSandbox;
let list = '';
let results = '';
let clock = new Date('2026-11-23T10:00:00Z');

beforeAll(async () => {
  sandbox = await startForTest({ now: () => clock });
  const priya = await sandbox.as('priya');
  list = await makeList(priya, 'Procurement workings');
  results = await makeList(priya, 'Procurement results');
});
afterAll(() => sandbox.running.close());

const me = (token?: string) =>
  send(sandbox.origin, 'GET', '/graph/v1.0/me', undefined, token === undefined ? {} : { Authorization: token });

test('a call without a valid token is answered with 401 in the shape of Graph errors', async () => {
  const forged = await new SignJWT({ oid: sandbox.idOf('priya'), scp: 'User.Read' })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('https://graph.microsoft.com')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('somebody else’s secret, long enough'));
  for (const token of [undefined, 'Bearer', 'Bearer nonsense', `Bearer ${forged}`, 'Basic eA==']) {
    const answer = await me(token);
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({
      code: 'InvalidAuthenticationToken',
      message: expect.any(String),
      innerError: { 'request-id': answer.headers.get('request-id'), 'client-request-id': expect.any(String) },
    });
  }
});

test('a token lasts an hour', async () => {
  const token = `Bearer ${await tokenFor(sandbox.origin, 'priya')}`;
  expect((await me(token)).status).toBe(200);
  clock = new Date(clock.getTime() + 3_601_000);
  expect((await me(token)).status).toBe(401);
});

test.each([
  ['GET', '/me', 'Sites.Read.All', 'User.Read'],
  ['GET', '/users', 'User.Read', 'User.ReadBasic.All'],
  ['GET', `/sites/${siteId}`, 'User.Read', 'Sites.Read.All'],
  ['GET', `/sites/${siteId}`, 'Files.Read', 'Sites.ReadWrite.All'],
  ['POST', `${site}/lists`, 'Sites.ReadWrite.All', 'Sites.Manage.All'],
  ['POST', 'LIST/columns', 'Sites.ReadWrite.All', 'Sites.Manage.All'],
  ['GET', 'LIST/items', 'User.Read', 'Sites.Read.All'],
  ['POST', 'LIST/items', 'Sites.Read.All', 'Sites.ReadWrite.All'],
  ['GET', 'LIST/items/delta', 'User.Read', 'Sites.Read.All'],
  ['GET', '/me/joinedTeams', 'User.Read', 'Team.ReadBasic.All'],
  ['GET', `/teams/${teamId}/channels`, 'Team.ReadBasic.All', 'Channel.ReadBasic.All'],
  ['POST', messages, 'ChannelMessage.Read.All', 'ChannelMessage.Send'],
  ['GET', messages, 'ChannelMessage.Send', 'ChannelMessage.Read.All'],
  ['GET', '/me/drive/special/approot:/key.json', 'User.Read', 'Files.ReadWrite.AppFolder'],
])('%s %s refuses %s and accepts %s', async (method, path, tooLittle, enough) => {
  const address = path.replace('LIST', list);
  const body = method === 'POST' ? {} : undefined;
  expect((await (await sandbox.as('priya', [tooLittle]))(method, address, body)).status).toBe(403);
  expect((await (await sandbox.as('priya', [enough]))(method, address, body)).status).not.toBe(403);
});

test.each([
  // person, read the site, read a list, add an item to it, create a list, post in the channel
  ['priya', 200, 200, 201, 201, 201],
  ['ben', 200, 200, 201, 201, 201],
  ['vera', 200, 200, 403, 403, 403],
  ['dan', 403, 403, 403, 403, 403],
])('%s may do what their role on the site says', async (slug, readSite, readList, add, create, post) => {
  const call = await sandbox.as(slug);
  expect((await call('GET', site)).status).toBe(readSite);
  expect((await call('GET', `${list}/items`)).status).toBe(readList);
  expect((await call('POST', `${list}/items`, { fields: { Title: slug } })).status).toBe(add);
  expect((await call('POST', `${site}/lists`, { displayName: `List of ${slug}` })).status).toBe(create);
  expect((await call('POST', messages, { body: { content: 'Hello' } })).status).toBe(post);
});

test('councillors read the results, and the site’s pages, as soon as that list exists, and nothing else', async () => {
  const margaret = await sandbox.as('margaret');
  const seen = await margaret('GET', `${site}/lists`);
  expect(seen.body.value.map((each) => each.displayName)).toEqual(['Site Pages', 'Procurement results']);
  expect((await margaret('GET', `${results}/items`)).status).toBe(200);
  expect((await margaret('POST', `${results}/items`, { fields: { Title: 'x' } })).status).toBe(403);
  expect((await margaret('GET', `${list}/items`)).status).toBe(403);
});

test('councillors add comments and change only their own', async () => {
  const [priya, margaret, sunil] = await Promise.all(['priya', 'margaret', 'sunil'].map((slug) => sandbox.as(slug)));
  if (!priya || !margaret || !sunil) throw new Error('A person is missing.');
  const comments = await makeList(priya, 'Procurement comments');
  const { status, body } = await margaret('POST', `${comments}/items`, { fields: { Title: 'Why two?' } });
  expect(status).toBe(201);
  const item = `${comments}/items/${body.id}`;
  expect((await sunil('PATCH', `${item}/fields`, { Title: 'mine' })).status).toBe(403);
  expect((await sunil('DELETE', item)).status).toBe(403);
  expect((await margaret('PATCH', `${item}/fields`, { Title: 'Why three?' })).status).toBe(200);
  expect((await priya('PATCH', `${item}/fields`, { Title: 'Answered' })).status).toBe(200);
});

test('an owner changes rights on a list and roles on the site; nobody else does', async () => {
  const owner = { Authorization: `Bearer ${await tokenFor(sandbox.origin, 'priya')}` };
  const member = { Authorization: `Bearer ${await tokenFor(sandbox.origin, 'ben')}` };
  const id = list.split('/').at(-1);
  const dan = sandbox.idOf('dan');
  expect((await sandbox.own('PUT', `/rights/${id}`, { [dan]: 'contribute' }, member)).status).toBe(403);
  expect((await sandbox.own('PUT', `/rights/${id}`, { [dan]: 'contribute' })).status).toBe(401);
  expect((await sandbox.own('PUT', `/rights/${id}`, { [dan]: 'nonsense' }, owner)).status).toBe(400);
  expect(
    (await sandbox.own('PUT', `/rights/${id}`, { [dan]: 'contribute', [sandbox.idOf('ben')]: 'read' }, owner)).status,
  ).toBe(200);
  expect((await sandbox.own('GET', `/rights/${id}`, undefined, owner)).body).toEqual({
    [dan]: 'contribute',
    [sandbox.idOf('ben')]: 'read',
  });
  const fields = { fields: { Title: 'x' } };
  expect((await (await sandbox.as('dan'))('POST', `${list}/items`, fields)).status).toBe(201);
  expect((await (await sandbox.as('ben'))('POST', `${list}/items`, fields)).status).toBe(403);

  expect((await sandbox.own('PUT', `/site-role/${dan}`, { role: 'member' }, member)).status).toBe(403);
  expect((await sandbox.own('PUT', `/site-role/${dan}`, { role: 'member' }, owner)).status).toBe(200);
  expect((await sandbox.own('GET', '/people')).body).toContainEqual({
    id: dan,
    displayName: 'Dan Hughes',
    role: 'member',
    membersRole: 'guest',
  });
  expect((await (await sandbox.as('dan'))('GET', `${results}/items`)).status).toBe(200);
});

test('what is not there is a 404, and an unknown call a 400', async () => {
  const priya = await sandbox.as('priya');
  for (const path of [
    `${site}/lists/no-such-list/items`,
    `${list}/items/4711`,
    '/users/nobody',
    '/teams/none',
    messages.replace('General', '').replace('thread', 'none'),
  ]) {
    expect((await priya('GET', path)).status).toBe(404);
  }
  expect((await priya('GET', `/sites/${siteId.replace('northbridge', 'elsewhere')}`)).status).toBe(404);
  expect((await priya('GET', '/sites/elsewhere.sharepoint.example:/sites/procurement')).status).toBe(400);
  expect((await priya('GET', '/me/planner')).status).toBe(400);
});

test('pages on this machine may call Graph and see only the headers the real one shows; others may not', async () => {
  const ask = (origin: string) =>
    fetch(`${sandbox.origin}/graph/v1.0/me`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,if-match',
      },
    });
  const near = await ask('http://localhost:4430');
  expect(near.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:4430');
  expect(near.headers.get('Access-Control-Allow-Headers')).toMatch(/If-Match/);
  expect((await ask('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  const answer = await send(sandbox.origin, 'GET', '/graph/v1.0/me', undefined, { Origin: 'http://localhost:4430' });
  expect(answer.headers.get('Access-Control-Expose-Headers')).not.toMatch(/retry-after|etag/i);
  expect((await sandbox.own('POST', '/reset', undefined, { Origin: 'https://evil.example' })).status).toBe(403);
});
