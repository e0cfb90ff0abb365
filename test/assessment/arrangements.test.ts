// What is told, when it is quiet and when publicity is restricted.
import fc from 'fast-check';
import {
  type Arrangements,
  audienceOf,
  checkPeriod,
  isQuiet,
  isTold,
  messageEvents,
  preElectionAt,
  usualArrangements,
} from '../../src/assessment';
import { isWeekend, londonDay, timeInWords } from '../../src/words';

const at = (moment: string): Date => new Date(moment);
const quietFrom = (from: string, to: string, weekends = false) => ({ quiet: { from, to, weekends } });

test('usually the opening and the sharing are told, and nothing else', () => {
  expect(messageEvents.filter((event) => isTold(event, usualArrangements))).toEqual(['opened', 'shared']);
});

test('a switch counts for its own event, on or off', () => {
  const tell = { shared: false, agreed: true };
  expect(messageEvents.filter((event) => isTold(event, { tell }))).toEqual(['opened', 'agreed']);
});

test('a question goes to facilitators, what is waited for to those who have not answered; the channel is told neither', () => {
  const toOthers = (actionsTo: 'channel' | 'owners') =>
    messageEvents.filter((event) => audienceOf(event, { actionsTo }) !== 'channel');
  expect(toOthers('channel')).toEqual(['waiting', 'question']);
  expect(toOthers('owners')).toEqual(['waiting', 'question', 'due-soon', 'overdue']);
});

test.each([
  ['22:00', '07:00', '2026-11-23T21:59:00Z', false],
  ['22:00', '07:00', '2026-11-23T22:00:00Z', true],
  ['22:00', '07:00', '2026-11-24T06:59:00Z', true],
  ['22:00', '07:00', '2026-11-24T07:00:00Z', false],
  // In summer the clocks are an hour ahead of UTC.
  ['22:00', '07:00', '2026-07-01T20:59:00Z', false],
  ['22:00', '07:00', '2026-07-01T21:00:00Z', true],
  ['22:00', '07:00', '2026-07-02T06:00:00Z', false],
  // The night the clocks go back has 01:30 twice, and the one they go forward has it not at all.
  ['01:15', '01:45', '2026-10-25T00:30:00Z', true],
  ['01:15', '01:45', '2026-10-25T01:30:00Z', true],
  ['01:15', '01:45', '2026-03-29T00:59:00Z', false],
  ['01:15', '01:45', '2026-03-29T01:00:00Z', false],
  ['12:00', '13:00', '2026-11-23T12:30:00Z', true],
  ['12:00', '13:00', '2026-11-23T13:00:00Z', false],
  ['09:00', '09:00', '2026-11-23T09:00:00Z', false],
] as const)('quiet from %s to %s: at %s it is %s', (from, to, moment, quiet) => {
  expect(isQuiet(quietFrom(from, to), at(moment))).toBe(quiet);
});

test.each([
  ['Friday night', '2026-11-20T23:59:00Z', false],
  ['Saturday', '2026-11-21T00:00:00Z', true],
  ['Sunday night', '2026-11-22T23:59:00Z', true],
  ['Monday', '2026-11-23T00:00:00Z', false],
  ['Friday by UTC and Saturday in England', '2026-07-03T23:30:00Z', true],
  ['Sunday by UTC and Monday in England', '2026-07-05T23:30:00Z', false],
])('quiet weekends: %s', (_, moment, quiet) => {
  expect(isQuiet(quietFrom('12:00', '12:01', true), at(moment))).toBe(quiet);
});

const moment = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2028-12-31T23:59:59Z'), noInvalidDate: true });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test('turned round, hours are quiet exactly where they were not', () => {
  fc.assert(
    fc.property(time, time, moment, (from, to, now) => {
      fc.pre(from !== to);
      expect(isQuiet(quietFrom(from, to), now)).toBe(!isQuiet(quietFrom(to, from), now));
    }),
  );
});

test('it is quiet when the clocks in England show a quiet time, whatever day of the year', () => {
  fc.assert(
    fc.property(time, time, fc.boolean(), moment, (from, to, weekends, now) => {
      const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      const length = (minutes(to) - minutes(from) + 24 * 60) % (24 * 60);
      const since = (minutes(timeInWords(now.toISOString())) - minutes(from) + 24 * 60) % (24 * 60);
      const quiet = since < length || (weekends && isWeekend(londonDay(now)));
      expect(isQuiet(quietFrom(from, to, weekends), now)).toBe(quiet);
    }),
  );
});

test('nothing is quiet where nothing was arranged', () => {
  fc.assert(fc.property(moment, (now) => expect(isQuiet(usualArrangements, now)).toBe(false)));
});

const period = (from: string, to: string, name = 'Local elections') => ({ name, from, to });

test('a pre-election period counts from its first day to its last', () => {
  const arranged: Pick<Arrangements, 'preElection'> = { preElection: [period('2027-03-22', '2027-05-06')] };
  const [during] = arranged.preElection;
  for (const day of ['2027-03-22', '2027-04-01', '2027-05-06']) expect(preElectionAt(arranged, day)).toBe(during);
  for (const day of ['2027-03-21', '2027-05-07']) expect(preElectionAt(arranged, day)).toBeNull();
});

test('where two periods meet, the one that lasts longer is named, in whatever order they were noted', () => {
  const [first, second] = [period('2027-03-22', '2027-05-06'), period('2027-04-10', '2027-06-01', 'General election')];
  for (const preElection of [
    [first, second],
    [second, first],
  ])
    expect(preElectionAt({ preElection }, '2027-04-20')).toBe(second);
});

test('a period needs a name and two real days in their order', () => {
  expect(checkPeriod(period('2027-03-22', '2027-03-22'))).toEqual([]);
  expect(checkPeriod(period('', '2027-02-30', ' '))).toEqual([
    { field: 'name', kind: 'missing' },
    { field: 'from', kind: 'no-day' },
    { field: 'to', kind: 'no-day' },
  ]);
  expect(checkPeriod(period('2027-03-22', '2027-03-21', 'x'.repeat(201)))).toEqual([
    { field: 'name', kind: 'too-long' },
    { field: 'to', kind: 'before-it-begins' },
  ]);
});
