// What this device sees to by itself while somebody works: that every facilitator of an open assessment can show its answers, and that
// later assessments find this one.
import { tendKeys } from './assessmentKey';
import { tendHistory } from './history';
import { openHere, tendOpenHere } from './openHere';
import type { Workplace } from './workplace';

/** How often, in milliseconds, what could not be seen to is tried again: a deputy may have come, or the network may be back. */
const tryAgainAfter = 20_000;

/** Keeps seeing to the assessments open here, whenever something changes; returns how to stop. */
export function attend(work: Workplace, failed: (error: unknown) => void): () => void {
  const lookedFor = new Set<string>();
  const settled = new Set<string>();
  const tend = async () => {
    await tendOpenHere(work);
    for (const { record } of await openHere(work)) await tendKeys(work, record.id, lookedFor);
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
