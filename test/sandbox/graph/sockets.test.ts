// Being told of changes: who has a list's address is told that something changed in it, until the address runs out.
import { type Socket as ClientSocket, io } from 'socket.io-client';
import { openSandbox } from '../../../sandbox/open';
import { people } from '../../../sandbox/store/seed';
import { type Call, makeList, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;
let list = '';
let other = '';
let skipped = 0;
const sockets: ClientSocket[] = [];

beforeEach(async () => {
  skipped = 0;
  sandbox = await startForTest({ now: () => new Date(Date.now() + skipped) });
  priya = await sandbox.as('priya');
  [list, other] = [await makeList(priya, 'Followed'), await makeList(priya, 'Other')];
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await sandbox.running.close();
});

const address = async (of = list): Promise<string> =>
  (await priya('GET', `${of}/subscriptions/socketIo`)).body.notificationUrl;

/** What the product does, and nothing more. */
const open = (url: string): ClientSocket => {
  const socket = io(url, { transports: ['websocket'] });
  sockets.push(socket);
  return socket;
};
const once = (socket: ClientSocket, event: string): Promise<unknown> =>
  new Promise((resolve) => socket.once(event, resolve));
const connected = async (url: string): Promise<ClientSocket> => {
  const socket = open(url);
  const outcome = await Promise.race([
    once(socket, 'connect'),
    once(socket, 'connect_error').then((error) => {
      throw error;
    }),
  ]);
  expect(outcome).toBeUndefined();
  return socket;
};
const add = () => priya('POST', `${list}/items`, { fields: {} });

test('the address is Graph’s subscription, and lasts a quarter of an hour', async () => {
  const before = Date.now();
  const { status, body } = await priya('GET', `${list}/subscriptions/socketIo`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(body.notificationUrl.startsWith(`${sandbox.origin}/`)).toBe(true);
  expect(new URL(body.notificationUrl).searchParams.get('token')).toMatch(/^[\w-]{43}$/);
  expect(Date.parse(body.expirationDateTime) - before).toBeGreaterThanOrEqual(900_000);
  expect(Date.parse(body.expirationDateTime) - before).toBeLessThan(960_000);
  expect(await address()).not.toBe(body.notificationUrl);
});

test('a new, a changed and a deleted item are told, and only to those who follow that list', async () => {
  const socket = await connected(await address());
  const elsewhere = await connected(await address(other));
  const heard: string[] = [];
  elsewhere.on('notification', () => heard.push('other'));
  for (const change of [
    add,
    () => priya('PATCH', `${list}/items/1/fields`, { Title: 'x' }),
    () => priya('PATCH', `${list}/items/1`, { fields: { Title: 'y' } }),
    () => priya('DELETE', `${list}/items/1`),
  ]) {
    const told = once(socket, 'notification');
    expect((await change()).status).toBeLessThan(300);
    expect(await told).toEqual({ resource: list.slice(1) });
  }
  const told = once(elsewhere, 'notification');
  await priya('POST', `${other}/items`, { fields: {} });
  await told;
  expect(heard).toEqual(['other']);
});

test('many changes within the delay are told once', async () => {
  await sandbox.own('POST', '/settings', { socketDelayMilliseconds: 400 });
  const socket = await connected(await address());
  for (const changes of [5, 1]) {
    const told = once(socket, 'notification');
    const since = performance.now();
    for (let change = 0; change < changes; change += 1) await add();
    await told;
    // Had each been told by itself, the second round would hear of the first.
    expect(performance.now() - since).toBeGreaterThanOrEqual(395);
  }
});

test('a change that broke the connection of its caller is told all the same', async () => {
  const socket = await connected(await address());
  await sandbox.own('POST', '/faults', { rules: [{ path: '/items', happens: { kind: 'drop-after' } }] });
  const told = once(socket, 'notification');
  await expect(add()).rejects.toThrow();
  await told;
});

test.each(['/notifications', '/notifications?token=wrong'])('%s opens nothing', async (target) => {
  await expect(connected(`${sandbox.origin}${target}`)).rejects.toThrow(/not known/);
});

test('an address that ran out opens nothing, and a socket opened with it is closed', async () => {
  await sandbox.own('POST', '/settings', { socketLifetimeSeconds: 0.5 });
  const url = await address();
  const socket = await connected(url);
  await once(socket, 'disconnect');
  await expect(connected(url)).rejects.toThrow(/no longer/);
});

test('a socket whose time is over by the sandbox’s clock is closed instead of told', async () => {
  const socket = await connected(await address());
  let heard = 0;
  socket.on('notification', () => {
    heard += 1;
  });
  skipped = 16 * 60_000;
  const closed = once(socket, 'disconnect');
  await add();
  await closed;
  expect(heard).toBe(0);
});

test('switched off, the answer is 400, and nobody is told any more', async () => {
  await sandbox.own('POST', '/settings', { socketDelayMilliseconds: 0 });
  const socket = await connected(await address());
  let heard = 0;
  socket.on('notification', () => {
    heard += 1;
  });
  await sandbox.own('POST', '/settings', { sockets: 'off' });
  const { status, body } = await priya('GET', `${list}/subscriptions/socketIo`);
  expect([status, body.error.code]).toEqual([400, 'notSupported']);
  await add();
  await sandbox.own('POST', '/settings', { sockets: 'on' });
  const told = once(socket, 'notification');
  await add();
  await told;
  expect(heard).toBe(1);
});

test('a page of this machine may connect, one from elsewhere may not', async () => {
  const from = (origin: string): ClientSocket => {
    const socket = io(url, { transports: ['websocket'], extraHeaders: { Origin: origin }, reconnection: false });
    sockets.push(socket);
    return socket;
  };
  const url = await address();
  await once(from(sandbox.running.productOrigin), 'connect');
  await once(from('https://elsewhere.example'), 'connect_error');
});

test('the product’s own host name leads there too, whichever address it stands for', async () => {
  const url = new URL(await address());
  url.hostname = 'localhost';
  const socket = await connected(url.href);
  const told = once(socket, 'notification');
  await add();
  await told;
});

test('a reset takes addresses back, and a sandbox that closes ends all sockets at once', async () => {
  const url = await address();
  const first = await connected(url);
  const ended = once(first, 'disconnect');
  await sandbox.own('POST', '/reset');
  await ended;
  await expect(connected(url)).rejects.toThrow(/not known/);

  list = await makeList(priya, 'Again');
  const second = await connected(await address());
  const closed = once(second, 'disconnect');
  const since = performance.now();
  await sandbox.running.close();
  await closed;
  expect(performance.now() - since).toBeLessThan(2000);
  sandbox = await startForTest();
});

test('no right to read the list, no address; and none where nobody listens', async () => {
  const dan = await sandbox.as('dan');
  expect((await dan('GET', `${list}/subscriptions/socketIo`)).status).toBe(403);

  const inside = openSandbox({ directory: ':memory:' });
  const post = { method: 'POST', body: JSON.stringify({ userId: people[0]?.id, scopes: ['Files.Read'] }) };
  const given = await (await inside.fetch(`${inside.origin()}/sandbox/token`, post)).json();
  const headers = { Authorization: `Bearer ${given.access_token}` };
  const path = list.replace(/lists\/.*/, 'lists/Documents');
  const answer = await inside.fetch(`${inside.origin()}/graph/v1.0${path}/subscriptions/socketIo`, { headers });
  expect(answer.status).toBe(400);
  inside.close();
});
