// A clock that moves only when told, a network and a screen that can be switched off, and Web Locks for Node.
import type { Environment } from '../../src/base/environment';
import type { Locks } from '../../src/replica/locks';

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

/** Exclusive locks for the frames of one browser. */
export function fakeLocks(): Locks {
  const queues = new Map<string, Promise<unknown>>();
  return {
    request(name, { signal }, held) {
      const before = queues.get(name) ?? Promise.resolve();
      const mine = before.then(() => (signal.aborted ? undefined : held()));
      queues.set(name, mine);
      return mine;
    },
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
