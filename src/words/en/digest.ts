// Words of the digest: what was due in a channel, as one message.
import { plural } from '../plural';

export const digest = {
  heading: 'Procurement assessments: what is due',
  text: (assessments: number): string => `There is news of ${plural(assessments, 'assessment')}.`,
  waiting: (people: number, asked: number): string =>
    `${people} of ${plural(asked, 'person has', 'people have')} yet to answer`,
  ofAction: (heading: string, action: string): string => `${heading}: ${action}`,
  moreOfOne: (things: number): string => `and ${plural(things, 'more thing')}`,
  more: (assessments: number): string => `And ${plural(assessments, 'more assessment')}: the rest is in the tab.`,
  link: 'Open the assessments',
};
