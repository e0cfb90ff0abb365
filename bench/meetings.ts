// Meetings of 2 to 300 people: how soon a change is seen, and what it costs.
import { share } from './allowances';
import { type Figure, type Measure, median, quantile, sumOf } from './figures';
import { type Held, hold, type Size } from './meeting';

/** The clocks run ten times as fast as the machine's. Among twelve, what a longer silence costs is measured too. */
const sizes = [2, 12, 30, 100, 300].map((people) => ({ people, speed: 10, idleMinutes: people === 12 ? 5 : 1 }));

/** What the product may add of its own, at the 95th percentile (milliseconds). */
const mostOverhead = 20;
/** What was saved up may add a quarter of the share to one minute. */
const dearestMinute = share * 1.25;
const tail = 0.95;

/** A meeting and, where the lists tell of changes, the interval without that. */
function figuresOf({ people, speed, sockets }: Size, held: Held, interval: number): readonly Figure[] {
  const { followed, answering, idle, refusals, lateness } = held;
  const { saveToSeen, arrivalToSeen, saveToLeaving, unseen } = followed;
  const times = (part: number) => (quantile(saveToSeen, part) * speed) / interval;
  const mean = (units: readonly number[]) => sumOf(units) / units.length;
  const who = sockets === 'on' ? 'told by the list' : 'looking';
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return [
    {
      what: `${who}: save to seen, middle`,
      value: times(0.5),
      unit: '×',
      detail: `of a polling interval of ${seconds(interval)}; ${saveToSeen.length} sightings, ${unseen} missed`,
    },
    {
      what: `${who}: save to seen, 95th percentile`,
      value: times(tail),
      unit: '×',
      detail: seconds(quantile(saveToSeen, tail) * speed),
    },
    {
      what: `${who}: arrival to screen, 95th percentile`,
      value: quantile(arrivalToSeen, tail),
      unit: 'ms',
      most: mostOverhead,
      detail: `middle ${median(arrivalToSeen).toFixed(1)} ms; timers were late by up to ${lateness.toFixed(1)} ms`,
    },
    {
      what: `${who}: save to leaving, 95th percentile`,
      value: quantile(saveToLeaving, tail),
      unit: 'ms',
      most: mostOverhead,
      detail: `middle ${median(saveToLeaving).toFixed(1)} ms`,
    },
    { what: `${who}: a person's minute, answering`, value: mean(answering) / people, unit: 'units' },
    {
      what: `${who}: a person's minute, idle`,
      value: (idle.at(-1) ?? 0) / people,
      unit: 'units',
      detail:
        idle.length > 1
          ? `the ${idle.length}th minute; from the first on: ${idle.join(', ')} together`
          : 'the first minute',
    },
    {
      what: `${who}: all ${people} together, answering`,
      value: mean(answering),
      unit: 'units a minute',
      most: share,
      detail: `minutes: ${answering.join(', ')}`,
    },
    { what: `${who}: all ${people} together, idle`, value: mean(idle), unit: 'units a minute', most: share },
    {
      what: `${who}: all ${people} together, the dearest minute`,
      value: Math.max(...answering, ...idle),
      unit: 'units a minute',
      most: dearestMinute,
    },
    { what: `${who}: refused for want of units`, value: refusals, unit: 'refusals', most: 0 },
  ];
}

/** One measure for each size: looking alone, and told by the list. */
export const meetings: readonly Measure[] = sizes.map((size) => ({
  name: `meeting-${size.people}`,
  title: `A meeting of ${size.people}: a change from save to seen, and what it costs (the clock runs ${size.speed} times as fast)`,
  async run(tell) {
    const looking: Size = { ...size, sockets: 'off' };
    const told: Size = { ...size, idleMinutes: 1, sockets: 'on' };
    const held = await hold(looking, tell);
    return [...figuresOf(looking, held, held.interval), ...figuresOf(told, await hold(told, tell), held.interval)];
  },
}));
