// Starting, stopping, restarting and resetting; two origins on one port; one server per state directory.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PortTaken } from '../../../sandbox/listen';
import { type RunningSandbox, type StartOptions, startSandbox } from '../../../sandbox/start';
import { people } from '../../../sandbox/store/seed';
import { makeList, site, startForTest } from '../graph/client';

let folder = '';
const running: RunningSandbox[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.close()));
  rmSync(folder, { recursive: true });
});

const start = async (options: Partial<StartOptions> = {}): Promise<RunningSandbox> => {
  const sandbox = await startSandbox({ port: 0, directory: folder, quiet: true, ...options });
  running.push(sandbox);
  return sandbox;
};

test('a restart loses nothing, not even tokens and delta links; a reset forgets all but sign-in', async () => {
  const first = await startForTest({ directory: folder });
  const priya = await first.as('priya');
  const list = await makeList(priya, 'Kept');
  await priya('POST', `${list}/items`, { fields: { Title: 'still here' } });
  await first.own('POST', '/settings', { threshold: 77 });
  const { body: delta } = await priya('GET', `${list}/items/delta?token=latest`);
  await first.running.close();

  const second = await startForTest({ directory: folder });
  running.push(second.running);
  const again = await second.as('priya');
  expect((await again('GET', `${list}/items?$expand=fields`)).body.value).toMatchObject([
    { fields: { Title: 'still here' } },
  ]);
  expect((await second.own('GET', '/settings')).body.threshold).toBe(77);
  expect((await second.own('GET', '/requests')).body.length).toBeGreaterThan(2);
  const token = new URL(delta['@odata.deltaLink']).searchParams.get('token');
  expect((await again('GET', `${list}/items/delta?token=${token}`)).status).toBe(200);

  expect((await second.own('POST', '/reset')).status).toBe(204);
  const names = (await again('GET', `${site}/lists`)).body.value.map((each) => each.displayName);
  expect(names).toEqual(['Documents', 'Site Pages']);
  expect((await second.own('GET', '/settings')).body.threshold).toBe(5000);
  expect((await second.own('GET', '/requests')).body).toHaveLength(1);
});

test('a second server on the same state is refused with a message that says what to do', async () => {
  await start();
  await expect(start()).rejects.toThrow(/process \d+.*SANDBOX_DIR/);
});

test('the lock of a process that is gone is taken over', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'server.lock'), '999999999');
  await expect(start()).resolves.toBeDefined();
});

test('a taken port is said so, and leaves the state free', async () => {
  const first = await start({ directory: ':memory:' });
  const port = Number(new URL(first.origin).port);
  await expect(start({ port })).rejects.toThrow(PortTaken);
  await expect(start()).resolves.toBeDefined();
});

const as = (origin: string, host: string, target: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    request({ host: '127.0.0.1', port, path: target, headers: { Host: host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    })
      .on('error', reject)
      .end();
  });

test('one port, two origins: the product’s files and configuration, and the sandbox’s pages', async () => {
  const [product, pages] = [path.join(folder, 'dist'), path.join(folder, 'pages')];
  mkdirSync(product);
  mkdirSync(pages);
  writeFileSync(path.join(product, 'tab.html'), 'the tab');
  writeFileSync(path.join(product, 'tab.0123abcd.js'), 'script');
  writeFileSync(path.join(pages, 'teams.html'), 'teams');
  writeFileSync(path.join(pages, 'sharepoint.html'), 'sharepoint');
  const { origin, productOrigin } = await start({
    productDirectory: product,
    pagesDirectory: pages,
    directory: ':memory:',
  });
  const { host } = new URL(productOrigin);
  const own = new URL(origin).host;

  expect(await as(origin, host, '/tab.html?x=1')).toEqual({ status: 200, text: 'the tab' });
  expect((await as(origin, host, '/tab.0123abcd.js')).text).toBe('script');
  expect(JSON.parse((await as(origin, host, '/config.json')).text)).toMatchObject({
    graph: `${origin}/graph/v1.0`,
    teamsOrigins: [origin],
    teamsDeepLinks: origin,
    browserSignIn: false,
  });
  for (const target of ['/graph/v1.0/me', '/sandbox/people', '/../pages/teams.html', '/']) {
    expect((await as(origin, host, target)).status).toBe(404);
  }
  expect((await as(origin, own, '/')).text).toBe('teams');
  expect((await as(origin, own, '/l/entity/app/entity?label=x')).text).toBe('teams');
  expect((await as(origin, own, '/sharepoint')).text).toBe('sharepoint');
  expect((await as(origin, own, '/tab.html')).status).toBe(404);
  expect((await as(origin, 'rebound.example', '/sandbox/people')).status).toBe(421);
});

test('the interfaces refuse what they do not understand', async () => {
  const sandbox = await startForTest();
  running.push(sandbox.running);
  const refused = async (method: string, target: string, body: unknown): Promise<number> =>
    (await sandbox.own(method, target, body)).status;
  expect(await refused('POST', '/token', { userId: 'nobody', scopes: [] })).toBe(400);
  expect(await refused('POST', '/token', { userId: people[0]?.id })).toBe(400);
  expect(await refused('POST', '/token', '{')).toBe(400);
  expect(await refused('POST', '/settings', { threshold: 0 })).toBe(400);
  expect(await refused('POST', '/settings', { unknown: 1 })).toBe(400);
  expect(await refused('PUT', '/consent/nobody', { mode: 'all' })).toBe(404);
  const id = people[1]?.id;
  expect((await sandbox.own('GET', `/consent/${id}`)).body).toEqual({ mode: 'all' });
  expect(await refused('PUT', `/consent/${id}`, { mode: 'ask', granted: ['User.Read'] })).toBe(200);
  expect((await sandbox.own('GET', `/consent/${id}`)).body).toEqual({ mode: 'ask', granted: ['User.Read'] });
});
