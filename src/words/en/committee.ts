// Words of a result's way through the committee: clearing, outcome, editions, and what changed since.
import { dayInWords } from '../dates';
import { inWords } from '../plural';

const decided = {
  noted: 'noted',
  agreed: 'agreed',
  recommended: 'recommended',
  'referred-back': 'referred back',
} as const;

export const committee = {
  heading: 'Clearing and committee',
  intro: 'Who cleared the result for the committee, what the committee decided, and whether anything changed since.',
  decided,
  standing: {
    cleared: (name: string, post: string, day: string): string =>
      `Cleared for the committee by ${name}, ${post}, on ${dayInWords(day)}.`,
    decided: (decision: keyof typeof decided, to: string, body: string, day: string): string =>
      `${capital(decided[decision])}${to === '' ? '' : ` to ${to}`} by ${body} on ${dayInWords(day)}.`,
    minute: (minute: string): string => `Minute ${minute}.`,
    draft: 'This is a draft until the minutes are confirmed.',
    edition: (number: number): string => `Edition ${number}.`,
    callIn: (text: string): string => `Call-in: ${text}`,
    earlier: (words: string): string => `The edition before: ${words}`,
  },
  changed: {
    since: (decision: keyof typeof decided | null, name: string | null, day: string | null): string =>
      `Changed since ${decision === null ? 'cleared' : decided[decision]}${name === null ? '' : `, by ${name}`}${day === null ? '' : `, on ${dayInWords(day)}`}.`,
    inResults: (areas: readonly string[]): string =>
      `What councillors read is no longer what the committee had: ${inWords(areas)}.`,
    inRecord: (areas: readonly string[]): string =>
      `Councillors still read what the committee had. What officers recorded differs: ${inWords(areas)}.`,
    altered: (decision: keyof typeof decided | null): string =>
      `What was kept when this was ${decision === null ? 'cleared' : decided[decision]} has been altered, so nobody can tell whether the result changed since.`,
  },
  see: 'See clearing and committee',
  practice: 'A practice assessment goes to no committee.',
  notShared: 'The result is cleared for the committee once it has been shared with councillors.',
  readOnly: 'Only facilitators can record the clearing and what the committee decided.',
  now: 'Where it stands',
  never: 'Not cleared for the committee yet.',
  superseded: 'It was shared again after that, so it has to be cleared again before the committee has it.',
  doubted: (number: number, name: string): string =>
    `${name}, who is no facilitator, wrote edition ${number} in SharePoint. It does not count.`,
  someone: 'somebody',
  clear: {
    heading: 'Clear it for the committee',
    again: 'Clear it again for the committee',
    hint: 'Every word that councillors read now is kept with this. If the list or the officers’ record changes later, every screen says so.',
    name: 'Cleared by',
    nameHint: 'The officer who answers for the report.',
    post: 'Their post',
    on: 'Cleared on',
    save: 'Record the clearing',
    done: 'The result is cleared for the committee.',
    takeBack: 'Take the clearing back',
    takenBack: 'The clearing was taken back. The result is shared, as before.',
    nameMissing: 'Say who cleared it',
    postMissing: 'Give their post',
  },
  outcome: {
    heading: 'What the committee decided',
    before: {
      decide:
        'Every word that councillors read now is kept with this, as what the committee had. That cannot be undone. All else can be changed until the minutes are confirmed.',
      change: 'Until the minutes are confirmed this can be changed. What was kept when it was decided stays as it is.',
      correct:
        'The minutes are confirmed, so this is not changed any more. A correction becomes the next edition, and both can be read. What was kept when it was decided goes with it.',
    },
    open: { change: 'Change it, or confirm the minutes', correct: 'Correct it' },
    decision: 'Decision',
    decisions: {
      noted: 'Noted',
      agreed: 'Agreed',
      recommended: 'Recommended to another body',
      'referred-back': 'Referred back',
    },
    recommendedTo: 'Recommended to',
    body: 'Which body',
    bodyHint: 'For example Audit and Governance Committee.',
    on: 'Decided on',
    minute: 'Minute reference',
    minuteHint: 'May follow once the minutes are there.',
    confirmed: 'The minutes are confirmed',
    confirmedHint: 'From then on a change is a correction, and makes the next edition. That cannot be undone.',
    callIn: 'Call-in (optional)',
    callInHint: 'Whether it was called in, by whom, and what came of it.',
    save: { decide: 'Record the outcome', change: 'Save', correct: 'Record the correction' },
    done: 'Recorded.',
    decisionMissing: 'Choose what was decided',
    bodyMissing: 'Say which body decided',
    toMissing: 'Say to whom it was recommended',
    minuteMissing: 'Give the minute reference, or leave the minutes unconfirmed',
  },
  tooLong: 'Shorten this',
  noDay: 'Enter a real date',
  future: 'The date is still to come. Choose today or an earlier day',
  editions: {
    heading: 'Editions',
    number: (number: number): string => `Edition ${number}`,
    asItWas: 'What councillors read then, word for word',
    kept: (day: string, at: string): string => `Kept on ${dayInWords(day)} at ${at}.`,
    empty: 'There was nothing to read.',
    fingerprint: 'Fingerprint (SHA-256)',
    intact: 'It is as it was kept.',
    altered: 'It is not what was kept: somebody altered it.',
    writtenBy: (name: string, day: string): string => `Last written by ${name} on ${dayInWords(day)}.`,
  },
  shareAgain:
    'This result is cleared for the committee. Sharing it again takes it back to shared: what was cleared, and any outcome, stays to be read as it was, and the committee has the new one only once it is cleared again.',
  closing:
    'The committee has not decided on it yet. Once the assessment is closed, what it decides cannot be recorded here.',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
