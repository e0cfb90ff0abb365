// What the replica asks of SharePoint: rows of our lists, by key, by assessment, and as a feed of changes. `lists over Graph` implements it.
import type { Person } from '../base/person';
import type { Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { ListName } from './records';

/** The fields of a row by internal column name. An absent column is null. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** One row as SharePoint holds it. */
export interface Row {
  readonly itemId: string;
  /** `"guid,version"` with its quotes; sent back unchanged. */
  readonly eTag: string;
  readonly createdBy: Person | null;
  readonly lastModifiedBy: Person | null;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
  readonly fields: Fields;
}

/** A row as it was after one change of it. */
export interface RowVersion {
  readonly lastModifiedBy: Person | null;
  readonly fields: Fields;
}

export interface Changes {
  readonly rows: readonly Row[];
  /** Item ids of rows that are gone. */
  readonly removed: readonly string[];
  /** Where to go on next time; opaque. */
  readonly token: string;
  /** Whether the feed held something that says nothing, in place of what it should have told. */
  readonly doubtful: boolean;
}

/** A read or write of our lists in one site. Every answer is a Result: a failed read never looks like an empty list. */
export interface ListAccess {
  create(list: ListName, fields: Fields): Promise<Result<Row, GraphFault>>;
  /** Changes a row if it still has the eTag, and gives the row as it then is (see `Graph.sendThenRead`). */
  change(list: ListName, itemId: string, eTag: string, fields: Fields): Promise<Result<Row, GraphFault>>;
  remove(list: ListName, itemId: string, eTag: string): Promise<Result<void, GraphFault>>;
  read(list: ListName, itemId: string): Promise<Result<Row, GraphFault>>;
  /** Everything a row was and is, newest first, as far back as the list keeps versions. */
  versions(list: ListName, itemId: string): Promise<Result<readonly RowVersion[], GraphFault>>;
  /** The row with the unique key, or null. */
  byKey(list: ListName, key: string): Promise<Result<Row | null, GraphFault>>;
  byAssessment(list: ListName, assessmentId: string): Promise<Result<readonly Row[], GraphFault>>;
  /** Assessments open in a home (see `homeKey`). */
  openIn(home: string): Promise<Result<readonly Row[], GraphFault>>;
  /** A token for "from now on", taken before a first read so that nothing falls between. */
  latest(list: ListName): Promise<Result<string, GraphFault>>;
  /** All changes since a token; `resync` where it is too old. */
  changes(list: ListName, token: string): Promise<Result<Changes, GraphFault>>;
}
