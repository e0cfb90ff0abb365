// Sends unsent changes: in order per record, different records at the same time, and what is due together in one turn, so that it travels as one batch.
import type { Environment } from '../base/environment';
import type { Person } from '../base/person';
import type { GraphFault } from '../graph/faults';
import type { ListAccess } from '../sharepoint/listAccess';
import type { Governor } from './governor';
import { takeUp } from './outbox';
import { backOff, waitToSend } from './pace';
import type { SealedContents } from './sealedMerge';
import { type Believes, type Job, send, setOut } from './sending';
import { metNewerVersion } from './standing';
import type { Entry, Store } from './store';

/** As many changes are under way at once as one batch carries (Microsoft Graph: JSON batching). */
const mostUnderWay = 20;

export interface SenderParts {
  readonly store: Store;
  readonly access: ListAccess;
  readonly environment: Environment;
  readonly governor: Governor;
  readonly me: Person;
  /** What can be done with my sealed answers; null where nothing can. */
  readonly sealed: SealedContents | null;
  readonly believes: Believes;
  /** Told of what nobody expected. */
  readonly failed: (error: unknown) => void;
}

export interface Sender {
  /** Tries everything that waits again, without waiting longer; only what the service asked for is still waited for. */
  hurry(): void;
  stop(): void;
}

/** Starts sending; to be called by the one frame that sends. */
export function startSender(parts: SenderParts): Sender {
  const { store, environment, governor } = parts;
  const underWay = new Set<number>();
  const failures = new Map<number, number>();
  const dueAt = new Map<number, number>();
  let stopped = false;
  let busy = true;
  let again = false;
  let cancelTimer = () => {};

  const isDue = (seq: number, now: number): boolean => now >= (dueAt.get(seq) ?? 0);

  /**
   * What leaves now, and how long whatever more is due must wait for the pace, in milliseconds; null until something changes. As many as
   * there is room for leave together, once all of them can be paid for: one by one, as units come back, each would be a request of its own.
   */
  async function pickUp(now: number): Promise<{ readonly jobs: readonly Job[]; readonly wait: number | null }> {
    return store.write(async (tables) => {
      const { pace } = await governor.settle(tables);
      if (await metNewerVersion(tables)) return { jobs: [], wait: null };
      const first = firstOfEach(await tables.entries()).filter(
        (entry) => entry.state.kind === 'waiting' && isDue(entry.seq, now) && !underWay.has(entry.seq),
      );
      const leaving = first.slice(0, mostUnderWay - underWay.size);
      const wait = waitToSend(pace, leaving.length);
      const jobs: Job[] = [];
      for (const entry of wait > 0 ? [] : leaving) {
        const job = await setOut(tables, entry, parts.me);
        if (job) jobs.push(job);
      }
      return { jobs, wait };
    });
  }

  async function pump(): Promise<void> {
    const now = environment.now().getTime();
    const { jobs, wait } = await pickUp(now);
    for (const { entry } of jobs) underWay.add(entry.seq);
    for (const job of jobs) settle(run(job));
    await setTimer(now, wait);
  }

  async function run(job: Job): Promise<void> {
    const { seq } = job.entry;
    try {
      const outcome = await send(job, { ...parts, stopped: () => stopped });
      governor.stir();
      if (outcome.kind === 'over') forget(seq);
      else postpone(seq, outcome.fault);
    } finally {
      underWay.delete(seq);
    }
    wake();
  }

  function forget(seq: number): void {
    failures.delete(seq);
    dueAt.delete(seq);
  }

  function postpone(seq: number, fault: GraphFault): void {
    const count = (failures.get(seq) ?? 0) + 1;
    failures.set(seq, count);
    const now = environment.now().getTime();
    if (fault.kind === 'throttled') governor.slowDown(fault.until);
    dueAt.set(seq, now + backOff(count, environment.randomBelow));
  }

  /** Comes back for what was not due at the moment of picking up, or what the pace did not allow yet. */
  async function setTimer(pickedUpAt: number, paceWait: number | null): Promise<void> {
    cancelTimer();
    if (paceWait === null) return;
    const waiting = await store.read(async (tables) => firstOfEach(await tables.entries()));
    const later = waiting
      .filter(({ seq, state }) => state.kind === 'waiting' && !underWay.has(seq))
      .map(({ seq }) => Math.max(pickedUpAt + paceWait, dueAt.get(seq) ?? 0));
    // Where as much is under way as may be, its end is what to wait for.
    if (stopped || later.length === 0 || underWay.size >= mostUnderWay) return;
    const wait = Math.min(...later) - environment.now().getTime();
    cancelTimer = environment.after(Math.max(wait, 1), wake);
  }

  /** Pumps now, or once more after the pumping under way. */
  function wake(): void {
    if (stopped) return;
    again = true;
    if (!busy) settle(pumpWhileAsked());
  }

  async function pumpWhileAsked(): Promise<void> {
    busy = true;
    try {
      while (again && !stopped) {
        again = false;
        await pump();
      }
    } finally {
      busy = false;
    }
  }

  function settle(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!stopped) parts.failed(error);
    });
  }

  const hurry = () => {
    dueAt.clear();
    wake();
  };
  const stopListening = [store.onChange(wake), environment.onChange(hurry)];
  settle(
    store.write(takeUp).then(() => {
      again = true;
      return pumpWhileAsked();
    }),
  );
  return {
    hurry,
    stop() {
      stopped = true;
      cancelTimer();
      for (const stop of stopListening) stop();
    },
  };
}

/** The entry of each record that must go first. */
function firstOfEach(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ list, key }) => {
    const record = `${list} ${key}`;
    if (seen.has(record)) return false;
    seen.add(record);
    return true;
  });
}
