// A clock that may run faster than the machine's, the same in the sandbox's process and in ours, so that minutes can be measured in seconds.
import { randomInt, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Environment } from '../src/base/environment';

export const clockShape = z.object({
  /** How many seconds pass on it in one of the machine's. */
  speed: z.number(),
  /** When it started, by the machine's clock and by its own (milliseconds). */
  start: z.number(),
});
export type Clock = Readonly<z.infer<typeof clockShape>>;

export const newClock = (speed: number): Clock => ({ speed, start: Date.now() });

export const timeOf = ({ speed, start }: Clock): Date => new Date(start + (Date.now() - start) * speed);

/** Lets so many of the clock's milliseconds pass. */
export const pass = ({ speed }: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds / speed));

/** A page's surroundings on that clock. */
export interface BenchEnvironment extends Environment {
  /** The network goes or comes back, or the page is hidden or shown. */
  set(state: { readonly online?: boolean; readonly visible?: boolean }): void;
  /** No timer fires any more. */
  stop(): void;
}

export function environmentOn(
  clock: Clock,
  state: { readonly online: boolean; readonly visible: boolean },
): BenchEnvironment {
  let { online, visible } = state;
  const listeners = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  return {
    now: () => timeOf(clock),
    newId: randomUUID,
    randomBelow: (below) => (below < 1 ? 0 : randomInt(Math.floor(below))),
    online: () => online,
    visible: () => visible,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    after(milliseconds, callback) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, milliseconds / clock.speed);
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer);
      };
    },
    set(next) {
      online = next.online ?? online;
      visible = next.visible ?? visible;
      for (const listener of listeners) listener();
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
