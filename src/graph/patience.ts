// When an errand is tried again, and how long that waits. Pure.
import { type Answer, header, succeeded } from './answers';
import type { Answers, Errand } from './batch';
import type { GraphCall } from './graph';

/** How often an errand is sent in all. */
const tries = 3;
/** Longest wait here; who is told to wait longer gets `throttled` at once and may do something else meanwhile. */
const longestWait = 60_000;
/** Where browsers may not read `Retry-After` (Graph does not expose it), the wait starts here and doubles. */
const firstWait = 3_000;

/** Milliseconds an answer asks to wait, in whole seconds or as a date (RFC 9110, section 10.2.3); null where it does not say. */
function toldWait(answer: Answer, now: Date): number | null {
  const told = header(answer, 'retry-after');
  if (told === null || told.trim() === '') return null;
  const wait = /^\d+$/.test(told.trim()) ? Number(told) * 1000 : Date.parse(told) - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

/** Whether an answer says that the caller, or everybody, asks too much just now. */
export const asksForPatience = ({ status }: Answer): boolean => status === 429 || status === 503;

/**
 * Milliseconds to wait before the next try: as told, with up to a quarter more at random so that people who were refused together do
 * not come back together; else exponential with up to a half more.
 * @param attempt 1 after the first try
 */
export function waitAfter(answer: Answer, attempt: number, now: Date, randomBelow: (below: number) => number): number {
  const told = toldWait(answer, now);
  if (told !== null) return told + randomBelow(Math.ceil(told / 4) + 1);
  const base = Math.min(longestWait, firstWait * 2 ** (attempt - 1));
  return Math.min(longestWait, base + randomBelow(Math.ceil(base / 2)));
}

/** 429 was refused before anything happened. 503 and 504 may come after the work was done: only what may be done twice is repeated. */
const mayRepeat = (call: GraphCall, answer: Answer): boolean =>
  answer.status === 429 || ((answer.status === 503 || answer.status === 504) && call.method !== 'POST');

/**
 * What of an errand to send again, and because of which answer; null when it is settled. A read whose change went through
 * goes alone.
 */
export function again(errand: Errand, answers: Answers): { readonly errand: Errand; readonly because: Answer } | null {
  const [first, second] = answers;
  if (!first) return null;
  if (mayRepeat(errand[0], first)) return { errand, because: first };
  const read = errand[1];
  if (read && second && succeeded(first) && mayRepeat(read, second)) return { errand: [read], because: second };
  return null;
}

/** Whether a wait is still worth it. */
export const worthWaiting = (attempt: number, wait: number): boolean => attempt < tries && wait <= longestWait;
