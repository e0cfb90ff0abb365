// Decides when to look for changes: only while this frame can be seen, and only in one frame of a browser at a time.
import type { Environment } from '../base/environment';
import { isPassing } from '../graph/faults';
import { type ListName, listNames } from '../sharepoint/records';
import type { Governor, PaceNow } from './governor';
import { type Frames, whileHeld } from './locks';
import {
  backOff,
  isFullLook,
  looksPerFullLook,
  type Situation,
  scattered,
  waitForUnits,
  waitToLook,
  waitWhenTold,
} from './pace';
import type { Look, Puller } from './puller';
import type { Store } from './store';

/** Has the service itself tell of changes in a list, where it does. */
export type Listen = (
  list: ListName,
  heard: { readonly changed: () => void; readonly live: (live: boolean) => void },
) => () => void;

export interface PollerParts {
  readonly store: Store;
  readonly puller: Puller;
  readonly governor: Governor;
  readonly environment: Environment;
  readonly frames: Frames;
  readonly lockName: string;
  /** Null where nobody tells of changes. */
  readonly listen: Listen | null;
  /** Told of what nobody expected. */
  readonly failed: (error: unknown) => void;
}

/** Starts looking; returns how to stop. */
export function startPoller(parts: PollerParts): () => void {
  const { environment, frames, lockName, failed } = parts;
  let letGo: (() => void) | null = null;
  let lookNow = () => {};

  function follow(): void {
    if (environment.visible() && !letGo) letGo = whileHeld(frames, lockName, environment, startLooking, failed);
    else if (environment.visible()) lookNow();
    else giveUp();
  }

  function giveUp(): void {
    letGo?.();
    letGo = null;
    lookNow = () => {};
  }

  function startLooking(): () => void {
    const cycle = createCycle(parts);
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
function createCycle({ store, puller, governor, environment, listen, failed }: PollerParts) {
  let stopped = false;
  let busy = false;
  let again = false;
  /** Since the last look at all lists, that one included; and when it was. */
  let looks = looksPerFullLook;
  let fullAt = 0;
  let failures = 0;
  let cancelTimer = () => {};
  const ear = createEar(listen, heard);

  const paceNow = (): Promise<PaceNow> => store.write((tables) => governor.settle(tables));

  /** Every so often all lists; between, the one that matters: the workings of an open assessment, else whether one opened. */
  async function look(): Promise<number> {
    const { pace, situation, share } = await paceNow();
    const watched = watchedIn(situation);
    ear.turnTo(watched);
    const full = isFullLook(looks, pace.at - fullAt, situation, share) || (ear.live() && !again);
    again = false;
    looks = full ? 1 : looks + 1;
    if (full) fullAt = pace.at;
    const first = await puller.look(full ? listNames : [watched]);
    const last = first.stirred && !full && !stopped ? await puller.look(othersThan(watched)) : first;
    return pause(last, watched);
  }

  /** A list that is closed to this person does not slow down the others; one that matters now, or a busy service, does. */
  async function pause({ faults }: Look, watched: ListName): Promise<number> {
    const fault = faults.get(watched) ?? [...faults.values()].find(isPassing);
    if (fault?.kind === 'throttled') governor.slowDown(fault.until);
    failures = fault ? failures + 1 : 0;
    const { pace, situation, share } = await paceNow();
    if (again) return waitWhenTold(pace, situation, share, environment.randomBelow);
    // An assessment may have opened, or ended, in what this look brought: then another list matters now.
    if (watchedIn(situation) !== watched) return waitForUnits(pace, situation, share);
    const wait = waitToLook(pace, situation, share, ear.live() && !fault);
    return fault ? wait + backOff(failures, environment.randomBelow) : wait;
  }

  async function turn(): Promise<void> {
    busy = true;
    try {
      const wait = await look();
      if (!stopped) cancelTimer = environment.after(scattered(wait, environment.randomBelow), now);
    } finally {
      busy = false;
    }
  }

  const run = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      if (!stopped) failed(error);
    });
  };

  function now(): void {
    cancelTimer();
    if (!stopped && !busy) run(turn);
  }

  /** The service told of a change, and everybody else too: look as soon as the pace allows, but not all in the same instant. */
  function heard(): void {
    if (again || stopped) return;
    again = true;
    if (!busy) run(lookSoon);
  }

  async function lookSoon(): Promise<void> {
    const { pace, situation, share } = await paceNow();
    if (stopped || busy) return;
    cancelTimer();
    cancelTimer = environment.after(waitWhenTold(pace, situation, share, environment.randomBelow), now);
  }

  /** Looks at everything, as after coming back; where the service asked for patience, once that is over. */
  async function lookAtAll(): Promise<void> {
    looks = looksPerFullLook;
    const { pace } = await paceNow();
    if (stopped || busy) return;
    cancelTimer();
    if (pace.notBefore > pace.at) cancelTimer = environment.after(pace.notBefore - pace.at, now);
    else now();
  }

  return {
    now: () => run(lookAtAll),
    stop() {
      stopped = true;
      cancelTimer();
      ear.close();
    },
  };
}

/** The list that matters now. */
const watchedIn = ({ open }: Situation): ListName => (open ? 'workings' : 'assessments');

/** Listens to one list at a time. */
function createEar(listen: Listen | null, changed: () => void) {
  let list: ListName | null = null;
  let live = false;
  let stop = () => {};
  return {
    live: () => live,
    turnTo(wanted: ListName) {
      if (!listen || wanted === list) return;
      stop();
      live = false;
      list = wanted;
      stop = listen(wanted, {
        changed,
        live(now) {
          // What came while nobody listened is looked for at once.
          if (now && !live) changed();
          live = now;
        },
      });
    },
    close: () => stop(),
  };
}

const othersThan = (watched: ListName): readonly ListName[] => listNames.filter((list) => list !== watched);
