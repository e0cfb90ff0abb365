// The local copy of the lists, as screens and commands see it: read at once, write at once, kept in step with SharePoint behind the scenes.
import type { Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { ListName, RecordOf, Stored } from '../sharepoint/records';

/** Where a record's newest change is. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** Kept on this device; will be sent by itself. */
  | { readonly kind: 'waiting'; readonly because: GraphFault }
  /** Will not be sent until someone does something. Nothing else is held up. */
  | { readonly kind: 'parked'; readonly because: GraphFault };

/** How the replica stands with SharePoint as a whole. */
export type Standing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'in-step'; readonly at: string }
  | { readonly kind: 'behind'; readonly because: GraphFault }
  /** The first read failed: there is nothing to show yet, and this says why. */
  | { readonly kind: 'failed'; readonly because: GraphFault };

export interface Replica {
  /** The records of an assessment in one list, in no particular order. */
  all<L extends ListName>(list: L, assessmentId: string): Promise<readonly Stored<RecordOf[L]>[]>;
  one<L extends ListName>(list: L, key: string): Promise<Stored<RecordOf[L]> | null>;
  /** Assessments open in this home, practice ones included. */
  openHere(): Promise<readonly Stored<RecordOf['assessments']>[]>;
  saveState(list: ListName, key: string): Promise<SaveState>;
  /** Everything that waits or is parked, over all lists. */
  unsent(): Promise<readonly { readonly list: ListName; readonly key: string; readonly state: SaveState }[]>;
  /** Calls back with the answer of a query now and whenever what it read changes, in this frame or another of this browser. */
  watch<T>(query: () => Promise<T>, next: (answer: T) => void, failed: (error: unknown) => void): () => void;

  /** Writes a record here and into the durable queue in one transaction, and sends it soon. */
  put<L extends ListName>(list: L, key: string, record: RecordOf[L]): Promise<void>;
  remove(list: ListName, key: string): Promise<void>;
  /** Resolves when SharePoint has the record's newest change, or with why it will not. */
  confirmed(list: ListName, key: string): Promise<Result<void, GraphFault>>;
  /** Sends parked changes again, after someone mended what was wrong. */
  retry(): Promise<void>;
  /** Gives up an unsent change and takes SharePoint's record again. */
  discard(list: ListName, key: string): Promise<void>;

  standing(): Standing;
  onStanding(listener: () => void): () => void;
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
