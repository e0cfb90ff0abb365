// Where a result stands on its way through the committee, as every face says it.
import type { Person } from '../base/person';
import type { Edition, Moment } from './records';

/** Where a result stands on its way through the committee, as its newest edition has it. */
export interface CommitteeStanding {
  readonly edition: Edition;
  /** The newest edition with an outcome; null while there is none. */
  readonly decided: Edition | null;
  /** Whether what was kept with the edition is what was kept then. Where it is not, nothing can be compared with it. */
  readonly intact: boolean;
  /** What changed since; null where nothing did. */
  readonly changed: ChangedSince | null;
}

export interface ChangedSince {
  /** Whether councillors read something else now; else only the officers’ record differs. */
  readonly inResults: boolean;
  /** The titles of the key areas that differ. */
  readonly keyAreas: readonly string[];
  /** By whom and when the newest of these changes was made, as SharePoint says; null where it does not say: of a row that is gone. */
  readonly by: Person | null;
  readonly at: Moment | null;
}
