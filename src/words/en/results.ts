// Words of the results screen.
export const results = {
  heading: 'Results',
  intro: (title: string, organisation: string): string => `${title}, ${organisation}`,
  nothing: 'No level has been agreed yet. Results appear here as soon as one is.',
  why: 'Why',
  target: 'Target',
  compared: 'How answers compare',
  actions: 'Actions',
  noActions: 'No actions yet.',
  discuss: 'See the discussion',
  forCouncillors: {
    heading: 'For councillors and reports',
    copy: 'Copy as text for a report',
    copyHint: 'The text holds levels, reasons, targets and actions. Remarks, and who said what, are not in it.',
    share: 'Share with councillors',
    page: 'Read the page for councillors',
  },
  comments: {
    heading: 'Questions and comments from councillors',
    general: 'General questions and comments from councillors',
    none: 'None so far.',
    noneGeneral: 'None that are about no key area.',
    waiting: (count: number): string =>
      count === 1 ? '1 question waits for a reply.' : `${count} questions wait for a reply.`,
    /** Beside the result of their key area. */
    beside: 'From councillors',
    about: (kind: 'question' | 'comment', name: string): string =>
      `${kind === 'question' ? 'Question' : 'Comment'} from ${name}`,
    someone: 'somebody',
    standing: {
      waiting: 'Waiting for a reply',
      answered: 'Answered',
      'no-reply-needed': 'No reply needed',
    },
    showAll: (characters: number): string => `Show all ${characters.toLocaleString('en-GB')} characters`,
    reply: 'Officers’ reply',
    lastChanged: (name: string, when: string): string => `Item last changed by ${name}, ${when}`,
    toReply: 'Reply',
    toChange: 'Change the reply',
    toComment: (name: string, title: string): string => (title === '' ? `to ${name}` : `to ${name}: ${title}`),
    replyHint:
      'Councillors read it in SharePoint, beside what they wrote. It may have to be released under information law: do not name suppliers or individuals.',
    save: 'Save the reply',
    replyMissing: 'Write the reply first.',
    openList: (list: string): string => `Open “${list}”`,
    outOfReach: {
      title: 'What councillors wrote is out of reach for you',
      text: 'SharePoint does not let you read the list “Procurement comments”. Everything else works. The connection check says who can give you the right.',
    },
    unplaced: {
      heading: 'Not placed yet',
      text: 'These name no assessment that is known here. Say where they belong, so that they stand beside the result.',
      place: (title: string): string => `It belongs to “${title}”`,
      from: (name: string): string => `what ${name} wrote`,
    },
  },
};
