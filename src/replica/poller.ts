// Decides when to look for changes: only while this frame can be seen, and only in one frame of a browser at a time.
import type { Environment } from '../base/environment';
import { isPassing } from '../graph/faults';
import { type ListName, listNames } from '../sharepoint/records';
import { type Locks, whileHeld } from './locks';
import { backOff, interval, looksPerFullLook } from './pace';
import type { Look, Puller } from './puller';

export interface PollerParts {
  readonly puller: Puller;
  readonly environment: Environment;
  readonly locks: Locks | null;
  readonly lockName: string;
  /** Told of what nobody expected. */
  readonly failed: (error: unknown) => void;
}

/** Starts looking; returns how to stop. */
export function startPoller({ puller, environment, locks, lockName, failed }: PollerParts): () => void {
  let letGo: (() => void) | null = null;
  let lookNow = () => {};

  function follow(): void {
    if (environment.visible() && !letGo) letGo = whileHeld(locks, lockName, startLooking, failed);
    else if (environment.visible()) lookNow();
    else giveUp();
  }

  function giveUp(): void {
    letGo?.();
    letGo = null;
    lookNow = () => {};
  }

  function startLooking(): () => void {
    const cycle = createCycle(puller, environment, failed);
    lookNow = cycle.now;
    cycle.now();
    return cycle.stop;
  }

  const stopFollowing = environment.onChange(follow);
  follow();
  return () => {
    stopFollowing();
    giveUp();
  };
}

/** One look after another, each when the last is over and the pace allows. */
function createCycle(puller: Puller, environment: Environment, failed: (error: unknown) => void) {
  let stopped = false;
  let busy = false;
  let looks = 0;
  let failures = 0;
  let cancelTimer = () => {};

  /** Every so often all lists; between, the one that matters: the workings of an open assessment, else whether one opened. */
  async function look(): Promise<number> {
    const { open } = await puller.situation();
    const full = looks % looksPerFullLook === 0;
    looks += 1;
    const watched: ListName = open ? 'workings' : 'assessments';
    const first = await puller.look(full ? listNames : [watched]);
    const last = first.stirred && !full && !stopped ? await puller.look(othersThan(watched)) : first;
    return pause(last, watched);
  }

  /** A list that is closed to this person does not slow down the others; one that matters now, or a busy service, does. */
  async function pause({ faults }: Look, watched: ListName): Promise<number> {
    const pace = interval(await puller.situation());
    const fault = faults.get(watched) ?? [...faults.values()].find(isPassing);
    failures = fault ? failures + 1 : 0;
    if (!fault) return pace;
    const asked = fault.kind === 'throttled' ? Date.parse(fault.until) - environment.now().getTime() : 0;
    return Math.max(pace, asked) + backOff(failures, environment.randomBelow);
  }

  async function turn(): Promise<void> {
    busy = true;
    try {
      const wait = await look();
      if (!stopped) cancelTimer = environment.after(wait, now);
    } finally {
      busy = false;
    }
  }

  function now(): void {
    cancelTimer();
    if (stopped || busy) return;
    turn().catch((error: unknown) => {
      if (!stopped) failed(error);
    });
  }

  return {
    /** Looks at everything now, as after coming back. */
    now() {
      looks = 0;
      now();
    },
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}

const othersThan = (watched: ListName): readonly ListName[] => listNames.filter((list) => list !== watched);
