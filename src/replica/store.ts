// What is kept on this device, whatever keeps it: rows as SharePoint has them, the queue of unsent changes, and a few notes.
import type { GraphFault } from '../graph/faults';
import type { DecodeFault } from '../sharepoint/codecs';
import type { Row } from '../sharepoint/listAccess';
import type { ListName, Stored } from '../sharepoint/records';
import type { AnyRecord } from './replica';

/** A row as SharePoint last had it. Unsent changes lie beside it, in the queue, so that the two are never confused. */
export interface LocalRow {
  readonly list: ListName;
  readonly key: string;
  /** Empty for rows of no assessment. */
  readonly assessmentId: string;
  /** The home an assessment is open in; empty otherwise. */
  readonly openIn: string;
  readonly itemId: string;
  readonly eTag: string;
  readonly stored: Stored<AnyRecord>;
}

/** What a change began with. */
export interface Base {
  readonly itemId: string;
  /** Null where the change was made on top of another that was still on its way. */
  readonly eTag: string | null;
  readonly record: AnyRecord;
}

export type EntryState =
  | { readonly kind: 'waiting'; readonly because: GraphFault | null }
  | { readonly kind: 'sending' }
  | { readonly kind: 'parked'; readonly because: GraphFault }
  | { readonly kind: 'two-versions'; readonly theirs: AnyRecord };

/** An unsent change of one record. At most two per record: one being sent, and what was written since. */
export interface Entry {
  readonly version: 1;
  /** Order of arrival. */
  readonly seq: number;
  readonly list: ListName;
  readonly key: string;
  readonly assessmentId: string;
  readonly openIn: string;
  /** The record as it shall be; null to remove the row. */
  readonly record: AnyRecord | null;
  /** Null where SharePoint is not known to have the row. */
  readonly base: Base | null;
  /** What was sent before without learning whether it arrived; the latest last. */
  readonly tried: readonly AnyRecord[];
  readonly state: EntryState;
}

/** A row that could not be read. Kept whole, so that a newer version of the product can read it without asking again. */
export interface Unread {
  readonly list: ListName;
  readonly itemId: string;
  readonly fault: DecodeFault;
  readonly row: Row;
}

/** Everything on this device, inside one reading or writing. Nothing else may be awaited there. */
export interface Tables {
  row(list: ListName, key: string): Promise<LocalRow | null>;
  /** Those of the items that are here. */
  rowsOfItems(list: ListName, itemIds: readonly string[]): Promise<readonly LocalRow[]>;
  rowsOfAssessment(list: ListName, assessmentId: string): Promise<readonly LocalRow[]>;
  rowsOpenIn(home: string): Promise<readonly LocalRow[]>;
  rowsOf(list: ListName): Promise<readonly LocalRow[]>;
  putRows(rows: readonly LocalRow[]): Promise<void>;
  deleteRows(list: ListName, keys: readonly string[]): Promise<void>;

  /** Entries in order of arrival. */
  entries(): Promise<readonly Entry[]>;
  entriesOf(list: ListName, key: string): Promise<readonly Entry[]>;
  entriesOfAssessment(list: ListName, assessmentId: string): Promise<readonly Entry[]>;
  addEntry(entry: Omit<Entry, 'seq'>): Promise<void>;
  putEntry(entry: Entry): Promise<void>;
  deleteEntry(seq: number): Promise<void>;

  unread(): Promise<readonly Unread[]>;
  putUnread(unread: readonly Unread[]): Promise<void>;
  deleteUnread(list: ListName, itemIds: readonly string[]): Promise<void>;

  /** A small value by name; undefined where there is none. Whoever reads it checks its shape. */
  note(name: string): Promise<unknown>;
  /** Writes a small value; undefined takes it away. */
  putNote(name: string, value: unknown): Promise<void>;
}

export interface Store {
  /** Whether what is written survives closing the page. */
  readonly durable: boolean;
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** All or nothing. */
  write<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /** Calls back after rows, unsent changes or unreadable rows changed, in this frame or another; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Calls back after notes changed. */
  onNote(listener: () => void): () => void;
  close(): void;
  /** Removes everything, and closes. */
  destroy(): Promise<void>;
}
