// The one clear next step for whoever looks at an assessment. Pure: a table in the tests says what is offered when.
import { acceptsAnswers, isUnderWay, type KeyAreaPhase } from '../../assessment';
import { samePerson } from '../../base/person';
import { mayTake } from '../../commands/committee';
import type { AssessmentView } from '../../commands/view';

export type NextStep =
  /** Give the first answer still missing. */
  | { readonly kind: 'answer'; readonly keyAreaId: string }
  /** Somebody else changed my answer, so it does not count: give it again. */
  | { readonly kind: 'restore'; readonly keyAreaId: string }
  /** Facilitator: show the answers (`all`: everyone has answered; `goOn`: a showing was cut off). */
  | { readonly kind: 'show'; readonly keyAreaId: string; readonly because: 'all' | 'some' | 'goOn' }
  /** Facilitator: record what is agreed. */
  | { readonly kind: 'agree'; readonly keyAreaId: string }
  /** Facilitator: say where we want to be. */
  | { readonly kind: 'target'; readonly keyAreaId: string }
  | { readonly kind: 'share' }
  /** Facilitator: record what the committee decided. */
  | { readonly kind: 'committee' }
  /** Everybody else: look at how answers compare. */
  | { readonly kind: 'compare'; readonly keyAreaId: string }
  | { readonly kind: 'results' }
  /** Nothing to do but wait: for answers, or for the facilitator. */
  | { readonly kind: 'wait'; readonly for: 'answers' | 'showing' }
  | { readonly kind: 'none' };

type Seen = Pick<
  AssessmentView,
  'assessment' | 'role' | 'asked' | 'summary' | 'sealed' | 'tampered' | 'shared' | 'editions'
>;

/** Whether a person has an answer that counts for a key area. */
export const hasAnswered = (view: Pick<AssessmentView, 'sealed'>, personId: string, keyAreaId: string): boolean =>
  view.sealed.some((row) => row.record.keyAreaId === keyAreaId && samePerson(row.record.personId, personId));

/** What to offer to a person. Own answers come first, also for facilitators; then what the meeting needs. */
export function nextStep(view: Seen, personId: string): NextStep {
  if (view.assessment.phase === 'cancelled') return { kind: 'none' };
  return myAnswer(view, personId) ?? (view.role === 'facilitator' ? facilitators(view) : everyones(view));
}

function myAnswer(view: Seen, personId: string): NextStep | null {
  if (!view.asked) return null;
  const open = view.summary.keyAreas.filter((area) => acceptsAnswers(area.phase, view.assessment.phase));
  const changed = open.find((area) =>
    view.tampered.some((row) => row.keyAreaId === area.keyAreaId && samePerson(row.personId, personId)),
  );
  if (changed) return { kind: 'restore', keyAreaId: changed.keyAreaId };
  const missing = open.find((area) => !hasAnswered(view, personId, area.keyAreaId));
  return missing ? { kind: 'answer', keyAreaId: missing.keyAreaId } : null;
}

function facilitators(view: Seen): NextStep {
  if (!isUnderWay(view.assessment.phase)) return { kind: mayTake('decide', view) ? 'committee' : 'results' };
  const { keyAreas, settled } = view.summary;
  const isShared = (keyAreaId: string) => view.shared.some((row) => row.record.keyAreaId === keyAreaId);
  const inPhase = (phase: KeyAreaPhase) => keyAreas.filter((area) => area.phase === phase);
  const collecting = inPhase('collecting');
  const [revealing] = inPhase('revealing');
  const [revealed] = inPhase('revealed');
  const full = collecting.find((area) => area.turnout.asked > 0 && area.turnout.answered === area.turnout.asked);
  const some = collecting.find((area) => area.turnout.answered > 0);
  const noTarget = keyAreas.find((area) => area.phase === 'agreed' && area.target === null);
  if (revealing) return { kind: 'show', keyAreaId: revealing.keyAreaId, because: 'goOn' };
  if (revealed) return { kind: 'agree', keyAreaId: revealed.keyAreaId };
  if (full) return { kind: 'show', keyAreaId: full.keyAreaId, because: 'all' };
  if (some) return { kind: 'show', keyAreaId: some.keyAreaId, because: 'some' };
  if (collecting.length > 0) return { kind: 'wait', for: 'answers' };
  if (noTarget) return { kind: 'target', keyAreaId: noTarget.keyAreaId };
  const unshared = keyAreas.some((area) => area.phase === 'agreed' && !isShared(area.keyAreaId));
  return settled && unshared && !view.assessment.practice ? { kind: 'share' } : { kind: 'results' };
}

function everyones(view: Seen): NextStep {
  const { keyAreas, agreed } = view.summary;
  const revealed = keyAreas.find((area) => area.phase === 'revealed');
  if (revealed) return { kind: 'compare', keyAreaId: revealed.keyAreaId };
  if (keyAreas.some((area) => acceptsAnswers(area.phase, view.assessment.phase)))
    return { kind: 'wait', for: 'showing' };
  return agreed > 0 ? { kind: 'results' } : { kind: 'wait', for: 'showing' };
}
