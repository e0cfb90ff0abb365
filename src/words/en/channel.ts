// Words of channel messages.
import { dayInWords } from '../dates';
import { inWords, plural } from '../plural';

export const channel = {
  opened: {
    heading: (title: string): string => `Assessment opened: ${title}`,
    text: (organisation: string, areas: readonly string[], people: number, due: string | null): string =>
      `${organisation} is assessing how well it leads procurement: ${inWords(areas)}. ${plural(people, 'person is', 'people are')} asked to answer${due ? ` by ${dayInWords(due)}` : ''}. Answers are hidden until shown.`,
    link: 'Open the assessment',
  },
  shared: {
    heading: (title: string): string => `Shared with councillors: ${title}`,
    text: (organisation: string, agreed: number, of: number): string =>
      `${organisation} has agreed where it stands on ${agreed} of ${plural(of, 'key area')} and shared the result with councillors.`,
    link: 'See the results',
  },
  target: (words: string): string => `Target: ${words}`,
  caveat: 'Officers’ own assessment; not independently checked.',
  shortened: 'The rest is in the tab.',
};
