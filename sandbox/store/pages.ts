// Pages of a site: files of its Site Pages library, each with a draft and, once it is published, what readers see.
import { z } from 'zod';
import { allRows, oneRow, run, type SandboxDatabase } from './database';
import { allLists, type List } from './lists';

/** What an author wrote, as Graph shapes it. */
const content = z.looseObject({ title: z.string() });
export type PageContent = z.infer<typeof content>;
const contentText = z.string().transform((text) => content.parse(JSON.parse(text)));

const pageShape = z
  .object({
    list_id: z.string(),
    id: z.string(),
    name: z.string(),
    draft: contentText,
    published: contentText.nullable(),
    major: z.number(),
    minor: z.number(),
    version: z.number(),
    checked_out_by: z.string().nullable(),
    created_by: z.string(),
    created_at: z.string(),
    modified_by: z.string(),
    modified_at: z.string(),
  })
  .transform((row) => ({
    listId: row.list_id,
    id: row.id,
    name: row.name,
    draft: row.draft,
    /** Null until it is published for the first time. */
    published: row.published,
    /** `0.1` is the first draft, `1.0` the first that was published. */
    major: row.major,
    minor: row.minor,
    /** Counts every change, for the eTag. */
    version: row.version,
    checkedOutBy: row.checked_out_by,
    createdBy: row.created_by,
    createdAt: row.created_at,
    modifiedBy: row.modified_by,
    modifiedAt: row.modified_at,
  }));
export type Page = z.output<typeof pageShape>;

/** The template of the library that pages are files of. */
export const pagesTemplate = 'webPageLibrary';

/** The library that a site keeps its pages in. */
export const pagesLibrary = (database: SandboxDatabase, siteId: string): List | undefined =>
  allLists(database, siteId).find((list) => list.template === pagesTemplate);

/** Every page of a library, oldest first. */
export const allPages = (database: SandboxDatabase, listId: string): Page[] =>
  allRows(database, pageShape, 'select * from pages where list_id = ? order by rowid', listId);

/** A page by id. */
export const findPage = (database: SandboxDatabase, listId: string, id: string): Page | undefined =>
  oneRow(database, pageShape, 'select * from pages where list_id = ? and id = ?', listId, id.toLowerCase());

/** Adds a page, or keeps one as it now is. */
export function savePage(database: SandboxDatabase, page: Page): Page {
  run(
    database,
    `insert into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (list_id, id) do update set draft = excluded.draft, published = excluded.published, major = excluded.major,
       minor = excluded.minor, version = excluded.version, checked_out_by = excluded.checked_out_by,
       modified_by = excluded.modified_by, modified_at = excluded.modified_at`,
    page.listId,
    page.id,
    page.name,
    JSON.stringify(page.draft),
    page.published === null ? null : JSON.stringify(page.published),
    page.major,
    page.minor,
    page.version,
    page.checkedOutBy,
    page.createdBy,
    page.createdAt,
    page.modifiedBy,
    page.modifiedAt,
  );
  return page;
}

/** Removes a page. */
export const deletePage = (database: SandboxDatabase, page: Page): void => {
  run(database, 'delete from pages where list_id = ? and id = ?', page.listId, page.id);
};
