// Days and times as people in England read them: `22 November 2026`, `10:32`. Moments are UTC in store and London time on screen.

const london = 'Europe/London';

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: london });
const timeWords = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: london,
});
const dayParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: london,
});

/** The calendar day in Europe/London of a moment, `yyyy-mm-dd`. */
export const londonDay = (moment: Date): string => dayParts.format(moment);

/** Whether a day `yyyy-mm-dd` is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** `22 November 2026` for a day `yyyy-mm-dd`. Text that is no day is given back as it is, so that nothing read is lost. */
export function dayInWords(day: string): string {
  // Noon, so that no time zone moves the day.
  const moment = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(moment.getTime()) ? day : dayWords.format(moment);
}

/** `10:32`, London time, for a moment in ISO 8601. */
export const timeInWords = (moment: string): string => timeWords.format(new Date(moment));

/** `10:32` for a moment of today, else `22 November 2026 at 10:32`. */
export function momentInWords(moment: string, now: Date): string {
  const at = new Date(moment);
  const time = timeInWords(moment);
  return londonDay(at) === londonDay(now) ? time : `${dayWords.format(at)} at ${time}`;
}
