// The two life cycles, as tables: which step leads from where to where, and who may take it. Nothing else decides this.
import { fail, ok, type Result } from '../base/result';
import type { AssessmentPhase, KeyAreaPhase } from './records';

/** What someone is to an assessment. `anyone` is every person who may write to the lists. */
export type Role = 'facilitator' | 'participant' | 'anyone';

interface Step<Phase> {
  readonly from: readonly Phase[];
  readonly to: Phase;
  readonly by: Role;
  readonly needsReason?: true;
}

/** One assessment: draft, open, shared, cleared, (committee outcome), closed; or cancelled. */
export const assessmentSteps = {
  open: { from: ['draft'], to: 'open', by: 'facilitator' },
  share: { from: ['open', 'shared', 'cleared'], to: 'shared', by: 'facilitator' },
  clear: { from: ['shared'], to: 'cleared', by: 'facilitator' },
  takeBackClearing: { from: ['cleared'], to: 'shared', by: 'facilitator' },
  close: { from: ['cleared', 'shared', 'open'], to: 'closed', by: 'facilitator' },
  cancel: { from: ['draft', 'open'], to: 'cancelled', by: 'facilitator' },
} as const satisfies Record<string, Step<AssessmentPhase>>;

/** One key area: collecting, revealing, revealed, agreed; or skipped; or does not apply. A facilitator may reopen with a reason. */
export const keyAreaSteps = {
  startReveal: { from: ['collecting'], to: 'revealing', by: 'facilitator' },
  finishReveal: { from: ['revealing'], to: 'revealed', by: 'facilitator' },
  agree: { from: ['revealed', 'agreed'], to: 'agreed', by: 'facilitator' },
  skip: { from: ['collecting', 'revealed'], to: 'skipped', by: 'facilitator' },
  resume: { from: ['skipped'], to: 'collecting', by: 'facilitator' },
  setAside: {
    from: ['collecting', 'revealed', 'agreed', 'skipped'],
    to: 'does-not-apply',
    by: 'facilitator',
    needsReason: true,
  },
  reopen: { from: ['revealed', 'agreed', 'does-not-apply'], to: 'collecting', by: 'facilitator', needsReason: true },
} as const satisfies Record<string, Step<KeyAreaPhase>>;

/** How far an edition has come: cleared, decided with the minutes still a draft, decided and confirmed. */
export type EditionPhase = 'cleared' | 'draft' | 'confirmed';

interface CommitteeStepOf {
  readonly from: readonly AssessmentPhase[];
  /** Where the newest edition must stand. */
  readonly edition: EditionPhase;
  readonly by: Role;
}

/**
 * What may be recorded of the committee; the assessment stays where it is, but for what `takeBack` does to it. Minutes are confirmed,
 * and mistakes found, when work has gone on or is over.
 */
export const committeeSteps = {
  takeBack: { from: ['cleared'], edition: 'cleared', by: 'facilitator' },
  decide: { from: ['cleared'], edition: 'cleared', by: 'facilitator' },
  change: { from: ['shared', 'cleared', 'closed'], edition: 'draft', by: 'facilitator' },
  correct: { from: ['shared', 'cleared', 'closed'], edition: 'confirmed', by: 'facilitator' },
} as const satisfies Record<string, CommitteeStepOf>;

export type CommitteeStep = keyof typeof committeeSteps;
export type AssessmentStep = keyof typeof assessmentSteps;
export type KeyAreaStep = keyof typeof keyAreaSteps;

/** Why a step cannot be taken. */
export type StepRefusal<Phase> =
  | { readonly kind: 'wrong-phase'; readonly phase: Phase }
  | { readonly kind: 'not-allowed'; readonly needs: Role }
  | { readonly kind: 'reason-missing' };

function take<Phase>(step: Step<Phase>, from: Phase, role: Role, reason: string): Result<Phase, StepRefusal<Phase>> {
  if (!step.from.includes(from)) return fail({ kind: 'wrong-phase', phase: from });
  if (!mayActAs(role, step.by)) return fail({ kind: 'not-allowed', needs: step.by });
  if (step.needsReason && reason.trim() === '') return fail({ kind: 'reason-missing' });
  return ok(step.to);
}

/** Whether someone in `role` may do what `needed` may: a facilitator may do everything, a participant what anyone may. */
export function mayActAs(role: Role, needed: Role): boolean {
  const rank: Record<Role, number> = { anyone: 0, participant: 1, facilitator: 2 };
  return rank[role] >= rank[needed];
}

/** The phase an assessment is in after a step, or why the step is refused. */
export const takeAssessmentStep = (step: AssessmentStep, from: AssessmentPhase, role: Role) =>
  take<AssessmentPhase>(assessmentSteps[step], from, role, '');

/** Whether a step of the committee can be taken, or why not. `edition` is where the newest one stands; null where there is none. */
export function takeCommitteeStep(
  step: CommitteeStep,
  assessment: AssessmentPhase,
  edition: EditionPhase | null,
  role: Role,
): Result<void, StepRefusal<AssessmentPhase>> {
  const { from, edition: needed, by }: CommitteeStepOf = committeeSteps[step];
  if (!from.includes(assessment) || edition !== needed) return fail({ kind: 'wrong-phase', phase: assessment });
  return mayActAs(role, by) ? ok(undefined) : fail({ kind: 'not-allowed', needs: by });
}

/** The phase a key area is in after a step, or why the step is refused. */
export const takeKeyAreaStep = (step: KeyAreaStep, from: KeyAreaPhase, role: Role, reason = '') =>
  take<KeyAreaPhase>(keyAreaSteps[step], from, role, reason);

/** Whether work on the key areas goes on: two areas shared today and two agreed in a fortnight is normal. */
export const isUnderWay = (assessment: AssessmentPhase): boolean => assessment === 'open' || assessment === 'shared';

/** Answers may be given or changed while the key area is collecting and the assessment is under way. */
export const acceptsAnswers = (phase: KeyAreaPhase, assessment: AssessmentPhase): boolean =>
  phase === 'collecting' && isUnderWay(assessment);

/** Who has not answered may still do so, openly, from the moment the showing begins until a level is agreed. */
export const acceptsLateAnswers = (phase: KeyAreaPhase, assessment: AssessmentPhase): boolean =>
  (phase === 'revealing' || phase === 'revealed') && isUnderWay(assessment);

/** Whether answers of a key area can be looked at by everyone. */
export const isShown = (phase: KeyAreaPhase): boolean => phase === 'revealed' || phase === 'agreed';
