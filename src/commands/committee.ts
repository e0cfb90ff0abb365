// A result on its way through the committee: cleared by somebody with a name and a post, then decided. What councillors read at that
// moment is kept with it, under a fingerprint. A correction is the next edition; earlier ones stay as they are.
import {
  type Clearing,
  type CommitteeOutcome,
  type CommitteeStep,
  checkClearing,
  checkOutcome,
  editionPhase,
  type Snapshot,
  snapshotText,
  takeAssessmentStep,
  takeCommitteeStep,
} from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { digestOf } from '../sealing';
import { type EditionWorking, keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { asFacilitator, stepAssessment } from './change';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** Records who cleared the result for the committee, with what councillors read now. The first edition, or the next one. */
export async function clearResult(
  work: Workplace,
  assessmentId: string,
  clearing: Clearing,
): Promise<Result<void, Refusal>> {
  const found = await newestView(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  const step = takeAssessmentStep('clear', view.assessment.phase, view.role);
  if (!step.ok) return step;
  if (checkClearing(clearing, londonDay(work.environment.now())).length > 0) return fail({ kind: 'incomplete' });
  const edition: EditionWorking = {
    kind: 'edition',
    assessmentId,
    number: nextNumber(view),
    clearing,
    outcome: null,
    snapshot: await snapshotOf(work, view),
  };
  const written = await writeEdition(work, edition);
  return written.ok ? stepAssessment(work, assessmentId, 'clear') : written;
}

/** Takes a clearing back, while the committee has decided nothing: its edition is removed. */
export async function takeBackClearing(work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const edition = take('takeBack', found.value);
  if (!edition.ok) return edition;
  await work.replica.remove('workings', keys.edition(assessmentId, edition.value.number));
  return stepAssessment(work, assessmentId, 'takeBackClearing');
}

/**
 * Records what the committee decided: of a result that was cleared, with what councillors read now; while the minutes are a draft, as a
 * change of the same edition; once they are confirmed, as a correction, which is the next edition. What was kept stays what it was.
 * @param begun the newest edition as it was when filling this in began: where somebody else was quicker, theirs stands and this is refused
 */
export async function recordOutcome(
  work: Workplace,
  begun: EditionWorking,
  outcome: CommitteeOutcome,
): Promise<Result<void, Refusal>> {
  const found = await newestView(work, begun.assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  const step = outcomeStepOf(begun);
  const taken = take(step, view);
  if (!taken.ok) return taken;
  if (taken.value.number !== begun.number) return fail({ kind: 'wrong-phase', phase: view.assessment.phase });
  if (checkOutcome(outcome, londonDay(work.environment.now())).length > 0) return fail({ kind: 'incomplete' });
  const recommendedTo = outcome.decision === 'recommended' ? outcome.recommendedTo : '';
  const after = { ...begun, outcome: { ...outcome, recommendedTo } };
  switch (step) {
    case 'decide':
      return writeEdition(work, { ...after, snapshot: await snapshotOf(work, view) }, begun);
    case 'change':
      return writeEdition(work, after, begun);
    case 'correct':
      return writeEdition(work, { ...after, number: nextNumber(view) });
  }
}

export type OutcomeStep = Exclude<CommitteeStep, 'takeBack'>;

/** What recording an outcome of an edition is. */
export const outcomeStepOf = (edition: Pick<EditionWorking, 'outcome'>): OutcomeStep =>
  (({ cleared: 'decide', draft: 'change', confirmed: 'correct' }) as const)[editionPhase(edition)];

type Seen = Pick<AssessmentView, 'assessment' | 'editions' | 'role'>;

/** Whether a step of the committee is possible for me now. */
export const mayTake = (step: CommitteeStep, view: Seen): boolean => take(step, view).ok;

/** The edition that a step is about, or why the step is refused. */
function take(step: CommitteeStep, view: Seen): Result<EditionWorking, Refusal> {
  const newest = view.editions[0]?.record;
  const taken = takeCommitteeStep(step, view.assessment.phase, newest ? editionPhase(newest) : null, view.role);
  if (!taken.ok) return taken;
  return newest ? ok(newest) : fail({ kind: 'wrong-phase', phase: view.assessment.phase });
}

/** The assessment as SharePoint has it now: nothing is kept of what others may have changed already. */
async function newestView(work: Workplace, assessmentId: string): Promise<Result<AssessmentView, Refusal>> {
  const looked = await work.replica.refresh();
  return looked.ok ? asFacilitator(work, assessmentId) : fail(graphRefusal(looked.error));
}

/** A number that no row has, believed or not. */
const nextNumber = ({ editions, doubtedEditions }: AssessmentView): number =>
  Math.max(0, ...[...editions, ...doubtedEditions].map((row) => row.record.number)) + 1;

async function snapshotOf(work: Workplace, view: AssessmentView): Promise<Snapshot> {
  const results = view.shared.map((row) => row.record);
  const text = snapshotText(results, view.summary);
  return { text, digest: await digestOf(text), at: work.environment.now().toISOString() };
}

/** Writes an edition and waits until SharePoint has it. Where somebody wrote it at the same moment, theirs stands, and mine is refused. */
async function writeEdition(
  work: Workplace,
  edition: EditionWorking,
  from?: EditionWorking,
): Promise<Result<void, Refusal>> {
  const key = keys.edition(edition.assessmentId, edition.number);
  await work.replica.put('workings', key, edition, from);
  const written = await work.replica.confirmed('workings', key);
  if (written.ok) return ok(undefined);
  if (written.error.kind === 'conflict') await work.replica.choose('workings', key, 'theirs');
  return fail(graphRefusal(written.error));
}
