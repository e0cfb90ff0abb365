// A clock that only moves when told, for tests of patience.

/** `after` for an Environment, and a way to let its time pass. */
export function stoppedClock() {
  let now = 0;
  let waiting: { due: number; callback: () => void }[] = [];
  return {
    after(milliseconds: number, callback: () => void): () => void {
      const entry = { due: now + milliseconds, callback };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    pass(milliseconds: number): void {
      now += milliseconds;
      const due = waiting.filter((entry) => entry.due <= now);
      waiting = waiting.filter((entry) => entry.due > now);
      for (const { callback } of due) callback();
    },
    waiting: (): number => waiting.length,
  };
}
