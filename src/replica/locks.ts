// One frame of a browser does the work for all: whoever holds the lock. Without Web Locks, each frame works alone.

/** The part of the browser's lock manager that is needed here. */
export interface Locks {
  request(name: string, options: { readonly signal: AbortSignal }, held: () => Promise<void>): Promise<unknown>;
}

/**
 * Waits for the lock, starts the work, and returns how to stop the work and let the lock go. `start` returns how to stop.
 * @param failed told when the browser refuses the lock itself
 */
export function whileHeld(
  locks: Locks | null,
  name: string,
  start: () => () => void,
  failed: (error: unknown) => void,
): () => void {
  if (!locks) return start();
  const givenUp = new AbortController();
  let letGo = () => givenUp.abort();
  const held = () =>
    new Promise<void>((done) => {
      if (givenUp.signal.aborted) return done();
      const stop = start();
      letGo = () => {
        stop();
        done();
      };
    });
  locks.request(name, { signal: givenUp.signal }, held).catch((error: unknown) => {
    if (!givenUp.signal.aborted) failed(error);
  });
  return () => letGo();
}
