// Words about people: choosing them, who is asked, and who facilitates.
import { plural } from '../plural';

export const people = {
  heading: 'People',
  choose: 'Choose people',
  searchInstead: 'Search by name instead',
  search: 'Search by name or e-mail address',
  searchHint: 'Type at least two letters.',
  searching: 'Searching …',
  found: (count: number): string =>
    count === 0 ? 'Nobody found by that name.' : `${plural(count, 'person', 'people')} found.`,
  searchFailed: 'The search did not work.',
  pickerFailed: 'The people picker did not open. Search by name instead.',
  add: 'Add',
  addNamed: (name: string): string => `Add ${name}`,
  already: 'already chosen',
  removeNamed: (name: string): string => `Remove ${name}`,
  you: '(you)',
  asked: {
    heading: 'Who is asked',
    counts: (taking: number, not: number): string =>
      not === 0
        ? `${plural(taking, 'person is', 'people are')} asked.`
        : `${plural(taking, 'person is', 'people are')} asked; ${not} no longer ${not === 1 ? 'takes' : 'take'} part and ${not === 1 ? 'does' : 'do'} not count.`,
    none: 'Nobody is asked.',
    notTakingPart: 'not taking part',
    leave: 'Not taking part',
    leaveNamed: (name: string): string => `Not taking part: ${name}`,
    back: 'Takes part again',
    backNamed: (name: string): string => `Takes part again: ${name}`,
    replace: 'Replace',
    replaceNamed: (name: string): string => `Replace ${name}`,
    replaceBy: (name: string): string => `Who answers instead of ${name}?`,
    addHeading: 'Ask someone else',
    done: {
      added: (name: string): string => `${name} is asked now.`,
      left: (name: string): string => `${name} no longer takes part.`,
      back: (name: string): string => `${name} takes part again.`,
      replaced: (name: string, by: string): string => `${by} is asked instead of ${name}.`,
    },
  },
  facilitators: {
    heading: 'Facilitators',
    intro: 'Facilitators show the answers, record what is agreed and share the result. Nobody else can.',
    onlyOne:
      'There is only one facilitator. Only facilitators can show answers: if that person is away, nobody can. Name a deputy.',
    addHeading: 'Name another facilitator',
    remove: 'Remove',
    leaveSure: 'If you are no longer a facilitator, you cannot take this back yourself.',
    leaveYes: 'Hand over',
    leaveNo: 'Stay a facilitator',
    done: {
      added: (name: string): string => `${name} is a facilitator now.`,
      removed: (name: string): string => `${name} is no longer a facilitator.`,
    },
  },
  link: {
    heading: 'The link for people asked',
    text: 'Send this link before the meeting. It lets each person check that they can get in, and says what to do if they cannot.',
    copy: 'Copy the link',
  },
  readOnly: 'Only facilitators can change who is asked.',
};
