// What this device sees to by itself while somebody works: that every facilitator of an open assessment can show its answers, that late
// answers are added to those shown, and that later assessments find this one.
import { isUnderWay } from '../assessment';
import { tendKeys } from './assessmentKey';
import { tendHistory } from './history';
import { addLateAnswers } from './lateAnswers';
import { openHere, tendOpenHere } from './openHere';
import { passOnMine } from './passOn';
import { readView } from './view';
import type { Workplace } from './workplace';

/** How often, in milliseconds, what could not be seen to is tried again: a deputy may have come, or the network may be back. */
const tryAgainAfter = 20_000;

async function tendAssessment(work: Workplace, assessmentId: string, lookedFor: Set<string>): Promise<void> {
  const view = await readView(work, assessmentId);
  if (!view || !isUnderWay(view.assessment.phase)) return;
  await tendKeys(work, view, lookedFor);
  await passOnMine(work, view);
  await addLateAnswers(work, view);
}

/** Keeps seeing to the assessments open here, whenever something changes; returns how to stop. */
export function attend(work: Workplace, failed: (error: unknown) => void): () => void {
  const lookedFor = new Set<string>();
  const settled = new Set<string>();
  const tend = async () => {
    await tendOpenHere(work);
    for (const { record } of await openHere(work)) await tendAssessment(work, record.id, lookedFor);
    await tendHistory(work, settled);
  };
  const follow = () => work.replica.watch(tend, () => undefined, failed);
  let stopFollowing = follow();
  let cancel = () => {};
  const again = () => {
    lookedFor.clear();
    stopFollowing();
    stopFollowing = follow();
    cancel = work.environment.after(tryAgainAfter, again);
  };
  cancel = work.environment.after(tryAgainAfter, again);
  return () => {
    cancel();
    stopFollowing();
  };
}
