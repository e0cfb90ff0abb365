// Words of the screen on which answers are shown, compared and turned into a decision.
import { dayInWords, timeInWords } from '../dates';
import { inWords, plural } from '../plural';

/** "Developing or Mature". */
const either = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

export const discuss = {
  missing: {
    heading: 'This key area is not part of the assessment',
    text: 'The link may be old, or the key area was left out when the assessment was opened.',
    action: 'Go to the assessment',
  },
  standing: {
    collecting: 'Answers are hidden until shown.',
    revealing: 'Answers are being shown …',
    revealed: 'Answers are shown. A level has not been agreed yet.',
    agreed: 'A level is agreed.',
    skipped: 'Skipped for now.',
    'does-not-apply': 'Does not apply to us.',
  },
  stage: {
    show: 'Show on the meeting’s stage',
    refused: 'It could not be shown on the stage',
    why: (detail: string): string =>
      `Only the organiser and presenters of a meeting can share to its stage; ask one of them. Teams says: ${detail}`,
  },
  others: 'Other key areas',
  whatItIs: 'What this key area is',
  before: {
    heading: 'Before answers are shown',
    answered: (answered: number, asked: number): string =>
      `${answered} of ${plural(asked, 'person', 'people')} asked ${answered === 1 ? 'has' : 'have'} answered.`,
    wait: 'A facilitator shows the answers. This page then changes by itself.',
    answer: 'Give or change your answer',
    once: 'Once shown, everyone in the team can read the answers, and nobody can change their own.',
    names: 'Names will show beside answers.',
    noNames: 'Names will not show beside answers.',
    show: 'Show answers',
    showAll: (areas: number): string => `Show the answers of all ${areas} key areas`,
    goOn: 'Go on showing answers',
    cutOff: 'Showing the answers was begun and has not finished. It can go on where it stopped.',
    sure: (parts: readonly string[]): string => `Fewer than half have answered: ${parts.join('; ')}.`,
    part: (area: string, answered: number, asked: number): string => `${area} ${answered} of ${asked}`,
    showAnyway: 'Show answers anyway',
    waitForMore: 'Wait for more answers',
    progress: (done: number, of: number): string =>
      of <= 1 ? 'Showing answers …' : `Showing answers: ${done} of ${plural(of, 'key area')} done …`,
  },
  tell: {
    heading: 'Telling the channel',
    shown: (channel: string): string => `Tell the channel ${channel} when answers are shown, each key area by itself`,
    agreed: (channel: string): string => `Tell the channel ${channel} what was agreed`,
    alike: (areas: readonly string[]): string => `(If all are shown, a message like this for each: ${inWords(areas)}.)`,
  },
  passOn: {
    title: 'This device cannot open the answers',
    text: 'Another facilitator’s device may be able to: ask them to show the answers. If none of them can, everybody who has the assessment open can help: their own device passes their answer on, still hidden, and nobody types anything twice. Answers of people who are away are not opened yet; they are added when those people open this tab again.',
    ask: 'Let everybody’s device pass their answer on',
    asked: 'Asked. The answers come in by themselves; show them when enough are here.',
    here: (count: number, of: number): string =>
      `${count} of ${plural(of, 'answer')} can be opened now. The others come by themselves once the people who gave them have this open.`,
  },
  record: {
    heading: 'For people in the room',
    person: 'Record an answer for someone in the room',
    personHint:
      'For somebody who is asked and cannot answer here themselves. It is marked as recorded by you. If they answer themselves, their own answer counts instead.',
    late: 'The answers are shown already, so this is added to them at once and cannot be changed.',
    whom: 'Whose answer',
    choose: 'Choose a person',
    nobody: 'Everybody asked has an answer.',
    level: 'What they say',
    remark: 'What they say about it (optional)',
    hands: 'Record a show of hands',
    handsHint: 'How many hands were up for each level. Leave empty where there were none.',
    handsDone: 'A show of hands is recorded and shown.',
    save: 'Record',
    saved: 'Recorded.',
    whomMissing: 'Choose whose answer it is',
    levelMissing: 'Choose what they say',
    handsMissing: 'Enter how many hands were up for at least one level',
    handsWrong: (level: string): string => `Enter a whole number from 0 to 999 for ${level}`,
    remarkTooLong: (most: number): string => `Shorten the remark to ${most.toLocaleString('en-GB')} characters`,
    recordedFor: (name: string, by: string): string => `${name}: recorded by ${by}`,
    recordedHands: (by: string): string => `Show of hands: recorded by ${by}`,
    removeFor: (name: string): string => `Remove what is recorded for ${name}`,
    removeHands: 'Remove the show of hands',
    you: 'you',
  },
  compare: {
    heading: 'How answers compare',
    none: 'Nobody answered this key area.',
    nobodyJudged: 'Nobody chose a level.',
    everyone: (word: string): string => `Everyone who chose a level said ${word}.`,
    most: (words: readonly string[], count: number, of: number): string =>
      words.length === 1
        ? `Most said ${either(words)} (${count} of ${of}).`
        : `Most said ${either(words)} (${count} each, of ${of}).`,
    range: (from: string, to: string): string => `Answers go from ${from} to ${to}.`,
    cannotJudge: (count: number): string => `${plural(count, 'person', 'people')} cannot judge.`,
    recorded: (count: number): string => `${plural(count, 'answer was', 'answers were')} recorded by a facilitator.`,
    more: 'More',
    median: (low: string, high: string): string =>
      low === high
        ? `With all answers put in order, the one in the middle is ${low}.`
        : `With all answers put in order, the two in the middle are ${low} and ${high}.`,
    notOpened: (count: number): string => `${plural(count, 'answer is', 'answers are')} not opened yet.`,
    leftOut: (count: number): string =>
      `${plural(count, 'answer was', 'answers were')} not opened before this was agreed, and ${count === 1 ? 'does' : 'do'} not count.`,
    lastTime: (word: string, date: string, source: string): string =>
      `Last time: ${word}, on ${dayInWords(date)} (${source}).`,
  },
  remarks: {
    heading: 'What people added',
    none: 'Nobody added a remark, evidence or how sure they are.',
    few: 'With so few people, others may guess who said what.',
    cannotJudge: 'Cannot judge',
    movingOn: 'moving towards the next level',
    confidence: { low: 'not very sure', medium: 'fairly sure', high: 'very sure' },
    recordedBy: (name: string): string => `recorded by ${name}`,
    showOfHands: (count: number): string => `show of hands: ${count}`,
    evidence: 'Evidence:',
  },
  now: {
    heading: 'Where are we now',
    hint: 'Choose the level you agreed on. It is your decision, not a calculation.',
    level: 'Agreed level',
    reason: 'Why this level',
    reasonHint: 'Councillors read this once you share. Do not name suppliers or individuals.',
    save: 'Record what is agreed',
    change: 'Change',
    by: (name: string, day: string, time: string): string =>
      `Recorded by ${name} on ${dayInWords(day)} at ${timeInWords(time)}.`,
    notYet: 'Not agreed yet. A facilitator records what you agree.',
    levelMissing: 'Choose the level you agreed on',
    reasonMissing: 'Say why you agreed on this level',
  },
  target: {
    heading: 'Where do we want to be, and by when',
    first: 'First record where you are now.',
    hint: 'Your own choice: there is no expected level. It can also be agreed later.',
    kind: 'What is agreed about the target',
    level: 'We choose a level',
    later: 'To be agreed later',
    which: 'Target level',
    by: 'By when (optional)',
    agreeBy: 'To be agreed by (optional)',
    save: 'Record the target',
    change: 'Change',
    remove: 'Remove the target',
    removed: 'The target is removed.',
    none: 'No target yet.',
    chosen: (word: string, by: string | null): string => (by === null ? `${word}.` : `${word}, by ${dayInWords(by)}.`),
    toBeAgreed: (by: string | null): string => (by === null ? 'To be agreed.' : `To be agreed by ${dayInWords(by)}.`),
    kindMissing: 'Choose a level, or choose to agree it later',
    levelMissing: 'Choose the target level',
  },
  day: {
    noDay: 'Enter a real date, or leave it empty',
    past: 'The date is in the past. Choose today or a later day',
  },
  actions: {
    heading: 'Actions',
    none: 'No actions yet.',
    add: 'Add an action',
    text: 'What is going to be done',
    owner: 'Who does it',
    nobody: 'Not decided yet',
    post: 'A post',
    someoneElse: 'Someone else',
    postName: 'Name of the post',
    postHint: 'For example Head of procurement.',
    findOwner: 'Find the person',
    due: 'By when (optional)',
    status: 'Status',
    statuses: { open: 'Open', done: 'Done', dropped: 'Dropped' },
    save: 'Save the action',
    edit: 'Change',
    editNamed: (text: string): string => `Change: ${text}`,
    removeNamed: (text: string): string => `Remove: ${text}`,
    removed: 'The action is removed.',
    facts: (owner: string | null, due: string | null, status: string): string =>
      [owner ?? 'Nobody named yet', due === null ? 'no date' : `by ${dayInWords(due)}`, status].join(' · '),
    textMissing: 'Say what is going to be done',
    postMissing: 'Name the post',
    personMissing: 'Choose the person',
  },
  steps: {
    heading: 'Skip, set aside or reopen',
    reason: 'Reason',
    reasonMissing: 'Give a reason',
    skip: 'Skip for now',
    skipHint: 'You can take it up again at any time.',
    resume: 'Take it up again',
    setAside: 'Does not apply to us',
    setAsideHint: 'Councillors will not see a level for this key area.',
    reopen: 'Reopen',
    reopenHint:
      'Answers shown are taken back and can be changed until they are shown again. An agreed level no longer counts.',
    because: (reason: string): string => `Reason: ${reason}`,
  },
};
