// Starts a tab again once councillors' lists were moved: by somebody here, or by anybody anywhere.
import { useEffect, useRef } from 'react';
import { movedTo } from '../../commands/movedLists';
import type { Starting } from './useStart';

/** Follows where the lists are said to be. Each move starts the tab once. */
export function useStartAfterMove({ now, again }: Starting): void {
  const followed = useRef<string | null>(null);
  const work = now.kind === 'ready' ? now.workplace : null;
  useEffect(() => {
    if (!work) return;
    return work.replica.watch(
      () => movedTo(work),
      (moved) => {
        if (moved === null || moved === followed.current) return;
        followed.current = moved;
        again('silent');
      },
      (error) => reportError(error),
    );
  }, [work, again]);
}
