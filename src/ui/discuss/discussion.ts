// What every part of the discussion of a key area is given.
import type { KeyAreaSummary } from '../../assessment';
import type { AssessmentView } from '../../commands/view';

export interface DiscussionProps {
  readonly view: AssessmentView;
  readonly area: KeyAreaSummary;
  /** Whether this person records what is agreed; everybody else reads. */
  readonly mayRecord: boolean;
}
