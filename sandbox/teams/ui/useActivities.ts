// Follows the activity feed of the window's person.
import { useState } from 'react';
import { usePolling } from '../../pages/usePolling';
import type { Activity } from '../../store/activityShape';
import { markActivityRead, readActivities } from '../activity';

const interval = 1500;

export interface FollowedActivities {
  /** Newest first; undefined until the first answer. */
  readonly lines: readonly Activity[] | undefined;
  markRead(id: string): Promise<void>;
}

/** Looks at once and every 1.5 seconds while the window is visible; a look that fails keeps what was known. */
export function useActivities(personId: string): FollowedActivities {
  const [known, setKnown] = useState<{ readonly personId: string; readonly lines: readonly Activity[] }>();
  const refresh = async () => setKnown({ personId, lines: await readActivities(personId) });
  usePolling(async () => {
    try {
      await refresh();
    } catch (error) {
      // The server may be restarting; the next look tells.
      console.warn('The sandbox did not answer.', error);
    }
  }, interval);
  return {
    lines: known?.personId === personId ? known.lines : undefined,
    async markRead(id) {
      await markActivityRead(personId, id);
      await refresh();
    },
  };
}
