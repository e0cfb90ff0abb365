// Words of messages to the channel and to people's activity feed.
import { dayInWords } from '../dates';
import { inWords, plural } from '../plural';

export const channel = {
  opened: {
    heading: (title: string): string => `Assessment opened: ${title}`,
    text: (organisation: string, areas: readonly string[], people: number, due: string | null): string =>
      `${organisation} is assessing how well it leads procurement: ${inWords(areas)}. ${plural(people, 'person is', 'people are')} asked to answer${due ? ` by ${dayInWords(due)}` : ''}. Answers are hidden until shown.`,
    link: 'Open the assessment',
  },
  waiting: {
    heading: (title: string): string => `Waiting for you: ${title}`,
    text: (organisation: string, due: string | null): string =>
      `${organisation} asks for your answer${due ? ` by ${dayInWords(due)}` : ''}. It is hidden until the answers are shown.`,
    link: 'Give your answer',
  },
  'answers-shown': {
    heading: (area: string): string => `Answers shown: ${area}`,
    text: (organisation: string, area: string): string =>
      `${organisation} has shown the answers on ${area}. How they compare can be seen in the tab; the agreed level comes next.`,
    link: 'See how answers compare',
  },
  agreed: {
    heading: (area: string): string => `Agreed: ${area}`,
    text: (organisation: string, area: string, level: string): string =>
      `${organisation} has agreed where it stands on ${area}: ${level}.`,
    link: 'See what was agreed',
  },
  shared: {
    heading: (title: string): string => `Shared with councillors: ${title}`,
    text: (organisation: string, agreed: number, of: number): string =>
      `${organisation} has agreed where it stands on ${agreed} of ${plural(of, 'key area')} and shared the result with councillors.`,
    link: 'See the results',
  },
  question: {
    heading: (area: string | null): string => `A councillor asks${area === null ? '' : `: ${area}`}`,
    text: (councillor: string): string =>
      `${councillor} has a question about the results. A reply in the tab reaches them in SharePoint.`,
    link: 'Read it and reply',
    someone: 'A councillor',
  },
  reply: {
    heading: (area: string | null): string => `Councillors have a reply${area === null ? '' : `: ${area}`}`,
    text: (organisation: string, kind: 'question' | 'comment'): string =>
      `Officers of ${organisation} replied to a councillor’s ${kind} about the results.`,
    link: 'See the results',
  },
  'due-soon': {
    heading: (area: string): string => `Action due soon: ${area}`,
    text: (day: string): string => `An action of the assessment is due on ${dayInWords(day)}.`,
    link: 'See the action',
  },
  overdue: {
    heading: (area: string): string => `Action overdue: ${area}`,
    text: (day: string): string => `An action of the assessment was due on ${dayInWords(day)} and is still open.`,
    link: 'See the action',
  },
  cleared: {
    heading: (title: string): string => `Cleared for the committee: ${title}`,
    text: (organisation: string): string => `The result of ${organisation} was cleared for the committee.`,
    link: 'See the result',
  },
  outcome: {
    heading: (title: string): string => `What the committee decided: ${title}`,
    text: (organisation: string, isDraft: boolean): string =>
      isDraft
        ? `The committee has considered the result of ${organisation}. The minutes are not confirmed yet.`
        : `The committee has considered the result of ${organisation}, and the minutes are confirmed.`,
    link: 'See the result',
  },
  /** The first line in somebody's Teams activity: the templates of appPackage/manifest.json with their gaps filled. */
  activity: {
    waitingForAnswer: (actor: string, subject: string): string => `${actor} asks for your answer: ${subject}`,
    councillorQuestion: (_actor: string, subject: string): string => subject,
    actionDue: (_actor: string, subject: string): string => subject,
  },
  target: (words: string): string => `Target: ${words}`,
  fingerprint: (digest: string): string => `Fingerprint of what the committee had: ${digest}`,
  caveat: 'Officers’ own assessment; not independently checked.',
  shortened: 'The rest is in the tab.',
};
