// Faults on request: each kind does what it says, to the calls its rule fits, as often as the rule says, and the same again for the same seed.
import { type Call, makeList, site, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;
let list = '';
let number = 0;

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya');
});
beforeEach(async () => {
  number += 1;
  list = await makeList(priya, `Faults ${number}`);
});
afterEach(() => sandbox.own('DELETE', '/faults'));
afterAll(() => sandbox.running.close());

const json = { 'Content-Type': 'application/json' };
const ask = async (rule: object, seed?: number): Promise<void> => {
  const answer = await sandbox.own('POST', '/faults', { rules: [rule], ...(seed === undefined ? {} : { seed }) });
  if (answer.status !== 200) throw new Error(answer.text);
};
const add = (title: string, call: Call = priya) => call('POST', `${list}/items`, { fields: { Title: title } });
const status = async (call: Call = priya): Promise<number> => (await call('GET', `${list}/items`)).status;
const titles = async (): Promise<unknown[]> =>
  (await priya('GET', `${list}/items?$expand=fields`)).body.value.map(({ fields }) => fields.Title);
const struck = async (): Promise<number[]> =>
  (await sandbox.own('GET', '/faults')).body.rules.map((rule) => rule.struck);
const batch = (requests: readonly object[]) => priya('POST', '/$batch', { requests });
const adding = (id: string, title: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: json,
  body: { fields: { Title: title } },
  ...more,
});
const deltaLink = async (): Promise<string> =>
  (await priya('GET', `${list}/items/delta?token=latest`)).body['@odata.deltaLink'];

describe('which calls are struck', () => {
  const unavailable = { kind: 'status', status: 503 };

  test('those of the method, the path with * for anything, and the person; all others are left alone', async () => {
    const tom = await sandbox.as('tom');
    await ask({ method: 'GET', path: '/lists/*/items', user: 'tom', happens: unavailable });
    expect([await status(tom), await status()]).toEqual([503, 200]);
    expect((await add('x', tom)).status).toBe(201);
    expect((await tom('GET', list)).status).toBe(200);
    await sandbox.own('DELETE', '/faults');
    await ask({ user: sandbox.idOf('tom'), happens: unavailable });
    expect([await status(tom), await status()]).toEqual([503, 200]);
  });

  test('the path has its query, as it reads and not as it is encoded', async () => {
    await ask({ path: "Key eq 'my key'", happens: unavailable });
    expect((await priya('GET', `${list}/items?$filter=${encodeURIComponent("fields/Key eq 'my key'")}`)).status).toBe(
      503,
    );
    expect(await status()).toBe(200);
  });

  test('no more of them than the count says, and the rule tells how many', async () => {
    await ask({ path: list, count: 2, happens: unavailable });
    expect([await status(), await status(), await status()]).toEqual([503, 503, 200]);
    expect(await struck()).toEqual([2]);
  });

  test('the same seed strikes the same calls, another one others', async () => {
    const pattern = async (seed: number): Promise<number[]> => {
      await sandbox.own('DELETE', '/faults');
      await ask({ path: list, probability: 0.5, happens: unavailable }, seed);
      const found: number[] = [];
      for (let call = 0; call < 24; call += 1) found.push(await status());
      return found;
    };
    const first = await pattern(7);
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await pattern(7)).toEqual(first);
    expect(await pattern(8)).not.toEqual(first);
  });

  test('of two rules the first that decides the outcome strikes; a delay comes on top', async () => {
    await ask({ path: list, happens: { kind: 'delay', milliseconds: 1 } });
    await ask({ path: list, count: 1, happens: unavailable });
    await ask({ path: list, count: 1, happens: { kind: 'status', status: 500 } });
    expect([await status(), await status(), await status()]).toEqual([503, 500, 200]);
    expect(await struck()).toEqual([3, 1, 1]);
  });

  test('a part of a batch is struck alone, and the batch itself by its own path', async () => {
    await ask({ path: `${list}/items`, count: 1, happens: { ...unavailable, retryAfter: 4 } });
    const { body } = await batch([
      { id: 'a', method: 'GET', url: `${list}/items` },
      { id: 'b', method: 'GET', url: '/me' },
    ]);
    expect(body.responses.find(({ id }) => id === 'a')).toMatchObject({ status: 503, headers: { 'Retry-After': '4' } });
    expect(body.responses.find(({ id }) => id === 'b')).toMatchObject({ status: 200 });
    await ask({ path: '/$batch', happens: unavailable });
    expect((await batch([{ id: 'b', method: 'GET', url: '/me' }])).status).toBe(503);
  });

  test('none after a reset', async () => {
    await ask({ happens: unavailable });
    await sandbox.own('POST', '/reset');
    expect((await sandbox.own('GET', '/faults')).body.rules).toEqual([]);
    expect((await priya('GET', '/me')).status).toBe(200);
  });
});

describe('what happens', () => {
  test('a status comes in Graph’s error shape, with Retry-After in seconds', async () => {
    const code = 'TooManyRequests';
    await ask({ path: list, happens: { kind: 'status', status: 429, code, message: 'Wait', retryAfter: 7 } });
    const answer = await add('never');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('Retry-After')).toBe('7');
    expect(answer.body.error).toMatchObject({
      code,
      message: 'Wait',
      innerError: { 'request-id': expect.any(String), date: expect.any(String) },
    });
    await sandbox.own('DELETE', '/faults');
    expect(await titles()).toEqual([]);
  });

  test('a delay lets the call wait, and then do its work', async () => {
    await ask({ method: 'POST', path: list, happens: { kind: 'delay', milliseconds: 120 } });
    const since = performance.now();
    expect((await add('late')).status).toBe(201);
    expect(performance.now() - since).toBeGreaterThanOrEqual(115);
    expect(await titles()).toEqual(['late']);
  });

  test('a connection broken before leaves nothing done, and nothing in the log', async () => {
    await ask({ method: 'POST', path: list, count: 1, happens: { kind: 'drop-before' } });
    await expect(add('lost')).rejects.toThrow('fetch failed');
    expect(await titles()).toEqual([]);
    const log = (await sandbox.own('GET', '/requests')).body;
    expect(log.filter(({ path }) => path === `${list}/items`)).toHaveLength(0);
    expect((await add('there')).status).toBe(201);
  });

  test('a connection broken after leaves the work done once', async () => {
    await ask({ method: 'POST', path: list, count: 1, happens: { kind: 'drop-after' } });
    await expect(add('stored')).rejects.toThrow('fetch failed');
    expect(await titles()).toEqual(['stored']);
    const { body } = await sandbox.own('GET', '/requests');
    expect(body.filter(({ path }) => path === `${list}/items`)).toMatchObject([{ status: 201 }]);
  });

  test('a refusal behind a broken connection is not seen either', async () => {
    await ask({ path: '/items/99', happens: { kind: 'drop-after' } });
    await expect(priya('DELETE', `${list}/items/99`)).rejects.toThrow('fetch failed');
  });

  test('a part that breaks the connection after its work breaks it for the whole batch, when all parts are done', async () => {
    const { body: item } = await add('first');
    await ask({ method: 'PATCH', path: list, count: 1, happens: { kind: 'drop-after' } });
    const parts = [
      { id: '1', method: 'PATCH', url: `${list}/items/${item.id}/fields`, headers: json, body: { Title: 'changed' } },
      adding('2', 'second', { dependsOn: ['1'] }),
      adding('3', 'third'),
    ];
    await expect(batch(parts)).rejects.toThrow('fetch failed');
    expect(await titles()).toEqual(['changed', 'third', 'second']);
  });

  test('a part that breaks it before leaves the whole batch undone', async () => {
    await ask({ method: 'PATCH', path: list, count: 1, happens: { kind: 'drop-before' } });
    const parts = [
      adding('1', 'never'),
      { id: '2', method: 'PATCH', url: `${list}/items/1/fields`, headers: json, body: { Title: 'x' } },
    ];
    await expect(batch(parts)).rejects.toThrow('fetch failed');
    expect(await titles()).toEqual([]);
    expect(await struck()).toEqual([1]);
  });

  test('a token runs out for this call: 401, for a batch as a whole, for a part alone', async () => {
    await ask({ count: 1, happens: { kind: 'expire-token' } });
    const { status: refused, body } = await add('never');
    expect([refused, body.error.message]).toEqual([401, 'Lifetime validation failed, the token is expired.']);
    await ask({ count: 1, happens: { kind: 'expire-token' } });
    expect((await batch([adding('1', 'never')])).status).toBe(401);
    await ask({ path: list, count: 1, happens: { kind: 'expire-token' } });
    expect((await batch([adding('1', 'never')])).body.responses).toMatchObject([{ status: 401 }]);
    expect(await titles()).toEqual([]);
  });

  test('a query fails as beyond 5,000 items, and nothing but a query', async () => {
    await ask({ happens: { kind: 'threshold' } });
    const answer = await priya('GET', `${list}/items?$filter=fields/Key eq 'a'`);
    expect([answer.status, answer.body.error]).toMatchObject([
      422,
      { code: 'notSupported', innerError: { code: 'tooManyResources' } },
    ]);
    expect((await add('x')).status).toBe(201);
    expect((await priya('GET', `${list}/items/1`)).status).toBe(200);
  });

  test.each([
    [true, /\/items\/delta$/],
    [false, null],
  ])('a delta token is gone, with a place to begin anew: %s; beginning anew works', async (location, expected) => {
    const link = await deltaLink();
    await ask({ happens: { kind: 'delta-gone', location } });
    const { status: gone, headers, body } = await priya('GET', link);
    expect([gone, body.error.code]).toEqual([410, 'resyncChangesApplyDifferences']);
    if (expected === null) expect(headers.get('Location')).toBeNull();
    else expect(headers.get('Location')).toMatch(expected);
    expect((await priya('GET', `${list}/items/delta`)).status).toBe(200);
    expect((await priya('GET', `${list}/items/delta?token=latest`)).status).toBe(200);
  });

  test('an error object stands in place of a deleted item, and waits for a page that has one', async () => {
    const link = await deltaLink();
    await ask({ count: 1, happens: { kind: 'delta-error-object' } });
    expect((await priya('GET', link)).body.value).toEqual([]);
    await add('stays');
    await add('goes');
    await priya('DELETE', `${list}/items/2`);
    const { body } = await priya('GET', link);
    expect(body.value).toMatchObject([{ id: '1' }, { error: { code: 'InternalServerError' } }]);
    expect(body.value[1]).not.toHaveProperty('id');
    expect(body['@odata.deltaLink']).toMatch(/token=/);
    expect((await priya('GET', link)).body.value[1]).toMatchObject({ id: '2', deleted: { state: 'deleted' } });
  });

  test('a delta call with a token is answered with something that is no JSON; one for a new token is not', async () => {
    const link = await deltaLink();
    await ask({ count: 2, happens: { kind: 'delta-not-json' } });
    expect((await priya('GET', `${list}/items/delta?token=latest`)).status).toBe(200);
    expect(await struck()).toEqual([0]);
    const spoilt = await priya('GET', link);
    expect([spoilt.status, spoilt.headers.get('Content-Type')]).toEqual([200, 'text/html']);
    expect(spoilt.text).toMatch(/^<!DOCTYPE html>/);
    const { body } = await batch([{ id: 'a', method: 'GET', url: link.replace(/^.*\/v1\.0/, '') }]);
    expect(body.responses).toMatchObject([{ id: 'a', status: 200, body: btoa(spoilt.text) }]);
    expect((await priya('GET', link)).body.value).toEqual([]);
  });

  test('an item is told twice on a page', async () => {
    const link = await deltaLink();
    await add('one');
    await add('two');
    await ask({ count: 1, happens: { kind: 'repeat' } });
    expect((await priya('GET', link)).body.value.map(({ id }) => id)).toEqual(['1', '2', '1']);
    expect((await priya('GET', link)).body.value.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

const delay = { kind: 'delay', milliseconds: 5 };
test.each([
  ['no rules', { rules: [] }, /rules/],
  ['a kind that is none', { rules: [{ happens: { kind: 'explode' } }] }, /kind/],
  ['a misspelt member', { rules: [{ pth: '/me', happens: delay }] }, /pth/],
  ['a status that is none', { rules: [{ happens: { kind: 'status', status: 200 } }] }, /status/],
  ['a member of another kind', { rules: [{ happens: { ...delay, status: 500 } }] }, /status/],
  ['a chance above one', { rules: [{ probability: 2, happens: delay }] }, /probability/],
  ['a method that is none', { rules: [{ method: 'get', happens: delay }] }, /method/],
  ['a person who is none', { rules: [{ user: 'nobody', happens: delay }] }, /no person nobody/],
  ['a body that is no JSON', '{', /not JSON/],
])('%s is refused with a text that says so, and nothing is added', async (_, body, words) => {
  const answer = await sandbox.own('POST', '/faults', body);
  expect(answer.status).toBe(400);
  expect(answer.text).toMatch(words);
  expect((await sandbox.own('GET', '/faults')).body.rules).toEqual([]);
  expect((await priya('GET', site)).status).toBe(200);
});
