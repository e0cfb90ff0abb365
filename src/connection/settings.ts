// The row in which set-up remembers which lists are ours. The workings list, which holds it, is found by its marker.
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { listAccess } from '../sharepoint/access';
import { decode, encode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import { definitionOf } from '../sharepoint/lists';
import type { Place } from '../sharepoint/place';
import type { SiteColumn } from '../sharepoint/provision';
import { keys, type ListName, listNames } from '../sharepoint/records';

export interface Settings {
  readonly lists: Readonly<Partial<Record<ListName, string>>>;
  /** The site of results and comments; null where it is the same. */
  readonly councillorsSiteId: string | null;
  readonly row: Row;
}

/** Reads of one list before all six are known: the others' ids are never used. */
function accessToWorkings(graph: Graph, siteId: string, listId: string): ListAccess {
  const lists = {
    assessments: listId,
    workings: listId,
    responses: listId,
    actions: listId,
    results: listId,
    comments: listId,
  };
  return listAccess(graph, { siteId, councillorsSiteId: null, lists });
}

/** What set-up remembered; null where it did not come that far, or where the list lacks the columns it would stand in. */
export async function readSettings(
  graph: Graph,
  siteId: string,
  listId: string,
  columns: readonly SiteColumn[],
): Promise<Result<Settings | null, GraphFault>> {
  const key = columns.find((column) => column.name === definitionOf('workings').keyColumn);
  if (!key?.indexed) return ok(null);
  const row = await accessToWorkings(graph, siteId, listId).byKey('workings', keys.settings);
  if (!row.ok) return row;
  if (row.value === null) return ok(null);
  const decoded = decode('workings', row.value);
  const record = decoded.ok && decoded.value.record.kind === 'settings' ? decoded.value.record : null;
  return ok({ row: row.value, lists: record?.lists ?? {}, councillorsSiteId: record?.councillorsSiteId ?? null });
}

/** Whether the settings name exactly these lists, where they are. */
export const agrees = (settings: Settings | null, place: Place): boolean =>
  settings !== null &&
  settings.councillorsSiteId === place.councillorsSiteId &&
  listNames.every((name) => settings.lists[name] === place.lists[name]);

/** Where lists are, as far as it is known. */
export type PartOfPlace = Omit<Place, 'lists'> & Pick<Settings, 'lists'>;

/**
 * Remembers the lists of a place. `already-exists` and `conflict` mean that somebody else did so at the same moment: look again.
 */
export async function writeSettings(
  graph: Graph,
  place: PartOfPlace & { readonly lists: { readonly workings: string } },
  before: Settings | null,
): Promise<Result<void, GraphFault>> {
  const fields = encode(
    'workings',
    { kind: 'settings', lists: place.lists, councillorsSiteId: place.councillorsSiteId },
    keys.settings,
  );
  const access = accessToWorkings(graph, place.siteId, place.lists.workings);
  const written = before
    ? await access.change('workings', before.row.itemId, before.row.eTag, fields)
    : await access.create('workings', fields);
  return written.ok ? ok(undefined) : fail(written.error);
}
