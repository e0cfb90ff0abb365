// Follows something on the server while the window is visible.
import { useEffect, useRef } from 'react';

/** Calls `look` at once and then every `interval` milliseconds while the page is visible, one call at a time. */
export function usePolling(look: () => Promise<void>, interval: number): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const turn = async () => {
      if (!document.hidden) await latest.current();
      if (!ended) timer = setTimeout(() => void turn(), interval);
    };
    void turn();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [interval]);
}
