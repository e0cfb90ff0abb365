// The oddities of the change feed, which the sandbox does not have.
import { ok } from '../../src/base/result';
import { isNotUnderstood } from '../../src/graph/faults';
import { readChanges } from '../../src/sharepoint/changes';
import type { Row } from '../../src/sharepoint/listAccess';
import { baseUrl, fakeGraph } from '../graph/fakeService';

const item = (id: string, level: number) => ({
  id,
  eTag: `"${id},${level}"`,
  createdDateTime: '2026-11-22T10:00:00Z',
  lastModifiedDateTime: '2026-11-22T10:00:00Z',
  createdBy: { user: { id: 'ABC', displayName: 'Priya Shah' } },
  lastModifiedBy: { application: { id: 'x' } },
  fields: { Level: level, '@odata.etag': 'x', Odd: { a: 1 } },
});
const feed = { method: 'GET', path: '/sites/s/lists/l/items/delta?token=t', scopes: [] } as const;
const nothing = async () => ok(null);

test('members that are errors say nothing, the last word on an item counts, and pages are followed', async () => {
  const pages: Record<string, object> = {
    t: {
      value: [
        item('1', 1),
        { error: { code: 'x', message: 'Cannot write a deleted resource' } },
        { ...item('9', 1), error: { code: 'x' } },
        item('2', 2),
        { id: '3', deleted: { state: 'deleted' } },
      ],
      '@odata.nextLink': `${baseUrl}/sites/s/lists/l/items/delta?token=next`,
    },
    next: {
      value: [item('1', 4), { id: '2', deleted: { state: 'deleted' } }, item('3', 3)],
      '@odata.deltaLink': `${baseUrl}/sites/s/lists/l/items/delta?token=last`,
    },
  };
  const { graph } = fakeGraph((part) => ({ status: 200, body: pages[part.url.split('token=')[1] ?? ''] }));
  const changes = await readChanges(graph, feed, nothing);
  expect(changes).toMatchObject({
    ok: true,
    value: { removed: ['2'], token: `${baseUrl}/sites/s/lists/l/items/delta?token=last` },
  });
  const rows = changes.ok ? changes.value.rows : [];
  expect(rows.map((row) => [row.itemId, row.fields])).toEqual([
    ['1', { Level: 4 }],
    ['3', { Level: 3 }],
  ]);
  expect(rows[0]).toMatchObject({
    eTag: '"1,4"',
    createdBy: { id: 'abc', displayName: 'Priya Shah' },
    lastModifiedBy: { id: '', displayName: '' },
  });
});

test('a member without fields is read by itself; one that is gone by then is removed', async () => {
  const body = {
    value: [{ id: '1' }, { id: '2' }],
    '@odata.deltaLink': `${baseUrl}/sites/s/lists/l/items/delta?token=last`,
  };
  const { graph } = fakeGraph(() => ({ status: 200, body }));
  const row: Row = {
    itemId: '1',
    eTag: '"1,1"',
    createdBy: null,
    lastModifiedBy: null,
    createdAt: '',
    lastModifiedAt: '',
    fields: {},
  };
  const changes = await readChanges(graph, feed, async (itemId) => ok(itemId === '1' ? row : null));
  expect(changes).toMatchObject({ value: { rows: [row], removed: ['2'] } });
});

test.each([
  [
    'an error in place of a page',
    { error: { code: 'InternalServerError', message: 'Cannot write a deleted resource' } },
  ],
  ['members that are no list', { value: { error: {} } }],
  ['a text', '<!DOCTYPE html>'],
  ['nothing', undefined],
])('%s, told as a success, is not understood, and never fewer changes', async (_, body) => {
  const { graph } = fakeGraph(() => ({ status: 200, body }));
  const changes = await readChanges(graph, feed, nothing);
  expect(!changes.ok && isNotUnderstood(changes.error)).toBe(true);
});

test('a failed page is a failure, never fewer changes', async () => {
  const { graph } = fakeGraph((part) =>
    part.url.endsWith('token=t')
      ? {
          status: 200,
          body: { value: [item('1', 1)], '@odata.nextLink': `${baseUrl}/sites/s/lists/l/items/delta?token=n` },
        }
      : { status: 410 },
  );
  expect(await readChanges(graph, feed, nothing)).toMatchObject({ ok: false, error: { kind: 'resync' } });
});
