// The local copy of the lists, as screens and commands see it: read at once, write at once, kept in step with SharePoint behind the scenes.
import type { Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { DecodeFault } from '../sharepoint/codecs';
import type { ListName, RecordOf, Stored } from '../sharepoint/records';

/** A record of any list. */
export type AnyRecord = RecordOf[ListName];

/** Where a record's newest change is. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** Kept on this device; will be sent by itself. */
  | { readonly kind: 'waiting'; readonly because: GraphFault }
  /** Will not be sent until someone does something. Nothing else is held up. */
  | { readonly kind: 'parked'; readonly because: GraphFault }
  /** Somebody else changed the same part: both are kept until someone chooses. Null `mine` means it was removed here. */
  | { readonly kind: 'two-versions'; readonly mine: AnyRecord | null; readonly theirs: AnyRecord };

/** An unsent change of one list's record, with what it is about. */
export interface UnsentOf<L extends ListName> {
  readonly list: L;
  readonly key: string;
  readonly state: SaveState;
  /** As it shall be; null where the row shall be removed. */
  readonly record: RecordOf[L] | null;
  /** What it was made from; null for something new. */
  readonly before: RecordOf[L] | null;
  /** What SharePoint has, as last seen, and who wrote it: where someone must choose, the other version. Null where there is none. */
  readonly there: Stored<RecordOf[L]> | null;
}
export type Unsent = { readonly [L in ListName]: UnsentOf<L> }[ListName];

/** How the replica stands with SharePoint as a whole. */
export type Standing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'in-step'; readonly at: string }
  /** What officers work on is in step; the lists that councillors read and write are closed to this person. */
  | { readonly kind: 'apart'; readonly at: string; readonly because: GraphFault }
  | { readonly kind: 'behind'; readonly because: GraphFault }
  /** The first read failed: there is nothing to show yet, and this says why. */
  | { readonly kind: 'failed'; readonly because: GraphFault }
  /** A newer version of this product wrote to these lists: nothing is sent from here until the page is loaded again. */
  | { readonly kind: 'newer-version' };

/** A row that cannot be read, because somebody changed it by hand or a newer version wrote it. It is shown nowhere else. */
export interface UnreadableRow {
  readonly list: ListName;
  readonly itemId: string;
  readonly fault: DecodeFault;
}

/** What this device noticed while keeping in step. */
export type JournalEntry =
  /** A list was read anew: at the first time, or because its feed could not go on. */
  | { readonly what: 'fresh-start'; readonly at: string; readonly list: ListName }
  /** Comparing found rows that the feed had not told of: so many taken over, so many let go. */
  | {
      readonly what: 'drift';
      readonly at: string;
      readonly list: ListName;
      readonly kept: number;
      readonly gone: number;
    }
  /** The service asked for patience. */
  | { readonly what: 'slowed-down'; readonly at: string; readonly until: string };

export interface Replica {
  /** The records of an assessment in one list, in no particular order. */
  all<L extends ListName>(list: L, assessmentId: string): Promise<readonly Stored<RecordOf[L]>[]>;
  /** Everything of a list that is on this device, whatever assessment it belongs to, in no particular order. */
  held<L extends ListName>(list: L): Promise<readonly Stored<RecordOf[L]>[]>;
  one<L extends ListName>(list: L, key: string): Promise<Stored<RecordOf[L]> | null>;
  /** Assessments open in this home, practice ones included. */
  openHere(): Promise<readonly Stored<RecordOf['assessments']>[]>;
  saveState(list: ListName, key: string): Promise<SaveState>;
  /** Everything that SharePoint does not have yet, over all lists, two versions included. One that was changed again while it is being sent comes twice, the newest last. */
  unsent(): Promise<readonly Unsent[]>;
  /** Calls back with the answer of a query now and whenever what it read changes, in this frame or another of this browser. */
  watch<T>(query: () => Promise<T>, next: (answer: T) => void, failed: (error: unknown) => void): () => void;

  /**
   * Writes a record here and into the durable queue in one transaction, and sends it soon.
   * @param from the record this one was made from. Without it, what is here now counts as that, so give it wherever someone
   * may have changed the record since it was read: only what differs from it counts as changed.
   */
  put<L extends ListName>(list: L, key: string, record: RecordOf[L], from?: RecordOf[L]): Promise<void>;
  /**
   * Writes a record only where what is here is still `from` (null: nothing); false where it is something else by now. For what cannot be
   * merged while writing, because only its author can open it.
   */
  replace<L extends ListName>(list: L, key: string, record: RecordOf[L], from: RecordOf[L] | null): Promise<boolean>;
  /** Keeps two versions of a record until someone chooses: for what only its author can open, and so compare. */
  keepBoth<L extends ListName>(list: L, key: string, mine: RecordOf[L], theirs: RecordOf[L]): Promise<void>;
  remove(list: ListName, key: string): Promise<void>;
  /** Resolves when SharePoint has the record's newest change, or with why it will not. */
  confirmed(list: ListName, key: string): Promise<Result<void, GraphFault>>;
  /** Sends parked changes again, after someone mended what was wrong. */
  retry(): Promise<void>;
  /** Gives up an unsent change and takes SharePoint's record again. */
  discard(list: ListName, key: string): Promise<void>;
  /** Decides between two versions: mine is sent over theirs, or theirs stays. What only one side changed is kept either way. */
  choose(list: ListName, key: string, which: 'mine' | 'theirs'): Promise<void>;

  /** A note that stays on this device, for this person and site only (a key, a remembered choice). Null where there is none. */
  kept(name: string): Promise<string | null>;
  /** Keeps a note on this device; null takes it away. */
  keep(name: string, text: string | null): Promise<void>;

  /** False where the browser refused storage: then nothing survives closing the page, and the screen must say so. */
  readonly durable: boolean;
  standing(): Standing;
  onStanding(listener: () => void): () => void;
  /** Rows that could not be read, over all lists. */
  unreadable(): Promise<readonly UnreadableRow[]>;
  /** What this device noticed while keeping in step, oldest first. */
  journal(): Promise<readonly JournalEntry[]>;
  /** Reads one assessment that is not open here (an older one, or one named by a link). False when there is none. */
  fetchAssessment(assessmentId: string): Promise<Result<boolean, GraphFault>>;
  /** Reads a row by its key from SharePoint now. */
  fetchOne(list: ListName, key: string): Promise<Result<boolean, GraphFault>>;
  /** Looks for changes now. */
  refresh(): Promise<Result<void, GraphFault>>;
  /** Stops timers and releases the database. Unsent work stays. */
  close(): void;
  /** Removes everything this product keeps on this device for this person and site, unsent work included. */
  removeFromDevice(): Promise<void>;
}
