// Meetings of 2 to 300 people: how soon a change is seen, and what it costs.
import { type Figure, type Measure, median, quantile } from './figures';
import { type Held, hold, type Size } from './meeting';

/** How many people, and how much faster than the machine's their clock runs. The more people, the longer the looks are apart. */
const sizes = [
  { people: 2, speed: 8 },
  { people: 12, speed: 8 },
  { people: 30, speed: 8 },
  { people: 100, speed: 8 },
  { people: 300, speed: 10 },
] as const;

/** What the product may add of its own, at the 95th percentile (milliseconds). */
const mostOverhead = 20;
/** Resource units a minute that looking shares, of the smallest tenant's 1,250. */
const share = 750;
const tail = 0.95;

/** A meeting and, where the lists tell of changes, the interval without that. */
function figuresOf({ people, speed, sockets }: Size, held: Held, interval: number): readonly Figure[] {
  const { followed, answering, idle, refusals } = held;
  const { saveToSeen, arrivalToSeen, saveToLeaving, unseen } = followed;
  const times = (part: number) => (quantile(saveToSeen, part) * speed) / interval;
  const most = (units: readonly number[]) => Math.max(0, ...units);
  const each = (units: readonly number[]) => median(units) / people;
  const who = `${people} people${sockets === 'on' ? ', told by the list' : ''}`;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return [
    {
      what: `${who}: save to seen, middle`,
      value: times(0.5),
      unit: '×',
      detail: `of a polling interval of ${seconds(interval)}; ${saveToSeen.length} sightings, ${unseen} missed; clock × ${speed}`,
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
      detail: `middle ${median(arrivalToSeen).toFixed(1)} ms`,
    },
    {
      what: `${who}: save to leaving, 95th percentile`,
      value: quantile(saveToLeaving, tail),
      unit: 'ms',
      most: mostOverhead,
      detail: `middle ${median(saveToLeaving).toFixed(1)} ms`,
    },
    { what: `${who}: a person's minute, answering`, value: each(answering), unit: 'units' },
    { what: `${who}: a person's minute, idle`, value: each(idle), unit: 'units' },
    {
      what: `${who}: all together, answering`,
      value: most(answering),
      unit: 'units a minute',
      most: share,
      detail: `minutes: ${answering.join(', ')}`,
    },
    { what: `${who}: all together, idle`, value: most(idle), unit: 'units a minute', most: share },
    { what: `${who}: refused for want of units`, value: refusals, unit: 'refusals', most: 0 },
  ];
}

export const meetings: Measure = {
  name: 'meetings',
  title: 'Meetings: a change from save to seen, and what it costs',
  async run(tell) {
    const figures: Figure[] = [];
    for (const { people, speed } of sizes) {
      const looking: Size = { people, speed, sockets: 'off' };
      const held = await hold(looking, tell);
      figures.push(...figuresOf(looking, held, held.interval));
      const told: Size = { people, speed, sockets: 'on' };
      figures.push(...figuresOf(told, await hold(told, tell), held.interval));
    }
    return figures;
  },
};
