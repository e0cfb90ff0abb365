// Resource units: what the whole app may use in a minute, what happens beyond, and who used what.
import { type Call, makeList, startForTest, type TestSandbox } from './client';

// A thousand calls take their time on a busy machine.
jest.setTimeout(60_000);

let sandbox: TestSandbox;
let priya: Call;
let tom: Call;
let list = '';
let now = 0;

beforeEach(async () => {
  now = Date.parse('2026-11-23T10:00:00Z');
  sandbox = await startForTest({ now: () => new Date(now), settings: { tenantSize: 'up-to-1000' } });
  [priya, tom] = [await sandbox.as('priya'), await sandbox.as('tom')];
  list = await makeList(priya, 'Counted');
  now += 60_000;
});
afterEach(() => sandbox.running.close());

const usage = async () => (await sandbox.own('GET', '/usage')).body;
const json = { 'Content-Type': 'application/json' };

/** Uses so many units, twenty reads of one unit at a time. */
async function use(units: number, call: Call = priya): Promise<void> {
  const read = (_: unknown, index: number) => ({ id: String(index), method: 'GET', url: list });
  for (let left = units; left > 0; left -= 20) {
    await call('POST', '/$batch', { requests: Array.from({ length: Math.min(20, left) }, read) });
  }
}

test('the smallest tenant has 1,250 a minute for all people together; beyond comes 429 until the minute is over', async () => {
  await use(1000);
  await use(250, tom);
  now += 18_500;
  const refused = await priya('GET', list);
  expect([refused.status, refused.body.error.code]).toEqual([429, 'TooManyRequests']);
  expect(refused.headers.get('Retry-After')).toBe('42');
  expect((await tom('POST', `${list}/items`, { fields: {} })).status).toBe(429);
  expect((await priya('GET', `${list}/items`)).headers.get('RateLimit-Remaining')).toBe('0');
  now += 41_500;
  expect((await priya('GET', `${list}/items`)).body.value).toEqual([]);
});

test('from 80 % on answers say what is left; before, they say nothing', async () => {
  now += 10_000;
  await use(998);
  expect((await priya('GET', list)).headers.get('RateLimit-Limit')).toBeNull();
  const { status, headers } = await priya('GET', list);
  expect(status).toBe(200);
  expect(['Limit', 'Remaining', 'Reset'].map((name) => headers.get(`RateLimit-${name}`))).toEqual([
    '1250',
    '250',
    '50',
  ]);
});

test('parts of a batch are judged one by one and tell it in their own headers, which scripts can read nowhere else', async () => {
  await use(1249);
  const { status, body, headers } = await priya(
    'POST',
    '/$batch',
    {
      requests: [
        { id: 'late', method: 'GET', url: list, dependsOn: ['early'] },
        { id: 'early', method: 'GET', url: list },
        { id: 'free', method: 'GET', url: '/me' },
      ],
    },
    { Origin: sandbox.origin },
  );
  expect(status).toBe(200);
  const part = (id: string) => body.responses.find((each) => each.id === id);
  expect(part('early')).toMatchObject({ status: 200, headers: { 'Ratelimit-Remaining': '0' } });
  expect(part('late')).toMatchObject({ status: 429, headers: { 'Retry-After': '60' } });
  expect(part('free')).toMatchObject({ status: 200 });
  expect(headers.get('Access-Control-Expose-Headers')).not.toMatch(/retry|ratelimit/i);
});

test('people, teams and messages cost nothing, however much is used', async () => {
  await use(1260);
  expect((await priya('GET', '/me')).status).toBe(200);
  expect((await priya('GET', '/me/joinedTeams')).status).toBe(200);
});

test('the report counts the running minute and all of them, per person, with what was refused', async () => {
  const { total: before } = await usage();
  await use(1240);
  await use(15, tom);
  now += 30_000;
  const { limit, secondsLeft, minute, total, people } = await usage();
  expect({ limit, secondsLeft, minute }).toEqual({
    limit: 1250,
    secondsLeft: 30,
    minute: { units: 1255, refused: 5 },
  });
  expect(total).toEqual({ units: before.units + 1255, refused: 5 });
  expect(people[sandbox.idOf('tom')]).toEqual({
    minute: { units: 15, refused: 5 },
    total: { units: 15, refused: 5 },
  });
  now += 30_000;
  const next = await usage();
  expect([next.minute, next.total]).toEqual([{ units: 0, refused: 0 }, total]);
  await sandbox.own('POST', '/reset');
  expect((await usage()).total).toEqual({ units: 0, refused: 0 });
});

test.each([
  ['up-to-1000', 1250],
  ['up-to-5000', 2500],
  ['up-to-15000', 3750],
  ['up-to-50000', 5000],
  ['above-50000', 6250],
  ['without-limit', null],
])('a tenant of the size %s has %s', async (tenantSize, limit) => {
  expect((await sandbox.own('POST', '/settings', { tenantSize })).status).toBe(200);
  expect((await usage()).limit).toBe(limit);
});

test('changing one setting leaves the others as they are, and a reset brings back those it was started with', async () => {
  await sandbox.running.close();
  sandbox = await startForTest({ settings: { tenantSize: 'above-50000' } });
  await sandbox.own('POST', '/settings', { threshold: 7 });
  expect((await sandbox.own('GET', '/settings')).body).toMatchObject({ threshold: 7, tenantSize: 'above-50000' });
  await sandbox.own('POST', '/settings', { tenantSize: 'up-to-5000' });
  expect((await sandbox.own('GET', '/settings')).body).toMatchObject({ threshold: 7, tenantSize: 'up-to-5000' });
  await sandbox.own('POST', '/reset');
  expect((await sandbox.own('GET', '/settings')).body).toMatchObject({ threshold: 5000, tenantSize: 'above-50000' });
});

test('work that a refused call would have done is not done', async () => {
  await use(1250);
  expect((await priya('POST', `${list}/items`, { fields: { Title: 'no' } }, json)).status).toBe(429);
  now += 60_000;
  expect((await priya('GET', `${list}/items`)).body.value).toEqual([]);
});
