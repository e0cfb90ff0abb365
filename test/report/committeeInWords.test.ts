// Where a result stands on its way through the committee, in sentences.
import type { ChangedSince, CommitteeOutcome, CommitteeStanding, Edition } from '../../src/assessment';
import { changedInWords, committeeInWords, sharedAgainInWords } from '../../src/report';

const outcome: CommitteeOutcome = {
  decision: 'noted',
  recommendedTo: '',
  body: 'Audit Committee',
  on: '2027-03-03',
  minute: '12',
  minutesConfirmed: true,
  callIn: '',
};
const edition = (more: Partial<Edition> = {}): Edition => ({
  assessmentId: 'a',
  number: 1,
  clearing: { name: 'Grace Hill', post: 'Monitoring officer', on: '2027-02-20' },
  outcome,
  snapshot: { text: '', digest: '', at: '2027-03-03T10:00:00Z' },
  ...more,
});
const standing = (more: Partial<CommitteeStanding> = {}): CommitteeStanding => ({
  edition: edition(),
  decided: edition(),
  intact: true,
  changed: null,
  ...more,
});
const decidedAs = (more: Partial<CommitteeOutcome>) => {
  const decided = edition({ outcome: { ...outcome, ...more } });
  return standing({ edition: decided, decided });
};
const changed: ChangedSince = {
  inResults: true,
  keyAreas: ['Engaging councillors', 'Working with partners'],
  by: { id: 't', displayName: 'Tom Okafor' },
  // Just before midnight by UTC, and past it in England.
  at: '2027-06-30T23:30:00Z',
};

test.each<[string, CommitteeStanding | null]>([
  ['', null],
  [
    'Cleared for the committee by Grace Hill, Monitoring officer, on 20 February 2027.',
    standing({ edition: edition({ outcome: null }), decided: null }),
  ],
  ['Noted by Audit Committee on 3 March 2027. Minute 12.', standing()],
  [
    'Recommended to Full Council by Audit Committee on 3 March 2027. This is a draft until the minutes are confirmed.',
    decidedAs({ decision: 'recommended', recommendedTo: 'Full Council', minute: '', minutesConfirmed: false }),
  ],
  [
    'Referred back by Audit Committee on 3 March 2027. Minute 12. Call-in: Called in by three members.',
    decidedAs({ decision: 'referred-back', callIn: 'Called in by three members.' }),
  ],
  [
    'Edition 2. Cleared for the committee by Grace Hill, Monitoring officer, on 20 February 2027. The edition before: Noted by Audit Committee on 3 March 2027. Minute 12.',
    standing({ edition: edition({ number: 2, outcome: null }) }),
  ],
])('%s', (words, where) => {
  expect(committeeInWords(where)).toBe(words);
});

test.each<[string, CommitteeStanding | null]>([
  ['', null],
  ['', standing()],
  [
    'Changed since noted, by Tom Okafor, on 1 July 2027. What councillors read is no longer what the committee had: Engaging councillors and Working with partners.',
    standing({ changed }),
  ],
  [
    'Changed since cleared. Councillors still read what the committee had. What officers recorded differs: Engaging councillors.',
    standing({
      edition: edition({ outcome: null }),
      changed: { inResults: false, keyAreas: ['Engaging councillors'], by: null, at: null },
    }),
  ],
  [
    'What was kept when this was noted has been altered, so nobody can tell whether the result changed since.',
    standing({ intact: false }),
  ],
])('what changed: %s', (words, where) => {
  expect(changedInWords(where)).toBe(words);
});

test('a sharing after that says so, by the day of the committee or, before it decided, of the clearing', () => {
  expect(sharedAgainInWords(null)).toBe('');
  expect(sharedAgainInWords(standing({ changed }))).toBe('Shared again since it was noted on 3 March 2027.');
  expect(sharedAgainInWords(standing({ edition: edition({ outcome: null }) }))).toBe(
    'Shared again since it was cleared for the committee on 20 February 2027.',
  );
});
