// Records straight into the sandbox's database as rows: through Graph, a thousand assessments would take half an hour.
import { randomUUID } from 'node:crypto';
import { defaultFields, writeFields } from '../../sandbox/graph/fields';
import type { SandboxDatabase } from '../../sandbox/store/database';
import { insertItems, type NewItem } from '../../sandbox/store/items';
import { columnsOf } from '../../sandbox/store/lists';
import type { Person } from '../../src/base/person';
import { encode } from '../../src/sharepoint/codecs';
import type { Place } from '../../src/sharepoint/place';
import { type ListName, listNames, type RecordOf } from '../../src/sharepoint/records';

/** A record with its key, and who wrote its row. */
export interface Written<L extends ListName = ListName> {
  readonly list: L;
  readonly key: string;
  readonly record: RecordOf[L];
  readonly by: Person;
}

/** Gathers rows list by list, each with the cells that Graph would have given it, and writes them all at the end. */
export function rowsInto(database: SandboxDatabase, place: Place) {
  const lists = new Map(
    listNames.map((list) => {
      const columns = columnsOf(database, place.lists[list]);
      const indexed = columns.filter((column) => column.indexed).map((column) => column.name);
      return [list, { columns, empty: defaultFields(columns), indexed, items: [] as NewItem[] }];
    }),
  );
  return {
    add({ list, key, record, by }: Written, at: string): void {
      const target = lists.get(list);
      if (target === undefined) return;
      const fields = writeFields(target.columns, target.empty, encode<ListName>(list, record, key));
      target.items.push({ uniqueId: randomUUID(), fields, stamp: { by: by.id, at } });
    },
    finish(): void {
      for (const [list, { items, indexed }] of lists) insertItems(database, place.lists[list], items, indexed);
    },
  };
}
