// How a person's own answer to a key area stands: whether it may be given or changed, and what has become of it.
import { acceptsAnswers, acceptsLateAnswers, isShown } from './lifeCycles';
import type { AssessmentPhase, KeyAreaPhase } from './records';

export type OwnAnswerStanding =
  /** It may be given and changed. */
  | 'open'
  /** The others are shown already: it may still be given, once and openly. */
  | 'late'
  /** It came too late for the showing, or could not be opened then: a facilitator's device adds it. */
  | 'to-be-added'
  | 'shown'
  /** It is shown as it was; a later change is not. */
  | 'shown-as-before'
  /** A level was agreed without it: it stays hidden and does not count. */
  | 'too-late'
  /** Nothing can be given or changed, and there is nothing more to say. */
  | 'closed';

export interface OwnAnswerFacts {
  readonly phase: KeyAreaPhase;
  readonly assessment: AssessmentPhase;
  /** Whether the person has an answer that counts. */
  readonly answered: boolean;
  /** Whether an answer of theirs was opened and shown. */
  readonly opened: boolean;
  /** Whether what is shown differs from what they now say, as far as this device can tell. */
  readonly changed: boolean;
}

/** How it stands. */
export function standingOfOwn(facts: OwnAnswerFacts): OwnAnswerStanding {
  const { phase, assessment, answered, opened } = facts;
  if (acceptsAnswers(phase, assessment)) return 'open';
  if (acceptsLateAnswers(phase, assessment) && !answered && !opened) return 'late';
  if (!isShown(phase)) return 'closed';
  if (opened) return facts.changed ? 'shown-as-before' : 'shown';
  if (!answered) return 'closed';
  return acceptsLateAnswers(phase, assessment) ? 'to-be-added' : 'too-late';
}
