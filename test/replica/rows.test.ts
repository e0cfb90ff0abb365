/**
 * Rows on their way into the store: together, never replaced by something older, whichever store it is.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openDatabaseStore } from '../../src/replica/databaseStore';
import { openMemoryStore } from '../../src/replica/memoryStore';
import { dropItems, keepRows, makeReady } from '../../src/replica/rows';
import type { Store, Tables } from '../../src/replica/store';
import { encode } from '../../src/sharepoint/codecs';
import type { Row } from '../../src/sharepoint/listAccess';
import { keys } from '../../src/sharepoint/records';
import { until } from './fakes';
import { anArea, priya } from './records';

const keyOf = (area: string) => keys.area('a1', area);
/** A row of a key area, as one of its versions. */
const row = (itemId: string, version: number, area: string, reason = `${itemId}, ${version}`): Row => ({
  itemId,
  eTag: `"guid-${itemId},${version}"`,
  createdBy: priya,
  lastModifiedBy: priya,
  createdAt: '2026-11-22T10:00:00Z',
  lastModifiedAt: '2026-11-22T10:00:00Z',
  fields: encode('workings', anArea('a1', area, { reason }), keyOf(area)),
});
const broken = (itemId: string, version: number, area: string): Row => ({
  ...row(itemId, version, area),
  fields: { Key: keyOf(area), Body: 'oh' },
});

describe.each<[string, () => Promise<Store>]>([
  ['in memory', async () => openMemoryStore()],
  ['in IndexedDB', () => openDatabaseStore('rows', { indexedDB: new IDBFactory(), IDBKeyRange })],
])('%s', (_, openStore) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore();
  });
  afterEach(() => store.destroy());

  const keep = (...rows: readonly Row[]) =>
    store.write((tables) =>
      keepRows(
        tables,
        'workings',
        rows.map((each) => makeReady('workings', each)),
      ),
    );
  const here = async () =>
    (await store.read((tables) => tables.rowsOf('workings')))
      .map(({ itemId, key, eTag }) => `${itemId} ${key} ${eTag.replace(/.*,(\d+)"/, '$1')}`)
      .sort();
  const unread = async () => (await store.read((tables) => tables.unread())).map(({ itemId }) => itemId);

  test('rows come in together, what is older stays out, and only what changed counts', async () => {
    expect(await keep(row('1', 2, 'a'), row('2', 1, 'b'))).toBe(2);
    expect(await keep(row('1', 1, 'a'), row('2', 1, 'b'), row('3', 1, 'c'))).toBe(1);
    expect(await keep(row('2', 10, 'b'))).toBe(1);
    expect(await here()).toEqual([`1 ${keyOf('a')} 2`, `2 ${keyOf('b')} 10`, `3 ${keyOf('c')} 1`]);
  });

  test('of one item that comes several times the newest counts, in whatever order they come', async () => {
    await keep(row('1', 3, 'c'), row('1', 2, 'b'), row('2', 1, 'x'), row('2', 2, 'y'));
    expect(await here()).toEqual([`1 ${keyOf('c')} 3`, `2 ${keyOf('y')} 2`]);
  });

  test('two rows that exchange their keys are both still there', async () => {
    await keep(row('1', 1, 'a'), row('2', 1, 'b'));
    await keep(row('1', 2, 'b'), row('2', 2, 'a'));
    expect(await here()).toEqual([`1 ${keyOf('b')} 2`, `2 ${keyOf('a')} 2`]);
  });

  test('a row that cannot be read goes aside, and comes back once it can; its key is free meanwhile', async () => {
    await keep(row('1', 1, 'a'), row('2', 1, 'b'));
    expect(await keep(broken('1', 2, 'a'), row('3', 1, 'a'), broken('4', 1, 'd'))).toBe(2);
    expect(await here()).toEqual([`2 ${keyOf('b')} 1`, `3 ${keyOf('a')} 1`]);
    expect((await unread()).sort()).toEqual(['1', '4']);
    await keep(row('1', 3, 'e'));
    expect(await unread()).toEqual(['4']);
  });

  test('rows that are gone leave together, readable or not; a key that was given anew stays', async () => {
    await keep(row('1', 1, 'a'), row('2', 1, 'b'), broken('3', 1, 'c'));
    await keep(row('4', 1, 'a'));
    await store.write((tables) => dropItems(tables, 'workings', ['1', '2', '3', 'never here']));
    expect(await here()).toEqual([`4 ${keyOf('a')} 1`]);
    expect(await unread()).toEqual([]);
  });

  test('what changes nothing is told to nobody', async () => {
    let told = 0;
    store.onChange(() => {
      told += 1;
    });
    await keep(row('1', 1, 'a'));
    await until('it is told', () => told > 0);
    const before = told;
    await keep(row('1', 1, 'a'));
    await keep();
    await store.write((tables) => dropItems(tables, 'workings', []));
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toBe(before);
  });

  test('a hundred rows ask no more of the store than one', async () => {
    const asked = async (count: number, version: number): Promise<number> => {
      let calls = 0;
      const rows = Array.from({ length: count }, (_each, index) => row(String(index), version, String(index)));
      await store.write((tables) =>
        keepRows(
          new Proxy(tables, {
            get(target, name: keyof Tables) {
              calls += 1;
              return target[name];
            },
          }),
          'workings',
          rows.map((each) => makeReady('workings', each)),
        ),
      );
      return calls;
    };
    const one = await asked(1, 1);
    expect(await asked(100, 2)).toBe(one);
    expect(await here()).toHaveLength(100);
  });
});
