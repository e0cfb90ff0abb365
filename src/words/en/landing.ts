// Words of the landing screen.
import { dayInWords } from '../dates';
import { plural } from '../plural';

export const landing = {
  empty: {
    heading: 'How well do we lead our procurement?',
    intro:
      'Here officers of the council assess together how well procurement and commercial work is led, and agree where to go next. No assessment is open in this channel.',
    how: 'How it works',
    steps: [
      'Each officer answers on their own: one maturity level for each key area. Answers are hidden until shown.',
      'In a meeting the answers are shown side by side. You discuss the differences and agree one level, with the reason, and later a target and actions.',
      'What you choose to share, councillors read in SharePoint, in plain words.',
    ],
    open: 'Open an assessment',
    whoMay: 'Any member of this team who may edit its SharePoint site can open one, and becomes its facilitator.',
    practise: 'Try it first',
    practiseNote:
      'A practice assessment with only you in it. It posts nothing, shares nothing and can be deleted completely.',
    practiceTitle: 'Practice assessment',
    preparing: 'Preparing …',
  },
  several: {
    heading: 'Assessments open in this channel',
    intro: 'Choose one.',
    another: 'Open another assessment',
  },
  practice: {
    section: 'Practice',
    mark: 'Practice',
    title: 'This is for practice',
    text: 'Nothing here is posted to the channel or shared with councillors.',
    remove: 'Delete this practice assessment',
    sure: 'Delete it with everything in it?',
    yes: 'Delete',
    no: 'Keep it',
  },
  due: (day: string): string => `Answers are due by ${dayInWords(day)}`,
  overdue: (day: string): string => `Answers were due by ${dayInWords(day)}`,
  standing: {
    draft: 'Being prepared',
    isOpen: 'Open',
    open: (agreed: number, of: number): string =>
      agreed === 0
        ? `Open, ${plural(of, 'key area')} to agree`
        : agreed === of
          ? 'Open, every key area agreed'
          : `Open, ${agreed} of ${of} key areas agreed`,
    shared: (day: string | null): string =>
      day === null ? 'Shared with councillors' : `Shared with councillors on ${dayInWords(day)}`,
    cleared: 'Cleared for the committee',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  phase: {
    collecting: 'Collecting answers',
    revealing: 'Answers are being shown',
    revealed: 'Answers shown, to be agreed',
    agreed: 'Agreed',
    skipped: 'Skipped for now',
    doesNotApply: 'Does not apply to us',
  },
  overruled: (name: string): string =>
    `${name} changed this assessment by hand in SharePoint. Only facilitators may do that, so it does not count; what you see here does.`,
  youAnswered: 'You have answered',
  keyAreas: 'Key areas',
  go: {
    answer: 'Answer',
    change: 'See or change my answer',
    late: 'Add my answer',
    compare: 'How answers compare',
    discuss: 'Show answers and agree',
    decided: 'Result and actions',
  },
  next: {
    heading: 'Next',
    answer: (area: string): string => `Give your answer on ${area}. It stays hidden until shown.`,
    answerButton: 'Answer the next key area',
    answerFirst: 'Start answering',
    restore: (area: string): string =>
      `Somebody changed your answer on ${area} in SharePoint, so it does not count. Give it again.`,
    restoreButton: 'Give my answer again',
    showAll: (area: string): string => `Everybody has answered ${area}. Show the answers when you are together.`,
    showSome: (area: string): string => `Answers on ${area} have come in. Show them when you are together.`,
    showGoOn: (area: string): string => `Showing the answers on ${area} was cut off. Go on with it.`,
    showButton: 'Show answers',
    goOnButton: 'Go on showing answers',
    agree: (area: string): string =>
      `The answers on ${area} are shown. Discuss the differences, then record what you agree.`,
    agreeButton: 'Record what is agreed',
    target: (area: string): string => `${area} is agreed. Say where you want to be, or by when you will decide that.`,
    targetButton: 'Set the target',
    share: 'Every key area is settled. Look at what councillors would read, then share it.',
    shareButton: 'Share with councillors',
    committee: 'The result is cleared for the committee. Once it was there, record what was decided.',
    committeeButton: 'Record the outcome',
    compare: (area: string): string => `The answers on ${area} are shown. See how they compare.`,
    compareButton: 'How answers compare',
    results: 'The results so far are ready to read.',
    resultsButton: 'See the results',
    waitAnswers: 'Nobody has answered yet. Those asked find their questions here.',
    waitShowing:
      'Nothing for you to do now. A facilitator shows the answers when you are together; this page follows by itself.',
    none: 'This assessment was cancelled. What was written stays readable in SharePoint.',
  },
  end: {
    heading: 'End this assessment',
    no: 'Leave it open',
    close: {
      button: 'Close the assessment',
      sure: 'Close this assessment?',
      text: 'What is agreed and shared stays readable, and another assessment can be opened. Answers that were never shown can then be read by nobody but the people who gave them. This cannot be undone.',
      yes: 'Close it',
    },
    cancel: {
      button: 'Cancel the assessment',
      sure: 'Cancel this assessment?',
      text: 'It will not be finished. What was shown stays in SharePoint; answers that were never shown can then be read by nobody but the people who gave them. This cannot be undone.',
      yes: 'Cancel it',
    },
  },
  earlier: { heading: 'Earlier assessments', show: 'Show earlier assessments' },
  more: 'More',
  links: {
    people: 'People: who is asked, who facilitates',
    share: 'Share with councillors',
    results: 'Results',
    committee: 'Clearing and committee',
    arrangements: 'Arrangements: what is told, quiet hours, pre-election periods',
    framework: 'The framework',
    check: 'Connection check',
  },
  facilitator: {
    heading: 'For facilitators',
    changed: (names: string, area: string): string =>
      `The answer of ${names} on ${area} was changed by somebody else in SharePoint, so it does not count. Ask them to give it again here.`,
    disbelieved: (area: string): string =>
      `Somebody who is no facilitator changed in SharePoint where ${area} stands. That change is not followed.`,
    swapped:
      'Somebody changed by hand in SharePoint what keeps the answers of this assessment hidden. That change is not followed: answers stay hidden as before, and only facilitators can show them.',
    editedByHand: (name: string): string =>
      `${name}, who is no facilitator, changed this assessment by hand in SharePoint. Check who is asked and where it stands; any change you save here confirms it.`,
    overruled: (name: string): string => `${name} changed the assessment’s own row in SharePoint`,
    doesNotCount:
      'That does not count, because only facilitators may change it: everybody goes on with what a facilitator saved last.',
    differs: 'What stands in SharePoint now:',
    standsThere: (label: string, there: string, counts: string): string =>
      `${label}: ${there === '' ? 'nothing' : `“${there}”`} instead of ${counts === '' ? 'nothing' : `“${counts}”`}`,
    putBack: 'Put it back',
    disbelievedFacilitators: (names: string): string =>
      `A change of the facilitators made by ${names} does not count, because no facilitator of that moment made it.`,
    someone: 'somebody',
    messages: {
      opened: 'The channel message about the opening',
      waiting: 'Those who have not answered',
      'answers-shown': 'The channel message about shown answers',
      agreed: 'The channel message about an agreed level',
      shared: 'The channel message about the results',
      question: 'Questions from councillors',
      reply: 'The channel message about a reply to a councillor',
      'due-soon': 'The channel message about an action that is due soon',
      overdue: 'The channel message about an overdue action',
      cleared: 'The channel message about the clearing',
      outcome: 'The channel message about what the committee decided',
    },
    questions: {
      waiting: (count: number): string => `${plural(count, 'question')} ${count === 1 ? 'waits' : 'wait'} for a reply.`,
      read: 'Read and reply',
      tell: 'Tell the other facilitators in their Teams activity',
    },
    remind: {
      waiting: (count: number): string =>
        `${plural(count, 'person has', 'people have')} not answered everything. They can be reminded in their own Teams activity, once a day; nobody else sees who they are.`,
      send: (count: number): string => `Remind ${plural(count, 'person', 'people')} now, as you`,
    },
    owners: {
      heading: 'Actions that are due',
      tell: (count: number): string => `Tell ${count === 1 ? 'whoever does it' : 'those who do them'} now, as you`,
    },
    people: {
      seeText: 'What they will read',
      sending: 'Telling them …',
      told: (count: number): string => `${plural(count, 'person was', 'people were')} told.`,
      failed: (count: number): string => `${plural(count, 'person', 'people')} could not be told.`,
    },
    seeText: 'What will be posted, as you',
  },
};
