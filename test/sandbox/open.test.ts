// A sandbox without a port: the same Graph and the same faults, within one process and on a clock of the test's own.
import * as z from 'zod/mini';
import { must, personOf, startTenant, type Tenant } from '../sharepoint/tenant';

let tenant: Tenant;
let now = Date.parse('2026-11-23T10:00:00Z');
const waited: number[] = [];

beforeAll(async () => {
  tenant = await startTenant({
    inProcess: true,
    now: () => new Date(now),
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      now += milliseconds;
    },
    tenantSize: 'up-to-1000',
  });
});
afterEach(() => tenant.control('DELETE', '/faults'));
afterAll(() => tenant.close());

const me = { method: 'GET', path: '/me', scopes: ['User.Read'] } as const;
const person = z.object({ displayName: z.string() });
const happens = (kind: object) => tenant.control('POST', '/faults', { rules: [{ count: 1, happens: kind }] });

test('Graph answers the product’s own client', async () => {
  expect(must(await tenant.graphAs('priya').send(me, person))).toEqual({ displayName: personOf('priya').displayName });
});

test('the product’s own interfaces and files are there too, and nobody else’s names', async () => {
  expect(await tenant.control('GET', '/usage')).toMatchObject({ limit: 1250 });
  expect((await tenant.fetch('http://localhost/config.json')).status).toBe(200);
  expect((await tenant.fetch('http://elsewhere.example/config.json')).status).toBe(421);
});

test('a broken connection is what fetch makes of one', async () => {
  await happens({ kind: 'drop-before' });
  const sent = tenant.graphAs('priya').send(me, person);
  expect(await sent).toMatchObject({ ok: false });
  await happens({ kind: 'drop-after' });
  const token = must(await tenant.tokenFor('priya')(['User.Read']));
  const headers = { Authorization: `Bearer ${token}` };
  await expect(tenant.fetch(`${tenant.baseUrl}/me`, { headers })).rejects.toEqual(new TypeError('fetch failed'));
});

test('a delay passes on the clock that was given, without waiting', async () => {
  await happens({ kind: 'delay', milliseconds: 500_000 });
  const before = now;
  must(await tenant.graphAs('priya').send(me, person));
  expect([waited, now - before]).toEqual([[500_000], 500_000]);
});

test('a caller may give up waiting', async () => {
  const giveUp = new AbortController();
  const slow = await startTenant({ inProcess: true, wait: () => new Promise(() => giveUp.abort()) });
  await slow.control('POST', '/faults', { rules: [{ happens: { kind: 'delay', milliseconds: 1 } }] });
  const token = must(await slow.tokenFor('priya')(['User.Read']));
  const call = slow.fetch(`${slow.baseUrl}/me`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: giveUp.signal,
  });
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  await slow.close();
});
