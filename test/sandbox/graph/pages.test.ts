// Pages of the site: draft and published apart, checked out while somebody changes them, and only what Graph takes.
import { type Call, site, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;
let tom: Call;
let vera: Call;

beforeAll(async () => {
  sandbox = await startForTest();
  [priya, tom, vera] = [await sandbox.as('priya'), await sandbox.as('tom'), await sandbox.as('vera')];
});
beforeEach(() => sandbox.own('POST', '/reset'));
afterAll(() => sandbox.running.close());

const kind = '#microsoft.graph.sitePage';
const canvas = (innerHtml: string, more: object = {}) => ({
  horizontalSections: [
    {
      layout: 'oneColumn',
      columns: [{ width: 12, webparts: [{ '@odata.type': '#microsoft.graph.textWebPart', innerHtml }] }],
      ...more,
    },
  ],
});
const wish = (name: string, more: object = {}) => ({
  '@odata.type': kind,
  name,
  title: 'A page',
  canvasLayout: canvas('<p>first</p>'),
  ...more,
});
const at = (id: string): string => `${site}/pages/${id}/microsoft.graph.sitePage`;
const whole = (id: string): string => `${at(id)}?$expand=canvasLayout`;

test('a new page is a draft its author has checked out; published, everybody reads it', async () => {
  const made = await priya('POST', `${site}/pages`, wish('a.aspx'));
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    '@odata.type': kind,
    name: 'a.aspx',
    publishingState: { level: 'checkout', versionId: '0.1', checkedOutBy: { user: { id: sandbox.idOf('priya') } } },
  });
  expect(made.body.webUrl).toMatch(/\/sites\/procurement\/SitePages\/a\.aspx$/);
  const { id } = made.body;
  expect((await vera('GET', at(id))).status).toBe(404);
  expect((await vera('GET', `${site}/pages`)).body.value).toEqual([]);
  expect((await tom('PATCH', at(id), { '@odata.type': kind, title: 'Mine' })).status).toBe(423);
  expect((await priya('POST', `${at(id)}/publish`)).status).toBe(204);
  const read = await vera('GET', whole(id));
  expect(read.body).toMatchObject({
    title: 'A page',
    canvasLayout: canvas('<p>first</p>'),
    publishingState: { level: 'published', versionId: '1.0' },
  });
  expect((await vera('GET', at(id))).text).not.toContain('canvasLayout');
});

test('what is changed is read by others only once it is published', async () => {
  const { id } = (await priya('POST', `${site}/pages`, wish('a.aspx'))).body;
  await priya('POST', `${at(id)}/publish`);
  const change = { '@odata.type': kind, canvasLayout: canvas('<p>second</p>') };
  const changed = await tom('PATCH', at(id), change);
  expect(changed.body).toMatchObject({ title: 'A page', publishingState: { level: 'checkout', versionId: '1.1' } });
  expect((await vera('GET', whole(id))).text).toContain('first');
  expect((await tom('GET', whole(id))).text).toContain('second');
  expect((await priya('POST', `${at(id)}/publish`)).status).toBe(423);
  expect((await tom('POST', `${at(id)}/publish`)).status).toBe(204);
  expect((await vera('GET', whole(id))).text).toContain('second');
  expect((await vera('GET', at(id))).body).toMatchObject({
    lastModifiedBy: { user: { id: sandbox.idOf('tom') } },
    publishingState: { versionId: '2.0' },
  });
});

test('a change of an older version is refused, and every change has an eTag of its own', async () => {
  const made = (await priya('POST', `${site}/pages`, wish('a.aspx'))).body;
  const change = { '@odata.type': kind, title: 'New' };
  const changed = await priya('PATCH', at(made.id), change, { 'If-Match': made.eTag });
  expect(changed.status).toBe(200);
  expect(changed.body.eTag).not.toBe(made.eTag);
  expect((await priya('PATCH', at(made.id), change, { 'If-Match': made.eTag })).status).toBe(412);
});

test('a name is taken once, ignoring case; a page that is deleted is gone', async () => {
  const { id } = (await priya('POST', `${site}/pages`, wish('a.aspx'))).body;
  const again = await priya('POST', `${site}/pages`, wish('A.aspx'));
  expect([again.status, again.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  expect((await priya('DELETE', `${site}/pages/${id}`)).status).toBe(204);
  expect((await priya('GET', at(id))).status).toBe(404);
  expect((await priya('POST', `${site}/pages`, wish('a.aspx'))).status).toBe(201);
});

test('Graph takes no body without its kind, no web part it does not know, and no column of another width', async () => {
  const refused = async (body: object) => (await priya('POST', `${site}/pages`, body)).status;
  const { '@odata.type': _, ...without } = wish('a.aspx');
  expect(await refused(without)).toBe(400);
  const list = {
    '@odata.type': '#microsoft.graph.standardWebPart',
    webPartType: 'f92bf067-bc19-489e-a556-7fe95f508720',
  };
  expect(
    await refused(wish('a.aspx', { canvasLayout: canvas('', { columns: [{ width: 12, webparts: [list] }] }) })),
  ).toBe(400);
  const links = { ...list, webPartType: 'c70391ea-0b10-4ee9-b2b4-006d3fcad0cd' };
  expect(
    await refused(wish('a.aspx', { canvasLayout: canvas('', { columns: [{ width: 12, webparts: [links] }] }) })),
  ).toBe(201);
  expect(await refused(wish('b.aspx', { canvasLayout: canvas('', { columns: [{ width: 6 }] }) }))).toBe(400);
  expect(await refused(wish('b.aspx', { canvasLayout: canvas('', { layout: 'twoColumns' }) }))).toBe(400);
  expect(await refused(wish('b'))).toBe(400);
});

test('only who may edit the site’s pages writes them, and only with the scope for it', async () => {
  expect((await vera('POST', `${site}/pages`, wish('a.aspx'))).status).toBe(403);
  const { id } = (await priya('POST', `${site}/pages`, wish('a.aspx'))).body;
  await priya('POST', `${at(id)}/publish`);
  const readsOnly = await sandbox.as('priya', ['Sites.Read.All']);
  expect((await readsOnly('GET', at(id))).status).toBe(200);
  for (const [method, path, body] of [
    ['PATCH', at(id), { '@odata.type': kind, title: 'x' }],
    ['POST', `${at(id)}/publish`, undefined],
    ['DELETE', `${site}/pages/${id}`, undefined],
  ] as const) {
    expect((await readsOnly(method, path, body)).status).toBe(403);
    expect((await vera(method, path, body)).status).toBe(403);
  }
  expect((await (await sandbox.as('margaret'))('GET', at(id))).status).toBe(403);
});

test('as soon as there is a results list, its owner lets councillors read the pages', async () => {
  const { id } = (await priya('POST', `${site}/pages`, wish('a.aspx'))).body;
  await priya('POST', `${at(id)}/publish`);
  await priya('POST', `${site}/lists`, { displayName: 'Procurement results' });
  const margaret = await sandbox.as('margaret');
  expect((await margaret('GET', at(id))).status).toBe(200);
  expect((await margaret('PATCH', at(id), { '@odata.type': kind, title: 'x' })).status).toBe(403);
});

test('pages come a few at a time where that is asked for', async () => {
  for (const name of ['a', 'b', 'c']) await priya('POST', `${site}/pages`, wish(`${name}.aspx`));
  const first = await priya('GET', `${site}/pages?$select=id,name&$top=2`);
  expect(first.body.value.map(({ name }) => name)).toEqual(['a.aspx', 'b.aspx']);
  const second = await priya('GET', first.body['@odata.nextLink'] ?? '');
  expect(second.body.value.map(({ name }) => name)).toEqual(['c.aspx']);
  expect(second.body['@odata.nextLink']).toBeUndefined();
});
