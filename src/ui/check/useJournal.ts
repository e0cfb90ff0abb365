// What this device noticed while keeping in step, for the details of the connection check.
import { useEffect, useState } from 'react';
import type { JournalEntry } from '../../replica/replica';
import { useWorkplaceIfAny } from '../app/contexts';

/** Read once, when the check has come to its end; empty where there is no workplace. */
export function useJournal(): readonly JournalEntry[] {
  const work = useWorkplaceIfAny();
  const [entries, setEntries] = useState<readonly JournalEntry[]>([]);
  useEffect(() => {
    let wanted = true;
    work?.replica.journal().then(
      (found) => {
        if (wanted) setEntries(found);
      },
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, [work]);
  return entries;
}
