// What the officers of a channel arranged, as rules: what is told and to whom, when it is quiet, when publicity is restricted. Pure.
import { isWeekend, londonDay, timeInWords } from '../words/dates';
import { isDay, longestTitle } from './draft';
import type { Arrangements, Day, MessageEvent, PreElectionPeriod } from './records';

/** As it is where nobody arranged anything else. */
export const usualArrangements: Arrangements = { tell: {}, actionsTo: 'channel', quiet: null, preElection: [] };

const usuallyTold: readonly MessageEvent[] = ['opened', 'shared'];

/** Whether an event is told. One that nobody switched is as usual: what is opened and what is shared. */
export const isTold = (event: MessageEvent, { tell }: Pick<Arrangements, 'tell'>): boolean =>
  tell[event] ?? usuallyTold.includes(event);

/** Whom an event is told: everybody in the channel, or certain people in their activity feed and nobody else. */
export type Audience = 'channel' | 'facilitators' | 'not-answered' | 'owners';

/** A councillor's question never goes to the channel, and neither does who has not answered; of actions the officers say who hears. */
export function audienceOf(event: MessageEvent, { actionsTo }: Pick<Arrangements, 'actionsTo'>): Audience {
  if (event === 'question') return 'facilitators';
  if (event === 'due-soon' || event === 'overdue') return actionsTo;
  return event === 'waiting' ? 'not-answered' : 'channel';
}

/**
 * Whether nothing may be said unattended at this moment. Hours are those of the clocks in England, the first included and the last
 * not; where the last is earlier they pass midnight, and where they are the same there are none. Weekends are quiet from midnight to midnight.
 */
export function isQuiet({ quiet }: Pick<Arrangements, 'quiet'>, now: Date): boolean {
  if (quiet === null) return false;
  if (quiet.weekends && isWeekend(londonDay(now))) return true;
  const time = timeInWords(now.toISOString());
  const { from, to } = quiet;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** The pre-election period a day lies in, the one that ends last where there are several; null where publicity is not restricted. */
export function preElectionAt({ preElection }: Pick<Arrangements, 'preElection'>, day: Day): PreElectionPeriod | null {
  const now = preElection.filter(({ from, to }) => from <= day && day <= to);
  return now.reduce<PreElectionPeriod | null>((last, each) => (last && last.to >= each.to ? last : each), null);
}

export type PeriodFault =
  | { readonly field: 'name'; readonly kind: 'missing' | 'too-long' }
  | { readonly field: 'from' | 'to'; readonly kind: 'no-day' }
  | { readonly field: 'to'; readonly kind: 'before-it-begins' };

/** What keeps a pre-election period from being noted; empty where nothing does. */
export function checkPeriod({ name, from, to }: PreElectionPeriod): readonly PeriodFault[] {
  const faults: PeriodFault[] = [];
  if (name.trim() === '') faults.push({ field: 'name', kind: 'missing' });
  if (name.trim().length > longestTitle) faults.push({ field: 'name', kind: 'too-long' });
  for (const [field, day] of [['from', from] as const, ['to', to] as const])
    if (!isDay(day)) faults.push({ field, kind: 'no-day' });
  if (isDay(from) && isDay(to) && to < from) faults.push({ field: 'to', kind: 'before-it-begins' });
  return faults;
}
