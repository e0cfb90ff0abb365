// What is wrong with a day that is to come.
import { type Day, isDay } from '../../assessment';
import { words } from '../../words';

/** Words for a day that is none, or has passed; null where it is empty or fine. `known` is a day that was there before and may stay. */
export function dayFault(day: Day, today: Day, known: Day | null = null): string | null {
  if (day === '' || day === known) return null;
  if (!isDay(day)) return words.discuss.day.noDay;
  return day < today ? words.discuss.day.past : null;
}
