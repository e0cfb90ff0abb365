// Items of lists: current values, earlier versions, the values of indexed columns, and the log of changes that delta reads.
import { z } from 'zod';
import { allRows, inTransaction, oneRow, run, type SandboxDatabase } from './database';

/** A stored value: text, number, yes/no, or several texts. Empty columns are absent. */
export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FieldValue = z.infer<typeof fieldValue>;
export type Fields = Readonly<Record<string, FieldValue>>;

const fieldsText = z.string().transform((text) => z.record(z.string(), fieldValue).parse(JSON.parse(text)));

const itemShape = z
  .object({
    list_id: z.string(),
    id: z.number(),
    unique_id: z.string(),
    version: z.number(),
    fields: fieldsText,
    created_by: z.string(),
    created_at: z.string(),
    modified_by: z.string(),
    modified_at: z.string(),
  })
  .transform((row) => ({
    listId: row.list_id,
    id: row.id,
    uniqueId: row.unique_id,
    version: row.version,
    fields: row.fields,
    createdBy: row.created_by,
    createdAt: row.created_at,
    modifiedBy: row.modified_by,
    modifiedAt: row.modified_at,
  }));
export type Item = z.output<typeof itemShape>;

/** Who writes, and when (ISO, UTC). */
export interface Stamp {
  readonly by: string;
  readonly at: string;
}

/** How a value is compared: SharePoint ignores case, in filters and in unique columns. */
export const folded = (value: FieldValue): string =>
  typeof value === 'boolean' ? (value ? '1' : '0') : String(value).toLowerCase();

const version = z
  .object({ version: z.number(), fields: fieldsText, modified_by: z.string(), modified_at: z.string() })
  .transform((row) => ({
    version: row.version,
    fields: row.fields,
    modifiedBy: row.modified_by,
    modifiedAt: row.modified_at,
  }));
export type ItemVersion = z.output<typeof version>;

const count = z.object({ n: z.number() });
const itemId = z.object({ item_id: z.number() });

/** One item, or undefined. */
export const findItem = (database: SandboxDatabase, listId: string, id: number): Item | undefined =>
  oneRow(database, itemShape, 'select * from items where list_id = ? and id = ?', listId, id);

/** Up to `limit` items with an id above `after`, in order of id. */
export const itemsAfter = (database: SandboxDatabase, listId: string, after: number, limit: number): Item[] =>
  allRows(
    database,
    itemShape,
    'select * from items where list_id = ? and id > ? order by id limit ?',
    listId,
    after,
    limit,
  );

/** How many items a list has. */
export const countItems = (database: SandboxDatabase, listId: string): number =>
  oneRow(database, count, 'select count(*) as n from items where list_id = ?', listId)?.n ?? 0;

/** Ids of the items whose indexed column equals, or begins with, a value (ignoring case), in order of id. */
export function indexedIds(
  database: SandboxDatabase,
  listId: string,
  column: string,
  match: { readonly equals: string } | { readonly prefix: string },
): number[] {
  const select = 'select item_id from index_values where list_id = ? and column_name = ?';
  const rows =
    'equals' in match
      ? allRows(database, itemId, `${select} and value = ? order by item_id`, listId, column, match.equals)
      : allRows(
          database,
          itemId,
          `${select} and substr(value, 1, ?) = ? order by item_id`,
          listId,
          column,
          match.prefix.length,
          match.prefix,
        );
  return rows.map((row) => row.item_id);
}

/** Earlier and current versions of an item, newest first. */
export const versionsOf = (database: SandboxDatabase, listId: string, id: number): ItemVersion[] =>
  allRows(
    database,
    version,
    'select version, fields, modified_by, modified_at from item_versions where list_id = ? and item_id = ? order by version desc',
    listId,
    id,
  );

/** Takes the next so many numbers of a counter, and gives the first of them. */
const next = (
  database: SandboxDatabase,
  listId: string,
  counter: 'next_item' | 'next_change',
  howMany: number,
): number => {
  const row = oneRow(
    database,
    count,
    `update lists set ${counter} = ${counter} + ?2 where id = ?1 returning ${counter} - ?2 as n`,
    listId,
    howMany,
  );
  if (row === undefined) throw new Error(`There is no list ${listId}.`);
  return row.n;
};

const logChange = (database: SandboxDatabase, listId: string, id: number, deleted: boolean): void => {
  const seq = next(database, listId, 'next_change', 1);
  run(database, 'insert or replace into changes values (?, ?, ?, ?)', listId, id, seq, Number(deleted));
};

const indexItem = (database: SandboxDatabase, item: Item, indexed: readonly string[]): void => {
  run(database, 'delete from index_values where list_id = ? and item_id = ?', item.listId, item.id);
  for (const column of indexed) {
    const value = item.fields[column];
    if (value !== undefined) {
      run(database, 'insert into index_values values (?, ?, ?, ?)', item.listId, column, folded(value), item.id);
    }
  }
};

const keepVersion = (database: SandboxDatabase, item: Item): void => {
  run(
    database,
    'insert into item_versions values (?, ?, ?, ?, ?, ?)',
    item.listId,
    item.id,
    item.version,
    JSON.stringify(item.fields),
    item.modifiedBy,
    item.modifiedAt,
  );
};

/** What is new of an item that is to be added; its number and its change's come from the list. */
export interface NewItem {
  readonly uniqueId: string;
  readonly fields: Fields;
  readonly stamp: Stamp;
}

/** Adds items; `indexed` names the columns whose values are indexed. Each statement is prepared once, so that thousands take seconds. */
export function insertItems(
  database: SandboxDatabase,
  listId: string,
  added: readonly NewItem[],
  indexed: readonly string[],
): Item[] {
  return inTransaction(database, () => {
    const firstId = next(database, listId, 'next_item', added.length);
    const firstChange = next(database, listId, 'next_change', added.length);
    const item = database.prepare('insert into items values (?, ?, ?, 1, ?, ?, ?, ?, ?)');
    const value = database.prepare('insert into index_values values (?, ?, ?, ?)');
    const kept = database.prepare('insert into item_versions values (?, ?, 1, ?, ?, ?)');
    const change = database.prepare('insert into changes values (?, ?, ?, 0)');
    return added.map(({ uniqueId, fields, stamp: { by, at } }, place) => {
      const [id, text] = [firstId + place, JSON.stringify(fields)];
      item.run(listId, id, uniqueId, text, by, at, by, at);
      for (const column of indexed) {
        const held = fields[column];
        if (held !== undefined) value.run(listId, column, folded(held), id);
      }
      kept.run(listId, id, text, by, at);
      change.run(listId, id, firstChange + place);
      return { listId, id, uniqueId, version: 1, fields, createdBy: by, createdAt: at, modifiedBy: by, modifiedAt: at };
    });
  });
}

/** Adds an item; `indexed` names the columns whose values are indexed. */
export function insertItem(
  database: SandboxDatabase,
  listId: string,
  added: NewItem,
  indexed: readonly string[],
): Item {
  const [item] = insertItems(database, listId, [added], indexed);
  if (item === undefined) throw new Error('An item was to be added.');
  return item;
}

/** Gives an item new fields; every write makes a new version. */
export function updateItem(
  database: SandboxDatabase,
  before: Item,
  fields: Fields,
  indexed: readonly string[],
  stamp: Stamp,
): Item {
  return inTransaction(database, () => {
    const item: Item = { ...before, fields, version: before.version + 1, modifiedBy: stamp.by, modifiedAt: stamp.at };
    run(
      database,
      'update items set fields = ?, version = ?, modified_by = ?, modified_at = ? where list_id = ? and id = ?',
      JSON.stringify(fields),
      item.version,
      stamp.by,
      stamp.at,
      item.listId,
      item.id,
    );
    indexItem(database, item, indexed);
    keepVersion(database, item);
    logChange(database, item.listId, item.id, false);
    return item;
  });
}

/** Removes an item and leaves a mark for delta. */
export function deleteItem(database: SandboxDatabase, item: Item): void {
  inTransaction(database, () => {
    run(database, 'delete from items where list_id = ? and id = ?', item.listId, item.id);
    run(database, 'delete from item_versions where list_id = ? and item_id = ?', item.listId, item.id);
    run(database, 'delete from index_values where list_id = ? and item_id = ?', item.listId, item.id);
    logChange(database, item.listId, item.id, true);
  });
}

/** Builds the index of a column anew from the items. */
export function rebuildIndex(database: SandboxDatabase, listId: string, column: string, indexed: boolean): void {
  inTransaction(database, () => {
    run(database, 'delete from index_values where list_id = ? and column_name = ?', listId, column);
    if (!indexed) return;
    for (const item of itemsAfter(database, listId, 0, -1)) {
      const value = item.fields[column];
      if (value !== undefined) {
        run(database, 'insert into index_values values (?, ?, ?, ?)', listId, column, folded(value), item.id);
      }
    }
  });
}

/** Removes a column's values from every item, as deleting a column does. */
export function forgetColumnValues(database: SandboxDatabase, listId: string, column: string): void {
  run(database, `update items set fields = json_remove(fields, '$."' || ?2 || '"') where list_id = ?1`, listId, column);
  run(database, 'delete from index_values where list_id = ? and column_name = ?', listId, column);
}

const change = z
  .object({ item_id: z.number(), seq: z.number(), deleted: z.number() })
  .transform((row) => ({ itemId: row.item_id, seq: row.seq, deleted: row.deleted === 1 }));
export type Change = z.output<typeof change>;

/** Up to `limit` changes after a number, oldest first; an item is there once, at its last change. */
export const changesAfter = (database: SandboxDatabase, listId: string, after: number, limit: number): Change[] =>
  allRows(
    database,
    change,
    'select item_id, seq, deleted from changes where list_id = ? and seq > ? order by seq limit ?',
    listId,
    after,
    limit,
  );
