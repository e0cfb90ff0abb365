// Words of the screen that opens an assessment.
import { inWords } from '../plural';

export const open = {
  heading: 'Open an assessment',
  intro:
    'What you enter here is kept while you look elsewhere. Nobody is told anything before you press the button at the end.',
  about: 'About the assessment',
  title: 'Title',
  suggestedTitle: (theme: string, year: string): string => `${theme} ${year}`,
  organisation: 'Organisation',
  organisationHint: 'As councillors should read it, for example Northbridge Council.',
  dueDate: 'Answers are due by (optional)',
  keyAreas: 'Which key areas',
  facilitators: {
    heading: 'Facilitators',
    hint: 'A facilitator and a deputy. Only facilitators can show answers and record what is agreed.',
    onlyOne:
      'You have named only one facilitator. Only facilitators can show answers: if that person is away on the day, nobody can. Name a deputy if you can.',
    add: 'Add a facilitator or deputy',
  },
  asked: {
    heading: 'Who is asked',
    hint: 'Everyone you name answers privately first. You can change this at any time.',
    nobody: 'Nobody yet.',
    add: 'Add people',
  },
  names: {
    heading: 'Once answers are shown',
    label: 'Show names beside answers',
    hint: 'Without names people answer more freely. With only a few people, others may still guess who said what. This cannot be changed once the assessment is open.',
  },
  earlier: {
    heading: 'An earlier result to compare with',
    none: 'None',
    previous: 'From an assessment made here',
    typed: 'Type one in',
    reading: 'Looking for earlier assessments …',
    failed: 'Earlier assessments could not be read.',
    noPrevious: 'No earlier assessment with an agreed level was found here.',
    whichPrevious: 'Which assessment',
    summary: (parts: readonly string[]): string => inWords(parts),
    part: (area: string, level: string): string => `${area}: ${level}`,
    typedHint: 'Leave a key area empty where there is nothing to compare with.',
    level: 'Level last time',
    noLevel: 'None',
    date: 'Date',
    source: 'Source',
    sourceHint: 'For example: national diagnostic 2025.',
  },
  channel: {
    heading: 'Telling the channel',
    label: (channel: string): string => `Tell the channel ${channel} when the assessment opens`,
  },
  submit: 'Open the assessment',
  submitting: 'Opening …',
  faults: {
    title: 'Enter a title',
    titleLong: (most: number): string => `Shorten the title to ${most} characters`,
    organisation: 'Enter the name of your organisation',
    organisationLong: (most: number): string => `Shorten the name of the organisation to ${most} characters`,
    noDay: 'Enter a real date, such as 27 3 2027, or leave it empty',
    inThePast: 'The date is in the past. Choose today or a later day',
    keyAreas: 'Choose at least one key area',
    facilitators: 'Name at least one facilitator',
    participants: 'Name at least one person to answer',
    earlierIncomplete: (area: string): string =>
      `Earlier result for ${area}: enter level, date and source, or leave all three empty`,
    earlierFuture: (area: string): string => `Earlier result for ${area}: the date is in the future`,
    earlierNone: 'Choose the earlier assessment to compare with, or choose None',
  },
  opened: {
    heading: 'The assessment is open',
    text: 'The people you asked can answer now.',
    go: 'Go to the assessment',
    people: 'Change who is asked',
    tell: 'Telling the channel',
  },
};
