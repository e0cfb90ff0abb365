// How often to look for changes, and how fast to send, so that everyone together stays inside the smallest tenant's allowance. Pure.

/** Resource units a minute that an app may use in the smallest tenant (SharePoint: avoid getting throttled, 0 to 1,000 licences). */
const allowance = 1_250;
/** What of it everybody's looking shares, where the configuration says nothing else. */
export const usualShare = 750;
/** What of the rest one device's sending may take: people who come back from a day without a network rarely come alone. */
const sendingShare = (allowance - usualShare) * 0.8;
/** A whole batch of changes (20, each with its dependent read) goes at once. */
const sendingBurst = 60;
/** What a change costs: two units, and one for the read that depends on it. */
const unitsPerChange = 3;

const quickest = 1_000;
const slowest = 15_000;
/** A longer silence slows looking down: the wait is this part of it, so ten minutes of talk make five seconds. */
const partOfSilence = 1 / 120;
/** However much was spent, nobody is blind for longer than a minute, or so many looks of everybody in turn where they are very many. */
const longestPause = 60_000;
const longestPauseInTurns = 6;
/** While the service itself tells of changes, all lists are looked at as often as they would be else, but in no longer time than this, in milliseconds. */
const slowestHeartbeat = 5 * 60_000;
/** The least of the share that is used after being told to slow down several times. */
const leastEase = 1 / 8;
/** Minutes in which the whole share is in use again. */
const recovery = 10;

/** A look at all lists and two changes can always be owed. */
const leastDebt = 12;

const shortestWait = 2_000;
const longestWait = 60_000;

/** Lists other than the one that matters now are looked at once in so many looks. */
export const looksPerFullLook = 10;
/** Milliseconds within which all lists are looked at, where the budget is not used up. */
const longestUnseen = 60_000;

export interface Situation {
  /** How many people are asked in the assessments open here, each counted once; 0 where none is open. */
  readonly people: number;
  /** Whether an assessment is open here. */
  readonly open: boolean;
}

/** What one person may still spend. All frames of a browser go by the same. Times are this device's, in milliseconds. */
export interface Pace {
  /** As of when. */
  readonly at: number;
  /** Resource units left for looking; below zero where writing took them. */
  readonly looking: number;
  /** Resource units left for sending. */
  readonly sending: number;
  /** Which part of the share is used: 1, or less for some minutes after the service asked for patience. */
  readonly ease: number;
  /** Nothing is asked before. */
  readonly notBefore: number;
  /** When something last changed, here or in SharePoint. */
  readonly stirredAt: number;
}

/** The pace of somebody who just came: the first reading need not wait. */
export const freshPace = (now: number): Pace => ({
  at: now,
  looking: 1_000,
  sending: sendingBurst,
  ease: 1,
  notBefore: 0,
  stirredAt: now,
});

/** A quarter of a minute's units may be saved up: so much of the share is given out that no minute goes over it. */
const usedOfShare = 0.8;

/** Resource units a minute for one person's looking. */
const lookingRate = ({ ease }: Pick<Pace, 'ease'>, { people }: Situation, share: number): number =>
  (share * usedOfShare * ease) / Math.max(1, people);

/** The pace as time has gone on: units come back, and so does the part of the share that was given up. */
export function refilled(pace: Pace, situation: Situation, share: number, now: number): Pace {
  // A clock that was set back gives nothing.
  const minutes = Math.max(0, now - pace.at) / 60_000;
  const rate = lookingRate(pace, situation, share);
  return {
    ...pace,
    at: now,
    // Saved-up units are a quarter of a minute's at most, so that coming back together is no burst; or one look.
    looking: Math.min(Math.max(rate / 4, 1), pace.looking + rate * minutes),
    sending: Math.min(sendingBurst, pace.sending + sendingShare * pace.ease * minutes),
    ease: Math.min(1, pace.ease + minutes / recovery),
    // A clock set back must not silence anybody for longer than the service can ask for.
    notBefore: pace.notBefore - now > longestPause * 10 ? 0 : pace.notBefore,
    stirredAt: Math.min(now, pace.stirredAt),
  };
}

/** After calls: what looking cost, and what sending cost, which looking pays too. The debt never grows beyond a minute's units. */
export function spent(
  pace: Pace,
  units: { readonly looking: number; readonly sending: number },
  situation: Situation,
  share: number,
): Pace {
  const minute = lookingRate(pace, situation, share);
  return {
    ...pace,
    looking: Math.max(-Math.max(minute, leastDebt), pace.looking - units.looking - units.sending),
    sending: pace.sending - units.sending,
  };
}

/**
 * After the service asked for patience until a moment. Several refusals at once are one lesson: half the share from now on.
 * @param randomBelow spreads people who were refused together over the time one look of everybody takes
 */
export function slowedDown(
  pace: Pace,
  until: number,
  situation: Situation,
  share: number,
  randomBelow: (below: number) => number,
): Pace {
  const known = pace.notBefore > pace.at;
  if (known && until <= pace.notBefore) return pace;
  const ease = known ? pace.ease : Math.max(leastEase, pace.ease / 2);
  const spread = Math.max(shortestWait, interval(situation, share * ease));
  return { ...pace, ease, notBefore: until + randomBelow(Math.ceil(spread)) };
}

/** Milliseconds from one look to the next for everyone together: one unit a look and person, never below a second. */
export const interval = ({ people, open }: Situation, share: number): number =>
  open ? Math.max(quickest, Math.ceil((people * 60_000) / share)) : slowest;

/**
 * Milliseconds until the next look.
 * @param told whether the service tells of changes by itself: then looking is only a heartbeat
 */
export function waitToLook(pace: Pace, situation: Situation, share: number, told: boolean): number {
  const silence = pace.at - pace.stirredAt;
  const fair = interval(situation, share * pace.ease);
  const wish = told
    ? Math.min(slowestHeartbeat, fair * looksPerFullLook)
    : Math.min(slowest, Math.max(quickest, silence * partOfSilence));
  return Math.max(wish, fair, waitForUnits(pace, situation, share), pace.notBefore - pace.at);
}

/**
 * Whether the next look is at all lists: every tenth is, and where silence has slowed looking down more than the budget asks, one a
 * minute, so that a councillor's comment or an action changed in SharePoint does not wait for ten slow looks.
 * @param looks how many there were since the last one at all lists, that one included
 * @param milliseconds how long ago it was
 */
export const isFullLook = (looks: number, milliseconds: number, situation: Situation, share: number): boolean =>
  looks >= looksPerFullLook || milliseconds >= Math.max(longestUnseen, interval(situation, share) * looksPerFullLook);

/** Milliseconds until one look can be paid for, however soon it is wished for. */
export const waitForUnits = (pace: Pace, situation: Situation, share: number): number => {
  const missing = Math.max(0, 1 - pace.looking);
  const wait = Math.ceil((missing * 60_000) / lookingRate(pace, situation, share));
  const most = Math.max(longestPause, interval(situation, share) * longestPauseInTurns);
  return Math.max(Math.min(most, wait), pace.notBefore - pace.at, 0);
};

/** A long wait, made longer by chance: people whose units ran out together do not come back together. */
export const scattered = (wait: number, randomBelow: (below: number) => number): number =>
  wait < longestPause ? wait : wait + randomBelow(Math.ceil(wait / 2));

/**
 * Milliseconds over which looks are spread when everybody hears of a change in the same instant: so many that all of them, at one unit
 * each, come no faster than the smallest tenant's allowance. 0.1 s for two people and 0.6 s for twelve, so that a change is still seen
 * at once (after half of that in the middle); 14 s for 300.
 */
const spreadOfLooks = ({ people }: Situation): number => Math.ceil((Math.max(1, people) * 60_000) / allowance);

/** Milliseconds until the look for a change that everybody was told of. */
export const waitWhenTold = (
  pace: Pace,
  situation: Situation,
  share: number,
  randomBelow: (below: number) => number,
): number => waitForUnits(pace, situation, share) + randomBelow(spreadOfLooks(situation));

/** Milliseconds until so many changes may leave together; more than a batch can never be saved up. */
export function waitToSend(pace: Pace, changes: number): number {
  const missing = Math.max(0, changes * unitsPerChange - pace.sending);
  return Math.max(Math.ceil((missing * 60_000) / (sendingShare * pace.ease)), pace.notBefore - pace.at, 0);
}

/**
 * Milliseconds to wait before trying again after `failures` failures in a row (1 or more): doubling, up to a minute, and
 * spread by chance so that people who failed together do not come back together.
 */
export function backOff(failures: number, randomBelow: (below: number) => number): number {
  const most = Math.min(longestWait, shortestWait * 2 ** (failures - 1));
  return most / 2 + randomBelow(most / 2);
}
