// A clock that moves only when told, a network and a screen that can be switched off, and Web Locks for Node.
import type { Environment } from '../../src/base/environment';
import type { Frames, Line, Locks } from '../../src/replica/locks';
import type { ReplicaOptions } from '../../src/replica/openReplica';
import { usualShare } from '../../src/replica/pace';

export class FakeEnvironment implements Environment {
  #now = Date.UTC(2026, 10, 22, 10);
  #timers: { readonly at: number; readonly callback: () => void }[] = [];
  readonly #listeners = new Set<() => void>();
  #online = true;
  #visible = true;
  #ids = 0;

  now = (): Date => new Date(this.#now);
  newId = (): string => {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  };
  randomBelow = (below: number): number => Math.floor(below / 2);
  online = (): boolean => this.#online;
  visible = (): boolean => this.#visible;
  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  /** Milliseconds until the next timer; null where there is none. */
  nextTimer(): number | null {
    return this.#timers.length === 0 ? null : Math.min(...this.#timers.map((timer) => timer.at)) - this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter((timer) => timer.at <= this.#now).sort((left, right) => left.at - right.at);
    this.#timers = this.#timers.filter((timer) => timer.at > this.#now);
    for (const timer of due) timer.callback();
  }

  set({ online = this.#online, visible = this.#visible }: { online?: boolean; visible?: boolean }): void {
    this.#online = online;
    this.#visible = visible;
    for (const listener of this.#listeners) listener();
  }
}

/** What a replica is opened with where a test has nothing to say of it. */
export const usual: Pick<ReplicaOptions, 'share' | 'sealed' | 'believes' | 'onThrottled' | 'listen'> = {
  share: usualShare,
  sealed: null,
  believes: async () => true,
  onThrottled: () => () => undefined,
  listen: null,
};

interface Request {
  readonly held: () => Promise<void>;
  readonly settle: { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };
}

/** Exclusive locks for the frames of one browser, as Web Locks gives them: in order, and to whoever steals. */
export function fakeLocks(): Locks {
  const holders = new Map<string, Request>();
  const queues = new Map<string, Request[]>();
  const aborted = (): DOMException => new DOMException('The lock request was aborted', 'AbortError');

  function grant(name: string, request: Request): void {
    holders.set(name, request);
    const over = (): void => {
      // Whoever lost the lock to a thief has nothing to pass on.
      if (holders.get(name) !== request) return;
      holders.delete(name);
      const next = queues.get(name)?.shift();
      if (next) grant(name, next);
    };
    queueMicrotask(() => {
      if (holders.get(name) !== request) return;
      request.held().then(
        (value) => {
          over();
          request.settle.resolve(value);
        },
        (error: unknown) => {
          over();
          request.settle.reject(error);
        },
      );
    });
  }

  return {
    request: (name, options, held) =>
      new Promise((resolve, reject) => {
        const request: Request = { held, settle: { resolve, reject } };
        const holder = holders.get(name);
        if ('steal' in options) {
          holder?.settle.reject(aborted());
          return grant(name, request);
        }
        if (!holder) return grant(name, request);
        const queue = queues.get(name) ?? [];
        queues.set(name, [...queue, request]);
        options.signal.addEventListener('abort', () => {
          queues.set(
            name,
            (queues.get(name) ?? []).filter((each) => each !== request),
          );
          reject(aborted());
        });
      }),
  };
}

/** Joins the frames of one browser: each hears what the others say. A frame in `deaf` hears and says nothing, as when frozen. */
export function fakeLines(): (deaf?: () => boolean) => NonNullable<Frames['line']> {
  const lines = new Map<string, Set<{ readonly deaf: () => boolean; readonly hear: (data: string) => void }>>();
  return (deaf = () => false) =>
    (name) => {
      const here = lines.get(name) ?? new Set();
      lines.set(name, here);
      const listeners = new Set<(event: { readonly data: unknown }) => void>();
      const me = { deaf, hear: (data: string) => listeners.forEach((heard) => void heard({ data })) };
      here.add(me);
      const line: Line = {
        postMessage(message) {
          if (deaf()) return;
          for (const other of here) if (other !== me && !other.deaf()) queueMicrotask(() => other.hear(message));
        },
        addEventListener: (_, heard) => void listeners.add(heard),
        close: () => void here.delete(me),
      };
      return line;
    };
}

/** Waits until something holds; fails after a while, saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 4_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
