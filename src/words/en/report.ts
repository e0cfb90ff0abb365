// Words of results as councillors, the channel and a report read them.
import { dayInWords } from '../dates';
import { inWords, plural } from '../plural';

export const report = {
  change: {
    first: 'First assessment',
    same: (word: string, date: string): string => `Unchanged: also ${word} on ${dayInWords(date)}`,
    up: (levels: number, from: string, date: string): string =>
      `Up ${plural(levels, 'level')}, from ${from} on ${dayInWords(date)}`,
    down: (levels: number, from: string, date: string): string =>
      `Down ${plural(levels, 'level')}, from ${from} on ${dayInWords(date)}`,
  },
  target: {
    level: (word: string, by: string | null): string => (by ? `${word} by ${dayInWords(by)}` : word),
    later: (by: string | null): string => (by ? `To be agreed by ${dayInWords(by)}` : 'To be agreed'),
    none: 'No target set',
  },
  comparison: {
    none: 'No answers were given',
    said: (count: number, of: number, words: string): string => `${count} of ${of} said ${words}`,
    more: (count: number, words: string): string => `${count} said ${words}`,
    cannotJudge: 'they cannot judge',
    join: (parts: readonly string[]): string => parts.join(', '),
  },
  action: (text: string, owner: string | null, due: string | null): string =>
    [text, owner ? `(${owner})` : '', due ? `by ${dayInWords(due)}` : ''].filter((part) => part !== '').join(' '),
  actions: (sentences: readonly string[]): string => sentences.join('; '),
  noActions: 'No actions agreed yet',
  notAgreed: 'Not yet agreed',
  doesNotApply: (reason: string): string => `Does not apply to us: ${reason}`,
  skipped: 'Skipped for now',
  text: {
    heading: (title: string, organisation: string): string => `${title}: ${organisation}`,
    how: (frameworkTitle: string, theme: string): string => `Assessed against “${theme}” of the ${frameworkTitle}.`,
    now: 'Where we are now',
    meaning: 'What this means',
    change: 'Change since last time',
    target: 'Where we want to be',
    reason: 'Why',
    comparison: 'How answers compared',
    actions: 'Next actions',
    caveat: 'This is officers’ own assessment; it has not been independently checked.',
  },
  list: inWords,
};
