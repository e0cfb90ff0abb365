// The server's part of the small Teams: tabs, stage, consent.
import type { Hono } from 'hono';
import { openDatabase, type SandboxDatabase } from '../../../sandbox/store/database';
import { resetDatabase } from '../../../sandbox/store/reset';
import { teamsApi } from '../../../sandbox/teams/api';

let database: SandboxDatabase;
let api: Hono;
beforeEach(() => {
  database = openDatabase(':memory:');
  api = teamsApi(database);
});
afterEach(() => database.close());

const place = '/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1';
const tab = { entityId: 'e', contentUrl: 'http://localhost/tab.html', name: 'Showing leadership', addedBy: 'priya' };
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const read = async (path: string) => (await api.request(path)).json();

it('keeps tabs per place, in the order in which they were added', async () => {
  for (const name of ['one', 'two']) expect((await send('POST', `${place}/tabs`, { ...tab, name })).status).toBe(201);
  await send('POST', '/conversations/other/tabs', tab);
  expect(await read(place)).toMatchObject({ tabs: [{ name: 'one' }, { name: 'two' }], stage: null, posts: 0 });
});

it('changes and removes a tab of the place, and no other', async () => {
  const kept = await (await send('POST', `${place}/tabs`, tab)).json();
  expect((await send('PUT', `/conversations/other/tabs/${kept.id}`, { ...kept, name: 'x' })).status).toBe(404);
  expect((await send('PUT', `${place}/tabs/${kept.id}`, { ...kept, name: 'Renamed' })).status).toBe(200);
  await send('DELETE', `/conversations/other/tabs/${kept.id}`);
  expect(await read(place)).toMatchObject({ tabs: [{ name: 'Renamed' }] });
  await send('DELETE', `${place}/tabs/${kept.id}`);
  expect(await read(place)).toMatchObject({ tabs: [] });
});

it('shows one thing on a stage, the last', async () => {
  for (const by of ['priya', 'tom']) await send('PUT', `${place}/stage`, { contentUrl: 'http://localhost/', by });
  expect(await read(place)).toMatchObject({ stage: { by: 'tom' } });
  await send('DELETE', `${place}/stage`);
  expect(await read(place)).toMatchObject({ stage: null });
});

it('takes everything for granted until a person wants to be asked', async () => {
  expect(await read('/consent/priya')).toEqual({ mode: 'all' });
  await send('PUT', '/consent/priya', { mode: 'ask', granted: ['User.Read'] });
  expect(await read('/consent/priya')).toEqual({ mode: 'ask', granted: ['User.Read'] });
  expect(await read('/consent/tom')).toEqual({ mode: 'all' });
});

it('begins anew with a reset', async () => {
  await send('POST', `${place}/tabs`, tab);
  await send('PUT', '/consent/priya', { mode: 'ask', granted: [] });
  resetDatabase(database, new Date());
  expect(await read(place)).toMatchObject({ tabs: [] });
  expect(await read('/consent/priya')).toEqual({ mode: 'all' });
});

it('refuses another shape, what is no JSON, and pages of other sites', async () => {
  expect((await send('POST', `${place}/tabs`, { name: 'x' })).status).toBe(400);
  expect((await api.request(`${place}/tabs`, { method: 'POST', body: '{' })).status).toBe(400);
  expect((await send('POST', `${place}/tabs`, tab, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(await read(place)).toMatchObject({ tabs: [] });
});
