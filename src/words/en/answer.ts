// Words of the answer screen.

export const answer = {
  progress: (place: number, of: number): string => `Key area ${place} of ${of}`,
  keyAreas: 'Key areas',
  previous: (title: string): string => `Previous: ${title}`,
  next: (title: string): string => `Next: ${title}`,
  done: 'Done: back to the assessment',
  about: 'What it is and why it is important',
  whatItIs: 'What it is',
  whyItIsImportant: 'Why it is important',
  question: (organisation: string): string =>
    organisation === '' ? 'Where is your council today?' : `Where is ${organisation} today?`,
  guidance: 'Choose the highest level that is generally true today.',
  cannotJudge: 'Cannot judge',
  cannotJudgeMeaning: 'I do not see enough of this to say. It counts as an answer, and never as a low level.',
  movingOn: (next: string): string => `Moving towards the next level, ${next}`,
  movingOnShort: 'Moving towards the next level.',
  level: 'Level',
  addMore: 'Add more: how sure you are, a remark, evidence',
  optional: 'Everything here is optional.',
  confidence: 'How sure are you?',
  confidenceOf: { low: 'Not very sure', medium: 'Fairly sure', high: 'Very sure' },
  notSaid: 'I would rather not say',
  who: {
    hidden: (showNames: boolean): string =>
      showNames
        ? 'Hidden until shown: until a facilitator shows the answers, others see only that you have answered. Then everyone who can open this assessment sees your answer and your remark, with your name.'
        : 'Hidden until shown: until a facilitator shows the answers, others see only that you have answered. Then everyone who can open this assessment sees your answer and your remark, without your name.',
    known:
      'That you answered, when, and roughly how long your text is can be seen in SharePoint at once; administrators of Microsoft 365 could get at more.',
    law: 'What you write may have to be released under information law. Do not name suppliers or individuals.',
  },
  remark: 'Remark',
  remarkHint: 'What makes you say so?',
  evidence: 'Your own evidence',
  link: 'Link',
  linkHint: 'The address of a page or document, beginning with https://. Nothing is uploaded.',
  note: 'What it shows',
  faults: {
    level: 'Choose a level, or Cannot judge: only then can the rest be saved.',
    remark: (length: number, most: number): string =>
      `The remark has ${length.toLocaleString('en-GB')} characters; ${most.toLocaleString('en-GB')} can be saved. Shorten it. What you wrote stays here, everything else is saved.`,
    link: 'This is not the address of a web page. It must begin with https:// or http://. It stays here but is not saved until mended; everything else is saved.',
    linkMissing:
      'Give the link that the note belongs to. The note stays here but is not saved until then; everything else is saved.',
    note: (length: number, most: number): string =>
      `The note has ${length.toLocaleString('en-GB')} characters; ${most.toLocaleString('en-GB')} can be saved. Shorten it. It stays here; everything else is saved.`,
  },
  saveFailed:
    'Your answer could not be saved on this device. What you entered is still here; copy longer texts before you leave.',
  onlyHere: {
    text: 'Your OneDrive cannot be reached, so your answers can be seen again only in this browser. They count all the same.',
    notAllowed:
      'Your answers can be seen again only in this browser, because this tab may not use its own folder in your OneDrive. They count all the same.',
    allow: 'Allow it',
  },
  late: {
    title: 'The answers are already shown',
    named:
      'You have not answered yet and still can, until a level is agreed. Yours is added to the others openly, with your name, and cannot be changed afterwards.',
    unnamed:
      'You have not answered yet and still can, until a level is agreed. Yours is added to the others openly, without your name, but others may guess that it is yours. It cannot be changed afterwards.',
    whoSees: (showNames: boolean): string =>
      `Once you add it, everyone who can open this assessment sees your answer and your remark, ${showNames ? 'with' : 'without'} your name.`,
    add: 'Add my answer to those shown',
    notReady: 'Choose a level, or Cannot judge, and mend what is marked. Then add your answer.',
  },
  elsewhere: {
    title: 'You have answered this on another device',
    text: 'That answer counts, but cannot be shown on this device. If you answer here, the new answer takes its place.',
  },
  changed: {
    title: 'Somebody else changed your answer in SharePoint',
    text: 'So it does not count any more. Give it again: choose your level, and it is yours.',
  },
  notAsked: {
    title: 'You are not asked to answer here',
    text: (names: string): string =>
      names === '' ? 'A facilitator can add you.' : `A facilitator can add you: ${names}.`,
  },
  closed: {
    collecting: 'This assessment no longer takes answers.',
    revealing: 'The answers are being shown right now, so they can no longer be changed.',
    revealed: 'The answers are shown, so they can no longer be changed.',
    toBeAdded: 'The answers were shown before yours came. It is added to them as soon as a facilitator has this open.',
    shownAsBefore:
      'The answers are shown, yours as it was then. What you changed since came too late and is not shown. A facilitator can reopen the key area.',
    tooLate:
      'A level was agreed before your answer came, so it stays hidden and does not count. A facilitator can reopen the key area.',
    agreed: 'What applies is agreed, so answers can no longer be changed.',
    skipped: 'This key area is skipped for now.',
    doesNotApply: 'This key area was found not to apply.',
    compare: 'See how answers compare',
  },
  mine: 'Your answer',
  noneGiven: 'You gave no answer.',
  notOpenable: 'You gave an answer; it cannot be shown on this device.',
  unknownArea: {
    heading: 'This assessment has no such key area',
    action: 'See its key areas',
  },
};
