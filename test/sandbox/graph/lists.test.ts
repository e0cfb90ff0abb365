// Lists and columns: creating, finding, changing, and what SharePoint refuses.
import { siteId, sitePath, teamId } from '../../../sandbox/store/seed';
import { type Call, makeList, site, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya');
});
afterAll(() => sandbox.running.close());

test('the site is found by id, by path with and without a colon at the end, and by group', async () => {
  const path = 'northbridge.sharepoint.example:/sites/procurement';
  for (const address of [site, `/sites/${path}`, `/sites/${path}:`, `/groups/${teamId}/sites/root`]) {
    const { status, body } = await priya('GET', address);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: siteId, webUrl: `${sandbox.running.origin}${sitePath}` });
  }
  expect((await priya('GET', '/sites/northbridge.sharepoint.example:/sites/other')).status).toBe(404);
});

test('a new list has Title and the columns asked for', async () => {
  const list = await makeList(priya, 'With columns');
  const { body } = await priya('GET', `${list}/columns`);
  const byName = new Map(body.value.map((column) => [column.name, column]));
  expect(byName.get('Title')).toMatchObject({ text: {}, readOnly: false });
  expect(byName.get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } });
  expect(byName.get('State')).toMatchObject({ choice: { choices: ['open', 'closed'], allowTextEntry: false } });
  expect(byName.get('Created')).toMatchObject({ readOnly: true });
  const expanded = await priya('GET', `${list}?$select=id,displayName&$expand=columns($select=name)`);
  expect(expanded.body.columns).toContainEqual({ name: 'AssessmentId' });
  expect(expanded.body.webUrl).toBeUndefined();
});

test('a display name is taken once, a name cannot be given, a title finds the list', async () => {
  await makeList(priya, 'Taken');
  const again = await priya('POST', `${site}/lists`, { displayName: 'TAKEN' });
  expect(again.status).toBe(409);
  expect(again.body.error.code).toBe('nameAlreadyExists');
  expect((await priya('POST', `${site}/lists`, { name: 'x', displayName: 'X' })).status).toBe(400);
  expect((await priya('POST', `${site}/lists`, {})).status).toBe(400);
  expect((await priya('POST', `${site}/lists`, '{"displayName":')).status).toBe(400);
  expect((await priya('GET', `${site}/lists/Taken`)).body.displayName).toBe('Taken');
  expect((await priya('GET', `${site}/lists?$filter=displayName eq 'Taken'`)).body.value).toHaveLength(1);
});

test('a list that could not be made whole is not made at all', async () => {
  const wanted = {
    displayName: 'Half',
    columns: [
      { name: 'A', text: {} },
      { name: 'B', currency: {} },
    ],
  };
  expect((await priya('POST', `${site}/lists`, wanted)).status).toBe(400);
  expect((await priya('GET', `${site}/lists/Half`)).status).toBe(404);
});

test('hidden and system lists show only with system in $select', async () => {
  await priya('POST', `${site}/lists`, {
    displayName: 'Out of sight',
    list: { template: 'genericList', hidden: true },
  });
  const names = async (query: string) =>
    (await priya('GET', `${site}/lists${query}`)).body.value.map((list) => list.displayName);
  expect(await names('')).toContain('Documents');
  expect(await names('')).not.toContain('Out of sight');
  const all = await names('?$select=id,displayName,list,system');
  expect(all).toEqual(expect.arrayContaining(['Out of sight', 'User Information List']));
  expect((await priya('GET', `${site}/lists/Out of sight`)).body.list.hidden).toBe(true);
});

test('a list is renamed and deleted with everything in it', async () => {
  const list = await makeList(priya, 'Before');
  await makeList(priya, 'Neighbour');
  expect((await priya('PATCH', list, { displayName: 'neighbour' })).status).toBe(409);
  expect((await priya('PATCH', list, { displayName: 'After', description: 'd' })).body).toMatchObject({
    displayName: 'After',
    description: 'd',
    name: 'Before',
  });
  expect((await priya('DELETE', list)).status).toBe(204);
  expect((await priya('GET', `${list}/items`)).status).toBe(404);
  expect((await priya('DELETE', `${site}/lists/Documents`)).status).toBe(403);
});

test.each([
  ['no type', { name: 'New' }, 400, /determine type/],
  ['two types', { name: 'New', text: {}, number: {} }, 400, /determine type/],
  ['a troublesome type', { name: 'New', hyperlinkOrPicture: {} }, 400, /determine type/],
  ['a choice without choices', { name: 'New', choice: {} }, 400, /choices/],
  ['unique but not indexed', { name: 'New', text: {}, enforceUniqueValues: true }, 400, /indexed/],
  ['an index on long text', { name: 'New', text: { allowMultipleLines: true }, indexed: true }, 400, /indexed/],
  ['a name in use', { name: 'key', text: {} }, 409, /already exists/],
  ['a good one', { name: 'New', displayName: 'New one', text: {} }, 201, undefined],
])('a column with %s', async (_, column, status, message) => {
  const list = await makeList(priya, `Columns ${JSON.stringify(column)}`.slice(0, 60));
  const answer = await priya('POST', `${list}/columns`, column);
  expect(answer.status).toBe(status);
  if (message !== undefined) expect(answer.body.error.message).toMatch(message);
});

test('internal names hold no blanks and do not change', async () => {
  const list = await makeList(priya, 'Names');
  const made = await priya('POST', `${list}/columns`, { name: 'Due date', displayName: 'Due', text: {} });
  expect(made.body).toMatchObject({ name: 'Due_x0020_date', displayName: 'Due' });
  expect((await priya('POST', `${list}/columns`, { name: '1st', text: {} })).body.name).toBe('OData_1st');
  const column = `${list}/columns/${made.body.id}`;
  expect((await priya('PATCH', column, { name: 'Other' })).status).toBe(400);
  expect((await priya('PATCH', column, { displayName: 'Until', indexed: true })).body).toMatchObject({
    displayName: 'Until',
    name: 'Due_x0020_date',
    indexed: true,
  });
  expect((await priya('PATCH', column, { number: {} })).status).toBe(400);
});

test('a list has twenty indexes at most', async () => {
  const columns = Array.from({ length: 20 }, (_, number) => ({ name: `C${number}`, text: {}, indexed: true }));
  const { body } = await priya('POST', `${site}/lists`, { displayName: 'Twenty', columns });
  const one = { name: 'OneMore', text: {}, indexed: true };
  expect((await priya('POST', `${site}/lists/${body.id}/columns`, one)).status).toBe(400);
});

test('a column that is removed takes its values with it; built-in ones stay', async () => {
  const list = await makeList(priya, 'Removing');
  const { body: item } = await priya('POST', `${list}/items`, { fields: { Body: 'x', Level: 2 } });
  expect((await priya('DELETE', `${list}/columns/Body`)).status).toBe(204);
  const read = await priya('GET', `${list}/items/${item.id}`);
  expect(read.body.fields).toMatchObject({ Level: 2 });
  expect(read.body.fields).not.toHaveProperty('Body');
  expect((await priya('PATCH', `${list}/items/${item.id}/fields`, { Body: 'y' })).status).toBe(400);
  expect((await priya('DELETE', `${list}/columns/Title`)).status).toBe(400);
  expect((await priya('PATCH', `${list}/columns/Created`, { indexed: true })).status).toBe(400);
});

test('unique values can be asked for later only where there are no repeats', async () => {
  const list = await makeList(priya, 'Repeats');
  for (const Level of [1, 1]) await priya('POST', `${list}/items`, { fields: { Level } });
  const wish = { indexed: true, enforceUniqueValues: true };
  expect((await priya('PATCH', `${list}/columns/Level`, wish)).status).toBe(400);
  expect((await priya('PATCH', `${list}/columns/AssessmentId`, wish)).status).toBe(200);
});
