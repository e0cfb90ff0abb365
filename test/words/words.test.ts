// Days, times and numbers in words: London's days, also where they differ from UTC's.
import { dayInWords, inWords, londonDay, momentInWords, plural, timeInWords } from '../../src/words';

describe('days and times', () => {
  it.each([
    ['winter', '2026-11-22T10:32:00Z', '10:32', '2026-11-22'],
    ['British Summer Time is an hour ahead', '2026-07-01T10:32:00Z', '11:32', '2026-07-01'],
    ['late evening in summer is the next day', '2026-07-01T23:30:00Z', '00:30', '2026-07-02'],
    ['the hour before the clocks go back', '2026-10-25T00:30:00Z', '01:30', '2026-10-25'],
    ['the hour after the clocks went back', '2026-10-25T01:30:00Z', '01:30', '2026-10-25'],
    ['midnight has no hour 24', '2026-01-01T00:00:00Z', '00:00', '2026-01-01'],
  ])('%s', (_, moment, time, day) => {
    expect(timeInWords(moment)).toBe(time);
    expect(londonDay(new Date(moment))).toBe(day);
  });

  it('writes a day out', () => {
    expect(dayInWords('2026-11-22')).toBe('22 November 2026');
    expect(dayInWords('2026-03-29')).toBe('29 March 2026');
  });

  it('gives back what is no day, so that nothing read is lost', () => {
    expect(dayInWords('soon')).toBe('soon');
  });

  it('leaves out the day for a moment of today in London', () => {
    const now = new Date('2026-07-01T23:30:00Z');
    expect(momentInWords('2026-07-01T23:10:00Z', now)).toBe('00:10');
    expect(momentInWords('2026-07-01T22:10:00Z', now)).toBe('1 July 2026 at 23:10');
  });
});

describe('numbers and lists', () => {
  it.each([
    [0, '0 people'],
    [1, '1 person'],
    [2, '2 people'],
  ])('%i', (count, said) => {
    expect(plural(count, 'person', 'people')).toBe(said);
  });

  it('joins names as English does', () => {
    expect(inWords([])).toBe('');
    expect(inWords(['Priya'])).toBe('Priya');
    expect(inWords(['Priya', 'Tom', 'Aisha'])).toBe('Priya, Tom and Aisha');
  });
});
