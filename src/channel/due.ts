// Which messages are due, and who may say them: from what SharePoint has, what the officers arranged, and the moment. Pure: the tab
// and the worker ask the same question and get the same answer, so they claim the same rows.
import { isQuiet, isTold, preElectionAt } from '../assessment';
import type { ChannelMessage } from '../sharepoint/records';
import { londonDay } from '../words';
import { standingOf } from './post';
import { addDays, messageKey, type Tellable, type Told, tellable } from './told';

/** A message that waits for somebody to say it. */
export interface DueMessage extends Tellable {
  /** Where it stands: nothing was written yet, somebody prepared it, or it was refused and can be tried again by anybody. */
  readonly standing: 'new' | 'ready' | 'refused';
  /** `pressed`: only somebody who presses a button may say it now. `unattended`: the worker may, too. */
  readonly may: 'pressed' | 'unattended';
}

/** What is older than this is no news, and is told only if somebody had begun to: nobody is flooded who switches an event on. */
const newsDays = 14;

/** Whoever takes a step comes first, or says that the channel is not to be told. Only then the worker speaks. */
export const headStartMilliseconds = 600_000;

/**
 * The messages that are due: there is something to tell, the officers want it told, and it was not said, or declined, before.
 * Whatever may have been posted is not due: only a person may post it again.
 * Nor is anything that SharePoint does not have yet.
 */
export function dueMessages(told: Told, now: Date): readonly DueMessage[] {
  const rows = new Map(told.messages.map((row) => [row.key, row]));
  return tellable(told, now).flatMap((message) => {
    if (!isTold(message.event, told.arrangements) || !isConfirmed(message)) return [];
    const row = rows.get(messageKey(message));
    const standing = row ? waitingStanding(standingOf(row.record, row.lastModifiedAt, now)) : 'new';
    if (standing === null || (standing === 'new' && !isNews(message, told, now))) return [];
    const may = maySpeak(message, told, now) ? 'unattended' : 'pressed';
    return [{ ...message, standing, may }];
  });
}

type Confirmed = Tellable & { readonly since: string; readonly confirmedAt: string };
const isConfirmed = (message: Tellable): message is Confirmed => message.since !== null && message.confirmedAt !== null;

/**
 * What a person can still see to: what is due to the channel, and what may have been posted there, or is being posted.
 * @param siteNow a moment that SharePoint's clock has surely reached
 */
export function pendingMessages(told: Told, now: Date, siteNow: Date): readonly Tellable[] {
  const due = new Set(dueMessages(told, now).map(messageKey));
  const rows = new Map(told.messages.map((row) => [row.key, row]));
  return tellable(told, now).filter((message) => {
    const row = rows.get(messageKey(message));
    const standing = row && standingOf(row.record, row.lastModifiedAt, siteNow);
    const isOpen = due.has(messageKey(message)) || standing === 'posting' || standing === 'perhaps-posted';
    return message.to.kind === 'channel' && isOpen;
  });
}

function waitingStanding(state: ChannelMessage['state']): 'ready' | 'refused' | null {
  switch (state) {
    case 'ready':
    case 'refused':
      return state;
    case 'posting':
    case 'posted':
    case 'perhaps-posted':
    case 'declined':
      return null;
  }
}

/** Who has not answered is reminded until so many days after the day answers were due. */
function isNews({ event, since }: Confirmed, { assessment }: Told, now: Date): boolean {
  const began = londonDay(new Date(since));
  const { dueDate } = assessment.record;
  const from = event === 'waiting' && dueDate !== null && dueDate > began ? dueDate : began;
  return addDays(from, newsDays) >= londonDay(now);
}

/** Whether it may be said without anybody having pressed anything, at this moment. */
function maySpeak(message: Confirmed, { arrangements }: Told, now: Date): boolean {
  if (isQuiet(arrangements, now)) return false;
  if (message.to.kind === 'channel' && preElectionAt(arrangements, londonDay(now)) !== null) return false;
  if (message.event === 'waiting') return londonDay(new Date(message.since)) < londonDay(now);
  return !isStep(message) || now.getTime() - new Date(message.confirmedAt).getTime() >= headStartMilliseconds;
}

/** Whether it tells of a step that somebody took, with a switch beside it. */
function isStep({ event }: Tellable): boolean {
  switch (event) {
    case 'opened':
    case 'answers-shown':
    case 'agreed':
    case 'shared':
    case 'reply':
    case 'cleared':
    case 'outcome':
      return true;
    case 'waiting':
    case 'question':
    case 'due-soon':
    case 'overdue':
      return false;
  }
}
