// Rows from SharePoint on their way into the store: decoded once, and never replaced by something older.
import type { DecodeFault } from '../sharepoint/codecs';
import { decode, encode } from '../sharepoint/codecs';
import type { Row } from '../sharepoint/listAccess';
import type { ListName } from '../sharepoint/records';
import { sameJson } from './merge';
import type { AnyRecord } from './replica';
import type { LocalRow, Tables, Unread } from './store';

/** A row made ready: readable, or kept whole beside the others. */
export type Ready =
  | { readonly kind: 'readable'; readonly row: LocalRow }
  | { readonly kind: 'unreadable'; readonly unread: Unread };

/** The assessment a record belongs to; empty where it belongs to none. */
export function assessmentOf(list: ListName, record: AnyRecord): string {
  if (list === 'assessments') return 'id' in record ? record.id : '';
  return 'assessmentId' in record && !('kind' in record && record.kind === 'latest') ? record.assessmentId : '';
}

/** The home an assessment is open in, as its row says; empty for everything else. */
export function openInOf(list: ListName, record: AnyRecord, key: string): string {
  if (list !== 'assessments') return '';
  const { OpenIn: home } = encode<ListName>(list, record, key);
  return typeof home === 'string' ? home : '';
}

/** The record as it comes back from its row: texts lose what SharePoint cannot hold. As it is where no row can carry it. */
export function asStored(list: ListName, record: AnyRecord, key: string): AnyRecord {
  const fields = encode(list, record, key);
  const nobody = { createdBy: null, lastModifiedBy: null, createdAt: '', lastModifiedAt: '' };
  const decoded = decode(list, { ...nobody, itemId: key, eTag: '', fields });
  return decoded.ok ? decoded.value.record : record;
}

/** Decodes a row. */
export function makeReady(list: ListName, row: Row): Ready {
  const decoded = decode(list, row);
  if (!decoded.ok) return unreadable(list, row, decoded.error);
  const { key, record } = decoded.value;
  const place = { assessmentId: assessmentOf(list, record), openIn: openInOf(list, record, key) };
  const { itemId, eTag } = row;
  return { kind: 'readable', row: { list, key, ...place, itemId, eTag, stored: decoded.value } };
}

const unreadable = (list: ListName, row: Row, fault: DecodeFault): Ready => ({
  kind: 'unreadable',
  unread: { list, itemId: row.itemId, fault, row },
});

/** The version of a row, from its eTag `"guid,version"` (Microsoft Graph: listItem delta); 0 where there is none to see. */
const versionOf = (eTag: string): number => Number(/,(\d+)/.exec(eTag)?.[1] ?? 0);

const isNewer = (row: Pick<Row, 'eTag'>, than: Pick<Row, 'eTag'>): boolean =>
  versionOf(row.eTag) > versionOf(than.eTag);

/** The list, id and eTag of a row made ready. */
const placeOf = (ready: Ready) =>
  ready.kind === 'readable' ? ready.row : { ...ready.unread, eTag: ready.unread.row.eTag };

/** Whether a row says more than the one that is here: replies may overtake one another. */
const isNews = (ready: Ready, before: LocalRow | undefined): boolean =>
  before === undefined ||
  !(isNewer(before, placeOf(ready)) || (ready.kind === 'readable' && sameJson(before, ready.row)));

/** Each item once: the newest of what came of it. */
function newestOfEach(ready: readonly Ready[]): readonly Ready[] {
  const newest = new Map<string, Ready>();
  for (const each of ready) {
    const { itemId, eTag } = placeOf(each);
    const other = newest.get(itemId);
    if (!other || !isNewer(placeOf(other), { eTag })) newest.set(itemId, each);
  }
  return [...newest.values()];
}

/**
 * Puts rows of one list in the store, unless what is there is newer. All are looked up and written together: one by one, a meeting's
 * answers would take the better part of a second. How many changed what can be read here.
 */
export async function keepRows(tables: Tables, list: ListName, ready: readonly Ready[]): Promise<number> {
  const found = await tables.rowsOfItems(
    list,
    ready.map((each) => placeOf(each).itemId),
  );
  const before = new Map(found.map((row) => [row.itemId, row]));
  const news = newestOfEach(ready).filter((each) => isNews(each, before.get(placeOf(each).itemId)));
  if (news.length === 0) return 0;
  const rows = news.flatMap((each) => (each.kind === 'readable' ? [each.row] : []));
  const unread = news.flatMap((each) => (each.kind === 'unreadable' ? [each.unread] : []));
  const lost = unread.flatMap(({ itemId }) => before.get(itemId)?.key ?? []);
  const moved = rows.flatMap(({ itemId, key }) => {
    const earlier = before.get(itemId)?.key ?? key;
    return earlier === key ? [] : [earlier];
  });
  // First away, then in: a key that one row gives up may be another's now.
  await tables.deleteRows(list, [...lost, ...moved]);
  await tables.putUnread(unread);
  await tables.deleteUnread(
    list,
    rows.map(({ itemId }) => itemId),
  );
  await tables.putRows(rows);
  return rows.length + lost.length;
}

/** Puts one row in the store, unless what is there is newer. */
export async function keepRow(tables: Tables, ready: Ready): Promise<void> {
  await keepRows(tables, placeOf(ready).list, [ready]);
}

/** Takes removed rows out of the store. What was not sent of them stays in the queue. */
export async function dropItems(tables: Tables, list: ListName, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const rows = await tables.rowsOfItems(list, itemIds);
  await tables.deleteUnread(list, itemIds);
  await tables.deleteRows(
    list,
    rows.map(({ key }) => key),
  );
}
