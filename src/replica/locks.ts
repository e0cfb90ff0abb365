// One frame of a browser does the work for all: whoever holds the lock. Without Web Locks, each frame works alone.
// A frame that is frozen keeps its locks (Web Locks API), so those who wait ask whether it is still there, and take the lock from one that is silent.
import type { Environment } from '../base/environment';

/** The part of the browser's lock manager that is needed here. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal: AbortSignal } | { readonly steal: true },
    held: () => Promise<void>,
  ): Promise<unknown>;
}

/** What joins the frames of one browser under a name (BroadcastChannel). */
export interface Line {
  postMessage(message: string): void;
  addEventListener(type: 'message', heard: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

export interface Frames {
  /** The browser's Web Locks; null where it has none. */
  readonly locks: Locks | null;
  /** Opens the line of that name; null where the browser has none: then nobody is asked, and a lock is only waited for. */
  readonly line: ((name: string) => Line) | null;
}

const isTakenAway = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';

/** How often those who wait ask, in milliseconds. */
const askEvery = 500;
/** After so much silence, in milliseconds, the lock is taken: together with the asking it passes on within two seconds. */
const longestSilence = 1_400;

/**
 * Waits for the lock, starts the work, and returns how to stop the work and let the lock go. `start` returns how to stop. Where another
 * frame takes the lock away (this one was frozen), the work stops, and begins again once the lock is free.
 * @param failed told when the browser refuses the lock itself
 */
export function whileHeld(
  { locks, line }: Frames,
  name: string,
  environment: Pick<Environment, 'after' | 'now'>,
  start: () => () => void,
  failed: (error: unknown) => void,
): () => void {
  if (!locks) return start();
  const others = line?.(name) ?? null;
  let over = false;
  let stopWork: (() => void) | null = null;
  let release = () => {};
  let waiting = new AbortController();
  let stopAsking = () => {};
  /** When a question that nobody has answered yet was asked. */
  let askedAt: number | null = null;

  others?.addEventListener('message', ({ data }) => {
    if (data === 'me') askedAt = null;
    else if (data === 'who?' && stopWork) others.postMessage('me');
  });

  const held = () =>
    new Promise<void>((done) => {
      stopAsking();
      if (over) return done();
      stopWork = start();
      release = done;
    });

  function stop(): void {
    stopWork?.();
    stopWork = null;
  }

  /** The request ends with a refusal when the lock is taken away from this frame, and when the browser has none to give. */
  function request(how: 'queue' | 'take'): void {
    waiting = new AbortController();
    const { signal } = waiting;
    locks?.request(name, how === 'take' ? { steal: true } : { signal }, held).catch((error: unknown) => {
      stop();
      if (over || signal.aborted) return;
      if (isTakenAway(error)) queue();
      else failed(error);
    });
  }

  function queue(): void {
    request('queue');
    askedAt = null;
    ask();
  }

  /** Asks until this frame holds the lock, or nobody answers any more. */
  function ask(): void {
    if (!others) return;
    const now = environment.now().getTime();
    if (askedAt !== null && now - askedAt > longestSilence) {
      waiting.abort();
      request('take');
      return;
    }
    askedAt ??= now;
    others.postMessage('who?');
    stopAsking = environment.after(askEvery, ask);
  }

  queue();
  return () => {
    over = true;
    stopAsking();
    waiting.abort();
    stop();
    release();
    others?.close();
  };
}
