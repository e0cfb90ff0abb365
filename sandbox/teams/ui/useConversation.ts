// Follows the tabs, the stage and the number of posts of a channel or meeting, so that every window shows the same.
import { useCallback, useState } from 'react';
import { usePolling } from '../../pages/usePolling';
import { readConversation } from '../client';
import type { Conversation } from '../shapes';

const interval = 1500;

export interface Followed {
  /** Undefined until the first answer. */
  readonly now: Conversation | undefined;
  refresh(): Promise<void>;
}

/** Looks at once and every 1.5 seconds while the window is visible; a look that fails keeps what was known. */
export function useConversation(id: string): Followed {
  const [known, setKnown] = useState<{ readonly id: string; readonly now: Conversation }>();
  const refresh = useCallback(async () => {
    const now = await readConversation(id);
    setKnown((before) => (before?.id === id && same(before.now, now) ? before : { id, now }));
  }, [id]);
  usePolling(async () => {
    try {
      await refresh();
    } catch (error) {
      // The server may be restarting; the next look tells.
      console.warn('The sandbox did not answer.', error);
    }
  }, interval);
  return { now: known?.id === id ? known.now : undefined, refresh };
}

const same = (one: Conversation, other: Conversation): boolean => JSON.stringify(one) === JSON.stringify(other);
