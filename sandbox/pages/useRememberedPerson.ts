// Whom this browser used last, for links that name nobody: those an app opens in a window of its own.
import { useEffect } from 'react';
import { type DemoPerson, rememberPerson } from './people';

/** Remembers the person of the window one is working in. Several windows share one memory, so the one in use counts. */
export function useRememberedPerson(person: DemoPerson): void {
  useEffect(() => {
    // No event of this window tells that somebody clicked into the app's frame; having the focus does.
    const remember = () => {
      if (document.hasFocus()) rememberPerson(person, window.localStorage);
    };
    remember();
    const timer = setInterval(remember, 500);
    return () => clearInterval(timer);
  }, [person]);
}
