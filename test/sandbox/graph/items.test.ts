// Items: fields, eTags, unique columns, filters, the threshold, paging, versions.
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
  list = await makeList(priya, `List ${number}`);
});
afterAll(() => sandbox.running.close());

const add = (fields: object, headers?: Record<string, string>) => priya('POST', `${list}/items`, { fields }, headers);

test('an item comes back as it was written, with who and when, and empty columns left out', async () => {
  const wanted = { Title: 'Ünï <b>"quoted"</b> 🙂 مرحبا', Key: 'k', Body: 'a\nb', Level: 3, State: 'open', Told: true };
  const made = await add({ ...wanted, AssessmentId: '', Due: null });
  expect(made.status).toBe(201);
  const read = await priya('GET', `${list}/items/${made.body.id}`);
  expect(read.body.fields).toMatchObject(wanted);
  expect(read.body.fields).not.toHaveProperty('AssessmentId');
  expect(read.body.fields).not.toHaveProperty('Due');
  expect(read.body).toMatchObject({
    id: '1',
    eTag: expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
    createdDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    createdBy: { user: { id: sandbox.idOf('priya'), displayName: 'Priya Shah' } },
    lastModifiedBy: { user: { id: sandbox.idOf('priya') } },
    parentReference: { siteId: site.replace('/sites/', '') },
  });
});

test.each([
  ['an unknown field', { Nope: 1 }, "Field 'Nope' is not recognized"],
  ['a read-only field', { Created: '2026-01-01T00:00:00Z' }, 'read-only'],
  ['256 characters on a line', { Title: 'x'.repeat(256) }, '255'],
  ['64,000 characters of text', { Body: 'x'.repeat(64_000) }, '63999'],
  ['a number in a text', { Title: 5 }, 'text'],
  ['a text in a number', { Level: '3' }, 'number'],
  ['a number too large', { Level: 6 }, 'most'],
  ['a choice that is none', { State: 'ajar' }, 'choices'],
  ['a text for yes or no', { Told: 'yes' }, 'true or false'],
  ['a date that is none', { Due: 'soon' }, 'date'],
])('%s is refused and nothing is written', async (_, fields, message) => {
  const answer = await add(fields);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({ code: 'invalidRequest', message: expect.stringContaining(message) });
  expect((await priya('GET', `${list}/items`)).body.value).toEqual([]);
});

test('the longest texts that fit are kept whole', async () => {
  const { body } = await add({ Title: 'x'.repeat(255), Body: 'é'.repeat(63_999) });
  expect((await priya('GET', `${list}/items/${body.id}`)).body.fields.Body).toHaveLength(63_999);
});

test('a date-only column keeps the day of the site’s time zone', async () => {
  const dueOf = async (Due: string) => (await add({ Due })).body.fields.Due;
  expect(await dueOf('2026-01-15T12:00:00Z')).toBe('2026-01-15T00:00:00Z');
  expect(await dueOf('2026-06-15T12:00:00Z')).toBe('2026-06-14T23:00:00Z');
  expect((await add({ At: '2026-06-15T12:34:56.789Z' })).body.fields.At).toBe('2026-06-15T12:34:56Z');
});

test('hidden columns come only when they are named', async () => {
  const { body } = await add({ Secret: 's', Title: 't' });
  expect(body.fields).not.toHaveProperty('Secret');
  const named = await priya('GET', `${list}/items/1?$expand=fields($select=Secret,Level)`);
  expect(Object.keys(named.body.fields).sort()).toEqual(['@odata.etag', 'Secret']);
});

test('a write with an old eTag is a 412 and changes nothing', async () => {
  const { body: first } = await add({ Title: 'one' });
  const item = `${list}/items/${first.id}`;
  const changed = await priya('PATCH', `${item}/fields`, { Title: 'two' }, { 'If-Match': first.eTag });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ Title: 'two', id: first.id });
  expect(changed.body).not.toHaveProperty('@odata.etag');
  for (const [method, path, body] of [
    ['PATCH', `${item}/fields`, { Title: 'three' }],
    ['PATCH', item, { fields: { Title: 'three' } }],
    ['DELETE', item, undefined],
  ] as const) {
    expect((await priya(method, path, body, { 'If-Match': first.eTag })).status).toBe(412);
  }
  const { body: now } = await priya('GET', item);
  expect(now.fields.Title).toBe('two');
  expect(now.eTag).toBe(first.eTag.replace(',1"', ',2"'));
  expect((await priya('DELETE', item, undefined, { 'If-Match': now.eTag })).status).toBe(204);
  expect((await priya('GET', item)).status).toBe(404);
});

test('every write is a version, the newest first', async () => {
  const { body } = await add({ Title: 'one' });
  const tom = await sandbox.as('tom');
  await tom('PATCH', `${list}/items/${body.id}/fields`, { Title: 'two' });
  const { body: versions } = await priya('GET', `${list}/items/${body.id}/versions?$expand=fields($select=Title)`);
  expect(versions.value).toMatchObject([
    { id: '2.0', lastModifiedBy: { user: { displayName: 'Tom Okafor' } }, fields: { Title: 'two' } },
    { id: '1.0', lastModifiedBy: { user: { displayName: 'Priya Shah' } }, fields: { Title: 'one' } },
  ]);
});

test.each([
  [400, /unique constraints/],
  [500, /duplicate values/],
])('a repeated unique value, whatever its case, is refused with %d', async (status, message) => {
  await sandbox.own('POST', '/settings', { uniqueViolation: status });
  await add({ Key: 'abc' });
  const other = await add({ Key: 'xyz' });
  for (const answer of [
    await add({ Key: 'ABC' }),
    await priya('PATCH', `${list}/items/${other.body.id}/fields`, { Key: 'Abc' }),
  ]) {
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
  }
  expect((await priya('PATCH', `${list}/items/1/fields`, { Key: 'ABC' })).status).toBe(200);
  expect((await add({})).status).toBe(201);
  expect((await add({})).status).toBe(201);
});

test.each([
  ["fields/AssessmentId eq 'a''1'", ['1', '3']],
  ["fields/AssessmentId eq 'A''1' and fields/Level ge 3", ['3']],
  ["startswith(fields/AssessmentId,'b')", ['2']],
  ["fields/Level eq 1 or fields/State eq 'open'", ['1', '2']],
  ['fields/Level lt 2', ['1']],
  ['fields/Level ne null', ['1', '3']],
  ['fields/Told eq 1', ['3']],
  ["not (fields/AssessmentId eq 'b')", ['1', '3']],
  ['createdDateTime gt 2020-01-01T00:00:00Z', ['1', '2', '3']],
  ["id eq '2'", ['2']],
])('$filter=%s', async (filter, ids) => {
  await add({ AssessmentId: "a'1", Level: 1 });
  await add({ AssessmentId: 'b', State: 'open' });
  await add({ AssessmentId: "A'1", Level: 5, Told: true });
  const { body } = await priya('GET', `${list}/items?$filter=${encodeURIComponent(filter)}`, undefined, {
    Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
  });
  expect(body.value.map((item) => item.id)).toEqual(ids);
});

test('a filter on a column without an index needs the Prefer header; an unknown column or function is refused', async () => {
  await add({ Level: 1 });
  const ask = (filter: string) => priya('GET', `${list}/items?$filter=${encodeURIComponent(filter)}`);
  expect((await ask("fields/AssessmentId eq 'x'")).status).toBe(200);
  expect((await ask('fields/Level eq 1')).body.error.message).toMatch(/not indexed.*HonorNonIndexed/);
  expect((await ask("fields/Gone eq 'x'")).status).toBe(400);
  expect((await ask("contains(fields/AssessmentId,'x')")).status).toBe(400);
  expect((await ask('fields/AssessmentId eq')).status).toBe(400);
});

test('beyond the threshold only a query that its index narrows enough is answered', async () => {
  await sandbox.own('POST', '/settings', { threshold: 3 });
  for (const id of ['a', 'a', 'b', 'b', 'b', 'b']) await add({ AssessmentId: id, Level: 1 });
  const ask = (filter: string) =>
    priya('GET', `${list}/items?$filter=${encodeURIComponent(filter)}`, undefined, {
      Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
    });
  expect((await ask("fields/AssessmentId eq 'a'")).body.value).toHaveLength(2);
  for (const filter of ["fields/AssessmentId eq 'b'", 'fields/Level eq 1']) {
    const { status, body } = await ask(filter);
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ code: 'notSupported', innerError: { code: 'tooManyResources' } });
  }
  expect((await priya('GET', `${list}/items`)).body.value).toHaveLength(6);
  await sandbox.own('POST', '/settings', { threshold: 5000 });
});

test.each(['', `&$filter=fields/AssessmentId eq 'a'`])('pages are followed by their link alone%s', async (query) => {
  for (let count = 0; count < 5; count += 1) await add({ AssessmentId: 'a', Level: count });
  const seen: unknown[] = [];
  let link: string | undefined = `${list}/items?$top=2&$expand=fields($select=Level)${query}`;
  while (link !== undefined) {
    const { body } = await priya('GET', link);
    expect(body.value.length).toBeLessThanOrEqual(2);
    seen.push(...body.value.map((item) => item.fields.Level));
    link = body['@odata.nextLink'];
  }
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  expect((await priya('GET', `${list}/items?$skip=2`)).status).toBe(400);
  expect((await priya('GET', `${list}/items?$top=0`)).status).toBe(400);
});

test('fields come with many items only when they are expanded', async () => {
  await add({ Title: 'x' });
  expect((await priya('GET', `${list}/items`)).body.value[0]).not.toHaveProperty('fields');
  const [item] = (await priya('GET', `${list}/items?$select=id,eTag&expand=fields(select=Title)`)).body.value;
  expect(item).toMatchObject({ id: '1', fields: { Title: 'x' } });
  expect(item).not.toHaveProperty('createdBy');
});

test('a body that is no JSON, or not said to be JSON, is refused', async () => {
  expect((await priya('POST', `${list}/items`, '{"fields":')).status).toBe(400);
  expect((await priya('POST', `${list}/items`, '{"fields":{}}', { 'Content-Type': 'text/plain' })).status).toBe(400);
  expect((await priya('POST', `${list}/items`, { fields: 'x' })).status).toBe(400);
});

test('the log says who asked what, and what it cost', async () => {
  await sandbox.own('POST', '/reset');
  list = await makeList(priya, 'Logged');
  await add({ Title: 'x' });
  await priya('GET', `${list}/items/1`);
  await priya('GET', `${list}/items`);
  await priya('GET', `${list}/items/delta`);
  await priya('GET', `${list}/items/delta?token=latest`);
  await priya('GET', `${list}/items/99`);
  const { body } = await sandbox.own('GET', '/requests');
  const user = sandbox.idOf('priya');
  expect(body.slice(1)).toEqual([
    { time: expect.any(String), user, method: 'POST', path: `${list}/items`, status: 201, resourceUnits: 2 },
    expect.objectContaining({ path: `${list}/items/1`, status: 200, resourceUnits: 1 }),
    expect.objectContaining({ path: `${list}/items`, resourceUnits: 2 }),
    expect.objectContaining({ path: `${list}/items/delta`, resourceUnits: 2 }),
    expect.objectContaining({ path: `${list}/items/delta?token=latest`, resourceUnits: 1 }),
    expect.objectContaining({ status: 404, resourceUnits: 1 }),
  ]);
});
