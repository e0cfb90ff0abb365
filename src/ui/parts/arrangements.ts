// What the officers of this channel arranged, live.
import { useEffect } from 'react';
import { type Arrangements, usualArrangements } from '../../assessment';
import { arrangementsHere, fetchArrangements } from '../../commands/arrangements';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';

/** As arranged, or as usual while this device does not know. Null for the moment until the device has been asked. */
export function useArrangements(): Arrangements | null {
  const work = useWorkplace();
  useEffect(() => {
    fetchArrangements(work).catch((error: unknown) => reportError(error));
  }, [work]);
  const live = useLive(arrangementsHere, []);
  if (live.kind === 'failed') throw live.error;
  return live.kind === 'loading' ? null : (live.value?.record ?? usualArrangements);
}
