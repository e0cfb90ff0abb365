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
  const belongs = 'assessmentId' in record && !('kind' in record && record.kind === 'latest');
  return belongs ? (record.assessmentId ?? '') : '';
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

/** Puts a row in the store, unless what is there is newer: replies may overtake one another. Whether anything changed. */
export async function keepRow(tables: Tables, ready: Ready): Promise<boolean> {
  const { list, itemId } = ready.kind === 'readable' ? ready.row : ready.unread;
  const before = await tables.rowOfItem(list, itemId);
  const eTag = ready.kind === 'readable' ? ready.row.eTag : ready.unread.row.eTag;
  if (before && versionOf(before.eTag) > versionOf(eTag)) return false;
  if (before && ready.kind === 'readable' && sameJson(before, ready.row)) return false;
  if (before && (ready.kind === 'unreadable' || before.key !== ready.row.key)) await tables.deleteRow(list, before.key);
  if (ready.kind === 'unreadable') {
    await tables.putUnread(ready.unread);
    return before !== null;
  }
  await tables.deleteUnread(list, itemId);
  await tables.putRow(ready.row);
  return true;
}

/** Takes a removed row out of the store. What was not sent of it stays in the queue. */
export async function dropItem(tables: Tables, list: ListName, itemId: string): Promise<void> {
  await tables.deleteUnread(list, itemId);
  const row = await tables.rowOfItem(list, itemId);
  if (row) await tables.deleteRow(list, row.key);
}
