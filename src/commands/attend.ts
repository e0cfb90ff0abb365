// What this device sees to by itself while somebody works: that every facilitator of an open assessment can show its answers.
import { tendKeys } from './assessmentKey';
import type { Workplace } from './workplace';

/** How often facilitators without the key are looked for again; their public key appears when they first open the product. */
const lookAgainMilliseconds = 20_000;

/** Keeps seeing to the keys of the assessments open here; returns how to stop. */
export function attend(work: Workplace, failed: (error: unknown) => void): () => void {
  let stopped = false;
  let cancel = () => {};
  const tend = async () => {
    for (const { record } of await work.replica.openHere()) await tendKeys(work, record.id);
  };
  const round = () => {
    tend()
      .catch(failed)
      .finally(() => {
        if (!stopped) cancel = work.environment.after(lookAgainMilliseconds, round);
      });
  };
  round();
  const stopWatching = work.replica.watch(
    () => work.replica.openHere(),
    () => {
      tend().catch(failed);
    },
    failed,
  );
  return () => {
    stopped = true;
    cancel();
    stopWatching();
  };
}
