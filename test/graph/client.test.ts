// One way to Graph: batches, each call judged alone, patience, and a token that goes nowhere else.
import fc from 'fast-check';
import { z } from 'zod';
import { fail, ok } from '../../src/base/result';
import type { Graph, GraphCall } from '../../src/graph/graph';
import { baseUrl, type FakeAnswer, fakeGraph, type Sent } from './fakeService';

const get = (path: string, scopes: readonly string[] = ['Sites.Read.All']): GraphCall => ({
  method: 'GET',
  path,
  scopes,
});
const post = (path: string): GraphCall => ({
  method: 'POST',
  path,
  scopes: ['Sites.ReadWrite.All'],
  body: { fields: {} },
});
const patch = (path: string): GraphCall => ({
  method: 'PATCH',
  path,
  scopes: ['Sites.ReadWrite.All'],
  headers: { 'If-Match': '"g,1"' },
  body: { Level: 3 },
});
const text = z.object({ text: z.string() });
const busy = (seconds: string): FakeAnswer => ({ status: 429, headers: { 'Retry-After': seconds } });

test('any set of calls in any grouping: every call gets exactly its own answer', async () => {
  const call = fc.record({
    method: fc.constantFrom<'GET' | 'POST' | 'PATCH'>('GET', 'POST', 'PATCH'),
    scope: fc.constantFrom('A', 'B'),
    refused: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 50 }), async (calls) => {
      const { graph, sent } = fakeGraph((part) =>
        calls[Number(part.url.split('/').at(-1))]?.refused
          ? { status: 404 }
          : { status: 200, body: { text: part.url } },
      );
      const results = await Promise.all(
        calls.map(({ method, scope }, place) => graph.send({ method, path: `/sites/${place}`, scopes: [scope] }, text)),
      );
      expect(results).toEqual(
        calls.map(({ refused }, place) =>
          refused ? fail({ kind: 'not-found', what: '/sites' }) : ok({ text: `/sites/${place}` }),
        ),
      );
      for (const batch of sent) {
        expect(batch.parts.length).toBeLessThanOrEqual(20);
        const scopes = batch.parts.map((part) => calls[Number(part.url.split('/').at(-1))]?.scope);
        expect(new Set(scopes).size).toBe(1);
      }
      expect(sent.length).toBe(
        ['A', 'B'].reduce((sum, scope) => sum + Math.ceil(calls.filter((each) => each.scope === scope).length / 20), 0),
      );
    }),
    { numRuns: 50 },
  );
});

test('a missing consent holds up only the calls that need it', async () => {
  const { graph } = fakeGraph(() => ({ status: 200, body: { text: 'x' } }), {
    token: async (scopes) => (scopes.includes('ChannelMessage.Send') ? fail({ kind: 'interaction' }) : ok('token')),
  });
  const [reading, posting] = await Promise.all([
    graph.send(get('/me'), text),
    graph.send(get('/teams', ['ChannelMessage.Send']), text),
  ]);
  expect(reading.ok).toBe(true);
  expect(posting).toEqual(fail({ kind: 'consent-missing', scopes: ['ChannelMessage.Send'] }));
});

describe('the token', () => {
  test.each([
    'http://evil.example/graph/v1.0/me',
    'http://graph.example/other/v1.0/me',
    'http://graph.example/graph/v1.0/../../evil',
    'http://graph.example@evil.example/graph/v1.0/me',
    '//evil.example/me',
    '/../beta/me',
    'me',
  ])('never goes to %s', async (path) => {
    const { graph, sent } = fakeGraph(() => ({ status: 200, body: {} }));
    await expect(graph.send(get(path), z.unknown())).rejects.toThrow('Only the configured Microsoft Graph');
    expect(sent).toEqual([]);
  });

  test("goes to Graph's own links, which become relative and stay as they are", async () => {
    const { graph, sent } = fakeGraph((part) => ({ status: 200, body: { text: part.url } }));
    const link = `${baseUrl}/sites/a,b,c/lists/1/items/delta?token=x%27y&$expand=fields`;
    expect(await graph.send(get(link), text)).toEqual(
      ok({ text: '/sites/a,b,c/lists/1/items/delta?token=x%27y&$expand=fields' }),
    );
    expect(sent.map(({ url, token }) => ({ url, token }))).toEqual([
      { url: `${baseUrl}/$batch`, token: 'Bearer token' },
    ]);
  });

  test('is not sent along to where a file is fetched from', async () => {
    const { graph, sent } = fakeGraph(
      () => ({ status: 302, headers: { Location: 'http://files.example/download/1' } }),
      { outer: ({ url }) => (url.startsWith('http://files.example') ? Response.json({ text: 'content' }) : null) },
    );
    expect(await graph.send(get('/me/drive/special/approot:/a:/content'), text)).toEqual(ok({ text: 'content' }));
    expect(sent.at(-1)).toMatchObject({ url: 'http://files.example/download/1', token: null });
  });

  test('is asked for once more after a 401, and then the person is signed out', async () => {
    let given = 0;
    const { graph, sent } = fakeGraph(
      (_, { token }) => (token === 'Bearer 2' ? { status: 200, body: { text: 'x' } } : { status: 401 }),
      {
        token: async () => ok(String(++given)),
      },
    );
    expect((await graph.send(post('/sites/1/lists/2/items'), text)).ok).toBe(true);
    expect(sent.length).toBe(2);
    const same = fakeGraph(() => ({ status: 401 }));
    expect(await same.graph.send(get('/me'), text)).toEqual(fail({ kind: 'signed-out' }));
    expect(same.sent.length).toBe(1);
  });
});

describe('patience', () => {
  test('a busy part waits as it was told, alone', async () => {
    let times = 0;
    const { graph, sent, environment } = fakeGraph((part) =>
      part.url === '/busy' && ++times < 3 ? busy('7') : { status: 200, body: { text: part.url } },
    );
    const results = await Promise.all([graph.send(get('/busy'), text), graph.send(get('/free'), text)]);
    expect(results).toEqual([ok({ text: '/busy' }), ok({ text: '/free' })]);
    expect(environment.waits).toEqual([7000, 7000]);
    expect(sent.map((batch) => batch.parts.map((part) => part.url))).toEqual([
      ['/busy', '/free'],
      ['/busy'],
      ['/busy'],
    ]);
  });

  test('after three tries it is throttled, and until when', async () => {
    const { graph, sent, environment } = fakeGraph(() => ({ status: 503 }));
    const result = await graph.send(get('/busy'), text);
    expect(sent.length).toBe(3);
    expect(environment.waits).toEqual([3000, 6000]);
    expect(result).toEqual(fail({ kind: 'throttled', until: '2026-11-22T10:00:21.000Z' }));
  });

  test('a long wait is handed back at once', async () => {
    const { graph, sent } = fakeGraph(() => busy('600'));
    expect(await graph.send(get('/busy'), text)).toEqual(
      fail({ kind: 'throttled', until: '2026-11-22T10:10:00.000Z' }),
    );
    expect(sent.length).toBe(1);
  });

  test('a POST is repeated after 429, for that did nothing, but not after 503 or a lost connection', async () => {
    let times = 0;
    const refused = fakeGraph(() => (++times === 1 ? busy('1') : { status: 201, body: { text: 'made' } }));
    expect(await refused.graph.send(post('/sites/1/lists/2/items'), text)).toEqual(ok({ text: 'made' }));
    const unsure = fakeGraph(() => ({ status: 503 }));
    expect(await unsure.graph.send(post('/sites/1/lists/2/items'), text)).toMatchObject({
      error: { kind: 'throttled' },
    });
    expect(unsure.sent.length).toBe(1);
    const lost = fakeGraph(() => ({ status: 200 }), {
      outer: () => {
        throw new TypeError('fetch failed');
      },
    });
    expect(await lost.graph.send(post('/sites/1/lists/2/items'), text)).toEqual(fail({ kind: 'offline' }));
    expect(lost.sent.length).toBe(1);
  });

  test('a POST that the service gave up on may have been done all the same, and one it put off was not', async () => {
    const answerTo = async (status: number) => {
      const answer = { status, headers: { 'Retry-After': '600' } };
      return fakeGraph(() => answer).graph.send(post('/teams/1/channels/2/messages'), text);
    };
    expect(await answerTo(503)).toMatchObject({ error: { kind: 'throttled', perhapsDone: true } });
    expect(await answerTo(504)).toMatchObject({ error: { kind: 'throttled', perhapsDone: true } });
    expect(await answerTo(429)).toEqual({ ok: false, error: { kind: 'throttled', until: expect.any(String) } });
  });

  test('what was to leave by a moment leaves neither late nor once more: not after a slow token, not after 429, not after 401', async () => {
    const begun = Date.parse('2026-11-22T10:00:00Z');
    const call = { ...post('/teams/1/channels/2/messages'), leaveBy: new Date(begun + 1000) };
    const tooLate = fail({ kind: 'too-late' });
    const slow = fakeGraph(() => ({ status: 201, body: { text: 'made' } }), {
      token: async () => {
        slow.environment.after(2000, () => undefined);
        return ok('token');
      },
    });
    expect([await slow.graph.send(call, text), slow.sent.length]).toEqual([tooLate, 0]);
    const put = fakeGraph(() => busy('5'));
    expect([await put.graph.send(call, text), put.sent.length]).toEqual([tooLate, 1]);
    let tokens = 0;
    const expired = fakeGraph(() => ({ status: 401 }), {
      token: async () => {
        tokens += 1;
        if (tokens === 2) expired.environment.after(2000, () => undefined);
        return ok(`token ${tokens}`);
      },
    });
    expect([await expired.graph.send(call, text), expired.sent.length]).toEqual([tooLate, 1]);
    const quick = fakeGraph(() => ({ status: 201, body: { text: 'made' } }));
    expect(await quick.graph.send(call, text)).toEqual(ok({ text: 'made' }));
  });

  test('a busy service refuses the whole batch and each call waits by its own rule', async () => {
    const { graph, sent } = fakeGraph(() => ({ status: 200, body: { text: 'x' } }), {
      outer: (_, nth) => (nth === 1 ? new Response('', { status: 503 }) : null),
    });
    const [reading, making] = await Promise.all([
      graph.send(get('/a', ['S']), text),
      graph.send({ method: 'POST', path: '/b', scopes: ['S'] }, text),
    ]);
    expect(reading.ok).toBe(true);
    expect(making).toMatchObject({ error: { kind: 'throttled' } });
    expect(sent.at(-1)?.parts.map((part) => part.url)).toEqual(['/a']);
  });
});

describe('a change with a read that depends on it', () => {
  const read = get('/sites/1/lists/2/items/3?$expand=fields');
  const change = patch('/sites/1/lists/2/items/3/fields');

  test('is one serial batch of its own, with one token for both', async () => {
    const { graph, sent } = fakeGraph((part) => ({ status: 200, body: { text: part.method } }));
    const [pair] = await Promise.all([graph.sendThenRead(change, read, text), graph.send(get('/me'), text)]);
    expect(pair).toEqual(ok({ text: 'GET' }));
    const batch = sent.find((each) => each.parts.length === 2);
    expect(batch?.parts).toMatchObject([
      { method: 'PATCH', headers: { 'If-Match': '"g,1"', 'Content-Type': 'application/json' } },
      { method: 'GET', dependsOn: [batch?.parts[0]?.id] },
    ]);
  });

  const several = Array.from({ length: 25 }, (_, place) => `/sites/1/lists/2/items/${place}`);
  const sendSeveral = (graph: Graph) =>
    Promise.all(several.map((path) => graph.sendThenRead(patch(`${path}/fields`), get(path), text)));
  const methodsOf = (sent: readonly Sent[]) =>
    sent.map(({ parts }) => `${parts.length} ${[...new Set(parts.map(({ method }) => method))].join()}`);

  test('travels with the other changes of its turn, and their reads travel together after them', async () => {
    const { graph, sent } = fakeGraph((part) => ({ status: 200, body: { text: `${part.method} ${part.url}` } }));
    expect(await sendSeveral(graph)).toEqual(several.map((path) => ok({ text: `GET ${path}` })));
    expect(methodsOf(sent).sort()).toEqual(['20 GET', '20 PATCH', '5 GET', '5 PATCH']);
    expect(sent.flatMap(({ parts }) => parts).some(({ dependsOn }) => dependsOn)).toBe(false);
  });

  test('of several, only those that went through are read; a busy one goes again, and is read then', async () => {
    let refusals = 0;
    const { graph, sent } = fakeGraph((part) => {
      if (part.url.includes('/items/0/')) return { status: 412 };
      if (part.url.includes('/items/1/') && ++refusals === 1) return busy('1');
      return { status: 200, body: { text: part.method } };
    });
    const [first, ...others] = await sendSeveral(graph);
    expect(first).toEqual(fail({ kind: 'conflict' }));
    expect(others).toEqual(several.slice(1).map(() => ok({ text: 'GET' })));
    expect(sent.flatMap(({ parts }) => parts).filter(({ url }) => url === several[0])).toEqual([]);
    expect(refusals).toBe(2);
  });

  test('of several, one whose read is kept away by a missing token was not refused: nobody can say how far it came', async () => {
    let tokens = 0;
    const { graph } = fakeGraph(() => ({ status: 200, body: { text: 'done' } }), {
      token: async () => (++tokens > 2 ? fail({ kind: 'interaction' }) : ok('token')),
    });
    expect(await sendSeveral(graph)).toEqual(several.map(() => fail({ kind: 'offline' })));
  });

  test('of several, one that is gone by the time it is read is told as gone', async () => {
    const { graph } = fakeGraph((part) => ({ status: part.method === 'GET' ? 404 : 200, body: {} }));
    expect((await sendSeveral(graph))[0]).toMatchObject({ error: { kind: 'not-found' } });
  });

  test("reports the change's own failure", async () => {
    const { graph } = fakeGraph(() => ({ status: 412 }));
    expect(await graph.sendThenRead(change, read, text)).toEqual(fail({ kind: 'conflict' }));
  });

  test('repeats only the read when only the read was refused', async () => {
    let reads = 0;
    const { graph, sent } = fakeGraph((part) =>
      part.method === 'GET' && ++reads === 1 ? busy('1') : { status: 200, body: { text: part.method } },
    );
    expect(await graph.sendThenRead(change, read, text)).toEqual(ok({ text: 'GET' }));
    expect(sent.map((batch) => batch.parts.map((part) => part.method))).toEqual([['PATCH', 'GET'], ['GET']]);
  });
});

describe('what nobody expected', () => {
  test('a reply of another shape names the place', async () => {
    const { graph } = fakeGraph(() => ({ status: 200, headers: { 'request-id': 'r-1' }, body: { text: 7 } }));
    expect(await graph.send(get('/me'), text)).toMatchObject({
      error: { kind: 'unexpected', status: 200, requestId: 'r-1', message: expect.stringContaining('text') },
    });
  });

  test.each([
    ['a page of a proxy', () => new Response('<html>Sign in to the Wi-Fi</html>', { status: 200 })],
    ['an empty batch', () => Response.json({ responses: [] })],
  ])('%s is no success, even where no reply is expected', async (_, outer) => {
    const { graph } = fakeGraph(() => ({ status: 204 }), { outer });
    const result = await graph.send({ method: 'DELETE', path: '/sites/1', scopes: [] }, z.unknown());
    expect(result).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
  });

  test('a file travels alone, as it is', async () => {
    const { graph, sent } = fakeGraph(() => ({ status: 200 }), {
      outer: () => Response.json({ id: '1' }, { status: 201 }),
    });
    const call: GraphCall = {
      method: 'PUT',
      path: '/me/drive/special/approot:/a.json:/content',
      scopes: [],
      body: '{"a":1}',
    };
    expect((await graph.send(call, z.unknown())).ok).toBe(true);
    expect(sent).toMatchObject([{ method: 'PUT', url: `${baseUrl}${call.path}`, body: { a: 1 } }]);
  });

  test('an exchange that never ends counts as dropped', async () => {
    let giveUp: () => void = () => undefined;
    const { graph } = fakeGraph(() => ({ status: 200 }), {
      environment: {
        ...fakeGraph(() => ({ status: 200 })).environment,
        after: (milliseconds, callback) => {
          if (milliseconds === 60_000) giveUp = callback;
          else setImmediate(callback);
          return () => undefined;
        },
      },
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
          setImmediate(giveUp);
        }),
    });
    expect(await graph.send(get('/me'), text)).toEqual(fail({ kind: 'offline' }));
  });
});
