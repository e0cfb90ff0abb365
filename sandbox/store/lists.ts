// Lists and their columns in the database. What may be asked of them is decided in sandbox/graph.
import { z } from 'zod';
import { allRows, inTransaction, oneRow, run, type SandboxDatabase } from './database';

const listShape = z
  .object({
    id: z.string(),
    site_id: z.string(),
    name: z.string(),
    display_name: z.string(),
    description: z.string(),
    template: z.string(),
    hidden: z.number(),
    system: z.number(),
    content_types: z.number(),
    version: z.number(),
    next_item: z.number(),
    next_change: z.number(),
    created_by: z.string(),
    created_at: z.string(),
    modified_by: z.string(),
    modified_at: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    siteId: row.site_id,
    name: row.name,
    displayName: row.display_name,
    description: row.description,
    template: row.template,
    hidden: row.hidden === 1,
    system: row.system === 1,
    contentTypesEnabled: row.content_types === 1,
    version: row.version,
    /** The number of the newest change, 0 before the first. */
    lastChange: row.next_change - 1,
    createdBy: row.created_by,
    createdAt: row.created_at,
    modifiedBy: row.modified_by,
    modifiedAt: row.modified_at,
  }));
export type List = z.output<typeof listShape>;

/** What a column holds. Exactly one of the type facets is there. */
export const columnDefinition = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  indexed: z.boolean(),
  enforceUniqueValues: z.boolean(),
  hidden: z.boolean(),
  readOnly: z.boolean(),
});
export type Column = z.infer<typeof columnDefinition>;

/** Every list of a site, in the order they were made. */
export const allLists = (database: SandboxDatabase, siteId: string): List[] =>
  allRows(database, listShape, 'select * from lists where site_id = ? order by rowid', siteId);

/** A list of a site by id, or as Graph also accepts, by its title. */
export const findList = (database: SandboxDatabase, siteId: string, idOrTitle: string): List | undefined =>
  oneRow(database, listShape, 'select * from lists where site_id = ? and id = ?', siteId, idOrTitle.toLowerCase()) ??
  oneRow(
    database,
    listShape,
    'select * from lists where site_id = ? and display_name = ? collate nocase',
    siteId,
    idOrTitle,
  );

/** Adds a list. */
export function insertList(database: SandboxDatabase, list: Omit<List, 'lastChange' | 'version'>): void {
  run(
    database,
    'insert into lists values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 1, ?, ?, ?, ?)',
    list.id,
    list.siteId,
    list.name,
    list.displayName,
    list.description,
    list.template,
    Number(list.hidden),
    Number(list.system),
    Number(list.contentTypesEnabled),
    list.createdBy,
    list.createdAt,
    list.modifiedBy,
    list.modifiedAt,
  );
}

/** Changes what a list is called and says of itself. */
export function updateList(
  database: SandboxDatabase,
  id: string,
  change: Pick<List, 'displayName' | 'description' | 'hidden' | 'modifiedBy' | 'modifiedAt'>,
): void {
  run(
    database,
    `update lists set display_name = ?, description = ?, hidden = ?, modified_by = ?, modified_at = ?,
     version = version + 1 where id = ?`,
    change.displayName,
    change.description,
    Number(change.hidden),
    change.modifiedBy,
    change.modifiedAt,
    id,
  );
}

/** Removes a list with everything in it. */
export function deleteList(database: SandboxDatabase, id: string): void {
  inTransaction(database, () => {
    for (const table of ['columns', 'list_rights', 'items', 'item_versions', 'index_values', 'changes']) {
      run(database, `delete from ${table} where list_id = ?`, id);
    }
    run(database, 'delete from lists where id = ?', id);
  });
}

const columnRow = z.object({ definition: z.string() });

/** A list's columns, built-in ones first, then as they were added. */
export const columnsOf = (database: SandboxDatabase, listId: string): Column[] =>
  allRows(database, columnRow, 'select definition from columns where list_id = ? order by position', listId).map(
    (row) => columnDefinition.parse(JSON.parse(row.definition)),
  );

/** Adds a column or replaces the one with the same id. */
export function saveColumn(database: SandboxDatabase, listId: string, column: Column): void {
  run(
    database,
    `insert into columns values (?1, ?2, ?3, (select coalesce(max(position), 0) + 1 from columns where list_id = ?1), ?4)
     on conflict (list_id, id) do update set definition = excluded.definition`,
    listId,
    column.id,
    column.name,
    JSON.stringify(column),
  );
}

/** Removes a column's definition; its values are removed by `forgetColumnValues`. */
export function deleteColumn(database: SandboxDatabase, listId: string, columnId: string): void {
  run(database, 'delete from columns where list_id = ? and id = ?', listId, columnId);
}
