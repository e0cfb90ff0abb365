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
    none: 'None so far.',
    question: (name: string): string => `Question from ${name}`,
    comment: (name: string): string => `Comment from ${name}`,
    someone: 'somebody',
    reply: 'Reply',
    noReply: 'No reply yet.',
  },
};
