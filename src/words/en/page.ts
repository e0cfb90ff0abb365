// Words of the results page that councillors read in SharePoint, and of the questions it suggests.
import { dayInWords } from '../dates';
import { inWords } from '../plural';

export const page = {
  title: (title: string, organisation: string): string => `${title}: ${organisation}`,
  own: 'This is officers’ own assessment; it has not been independently checked.',
  about: (theme: string, frameworkTitle: string): string =>
    `Officers assessed how the council leads its procurement, using “${theme}” of the ${frameworkTitle}.`,
  levels: (names: readonly string[]): string =>
    `There are five levels, from the lowest to the highest: ${inWords(names)}. The target is our own choice: not every council needs the highest level.`,
  shared: (day: string): string => `Shared with councillors on ${dayInWords(day)}.`,
  short: 'In short',
  shortLine: (keyArea: string, strip: string): string => `${keyArea}: ${strip}`,
  left: (areas: readonly string[]): string =>
    `Not part of this result, because no level is agreed yet: ${inWords(areas)}.`,
  level: (word: string, meaning: string): string => `${word}: ${meaning}`,
  change: 'What changed',
  reason: 'Why this level',
  comparison: 'How answers compared',
  target: 'Where we want to be',
  actions: 'Next actions',
  noActions: 'No actions agreed yet.',
  questions: 'Questions you could ask',
  ask: {
    heading: 'Ask a question or comment',
    text: 'Officers read what you write and reply there.',
    form: 'Write a question or comment',
    list: 'See the results as a list',
    tab: 'Open the assessment in Teams',
  },
  question: {
    low: (word: string, next: string, descriptor: string): string =>
      `Officers agreed on ${word}. The next level, ${next}, reads: “${descriptor}” What would it take to get there?`,
    differ: (lowest: string, highest: string): string =>
      `Answers went from ${lowest} to ${highest}. Why do people see this so differently?`,
    noTarget: 'There is no target yet. Where do we want to be, and by when?',
    later: (by: string | null): string =>
      by === null
        ? 'The target is still to be agreed. By when, and what does it depend on?'
        : `The target is to be agreed by ${dayInWords(by)}. What does it depend on?`,
    overdue: (action: string, due: string): string =>
      `“${action}” was due by ${dayInWords(due)} and is not done. What holds it up?`,
    evidence: (descriptor: string): string => `What shows that this is true today: “${descriptor}”`,
  },
};
