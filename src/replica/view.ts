// What screens read: SharePoint's rows with the unsent changes of this device laid over them.
import type { ListName, Stored } from '../sharepoint/records';
import type { AnyRecord } from './replica';
import type { Entry, LocalRow, Tables } from './store';

/** A row with an unsent change on it; null where it shall be removed. Until it is sent, its last writer is this device. */
function withChange(before: Stored<AnyRecord> | undefined, entry: Entry): Stored<AnyRecord> | null {
  if (entry.record === null) return null;
  return {
    key: entry.key,
    record: entry.record,
    createdBy: before?.createdBy ?? null,
    lastModifiedBy: null,
    createdAt: before?.createdAt ?? null,
    lastModifiedAt: before?.lastModifiedAt ?? null,
  };
}

function laidOver(rows: readonly LocalRow[], entries: readonly Entry[]): readonly Stored<AnyRecord>[] {
  const found = new Map<string, Stored<AnyRecord>>(rows.map((row) => [row.key, row.stored]));
  for (const entry of entries) {
    const changed = withChange(found.get(entry.key), entry);
    if (changed) found.set(entry.key, changed);
    else found.delete(entry.key);
  }
  return [...found.values()];
}

/** The records of an assessment in one list. */
export async function recordsOf(tables: Tables, list: ListName, assessmentId: string) {
  const rows = await tables.rowsOfAssessment(list, assessmentId);
  return laidOver(rows, await tables.entriesOfAssessment(list, assessmentId));
}

/** Everything of a list that is on this device, whatever it belongs to. */
export async function recordsIn(tables: Tables, list: ListName) {
  const entries = (await tables.entries()).filter((entry) => entry.list === list);
  return laidOver(await tables.rowsOf(list), entries);
}

/** One record. */
export async function recordAt(tables: Tables, list: ListName, key: string): Promise<Stored<AnyRecord> | null> {
  const row = await tables.row(list, key);
  return laidOver(row ? [row] : [], await tables.entriesOf(list, key))[0] ?? null;
}

/** Assessments open in a home. An unsent change that opens or closes one counts at once. */
export async function openRecords(tables: Tables, home: string): Promise<readonly Stored<AnyRecord>[]> {
  const changed = (await tables.entries()).filter((entry) => entry.list === 'assessments');
  const rows = await tables.rowsOpenIn(home);
  const others = await Promise.all(changed.map((entry) => tables.row('assessments', entry.key)));
  const stillOpen = new Set([...rows.map((row) => row.key), ...changed.map((entry) => entry.key)]);
  for (const entry of changed) if (entry.openIn !== home) stillOpen.delete(entry.key);
  const known = [...rows, ...others.filter((row) => row !== null)];
  return laidOver(known, changed).filter((stored) => stillOpen.has(stored.key));
}
