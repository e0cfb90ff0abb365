// What two versions of a record say, in words: of what is arranged, and of an edition.
import { type Arrangements, usualArrangements } from '../../../src/assessment';
import { asText, differences } from '../../../src/ui/unsaved/fields';

test('two versions of what is arranged are told apart by what is told, the quiet hours and the periods', () => {
  const theirs: Arrangements = {
    tell: { shared: false, overdue: true },
    actionsTo: 'owners',
    quiet: { from: '18:00', to: '08:00', weekends: true },
    preElection: [{ name: 'Local elections', from: '2027-03-22', to: '2027-05-06' }],
  };
  const found = differences(
    { kind: 'arrangements', arrangements: usualArrangements },
    { kind: 'arrangements', arrangements: theirs },
  );
  expect(found).toEqual([
    {
      label: 'What is told',
      left: 'An assessment is opened\nThe result is shared with councillors',
      right: 'An assessment is opened\nAn action is overdue',
    },
    { label: 'Tell of actions only whoever does them', left: '', right: 'Yes' },
    { label: 'Quiet hours', left: '', right: 'From 18:00 to 08:00, and all weekend' },
    { label: 'Pre-election periods', left: '', right: 'Local elections: 22 March 2027 to 6 May 2027' },
  ]);
});

test('an edition reads as what became of it', () => {
  const edition = {
    assessmentId: 'a',
    number: 1,
    clearing: { name: 'Grace Hill', post: 'Monitoring officer', on: '2027-02-20' },
    outcome: null,
    snapshot: { text: '{}', digest: '', at: '2027-02-20T10:00:00Z' },
  };
  expect(asText({ kind: 'edition', edition })).toBe(
    'Clearing and committee: Cleared for the committee by Grace Hill, Monitoring officer, on 20 February 2027.',
  );
});
