// Why a command was refused. Nothing was changed unless the kind says otherwise.
import type { AssessmentPhase, DraftFault, KeyAreaPhase, StepRefusal } from '../assessment';
import type { GraphFault } from '../graph/faults';

export type Refusal =
  | StepRefusal<AssessmentPhase | KeyAreaPhase>
  | { readonly kind: 'graph'; readonly fault: GraphFault }
  | { readonly kind: 'no-assessment' }
  /** This device cannot open the answers: no facilitator's key is at hand here. */
  | { readonly kind: 'key-missing' }
  /** Who is to have an answer recorded has answered themselves, or is heard already. */
  | { readonly kind: 'answered-already' }
  | { readonly kind: 'draft'; readonly faults: readonly DraftFault[] }
  /** Something is missing that a form asks for. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'nothing-to-share' }
  /** Sharing would replace what somebody wrote into the results list by hand, and nobody has said yes to that. */
  | { readonly kind: 'edited-by-hand' }
  /** The page would tell more than the results list does. */
  | { readonly kind: 'share-first' }
  /** What a message was to tell is no longer so, or never was. */
  | { readonly kind: 'nothing-to-tell' }
  /** Practice assessments post and share nothing. */
  | { readonly kind: 'practice' };

/** A Graph fault as a refusal. */
export const graphRefusal = (fault: GraphFault): Refusal => ({ kind: 'graph', fault });
