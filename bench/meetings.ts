// Meetings of 2 to 300 people: how soon a change is seen, and what it costs.
import { type Figure, type Measure, median, quantile } from './figures';
import { type Held, hold } from './meeting';

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

function figuresOf({ people, speed, interval, followed, answering, idle, refusals }: Held): readonly Figure[] {
  const { saveToSeen, arrivalToSeen, saveToLeaving, unseen } = followed;
  const times = (part: number) => (quantile(saveToSeen, part) * speed) / interval;
  const most = (units: readonly number[]) => Math.max(0, ...units);
  const each = (units: readonly number[]) => median(units) / people;
  const who = `${people} people`;
  const minutes = (units: readonly number[]) => `minutes: ${units.join(', ')}`;
  return [
    {
      what: `${who}: save to seen, middle, of a polling interval`,
      value: times(0.5),
      unit: '×',
      detail: `interval ${(interval / 1000).toFixed(1)} s; ${saveToSeen.length} sightings${unseen > 0 ? `, ${unseen} unseen` : ''}; clock × ${speed}`,
    },
    { what: `${who}: save to seen, 95th percentile`, value: times(tail), unit: '×' },
    {
      what: `${who}: from arrival to the screen, 95th percentile`,
      value: quantile(arrivalToSeen, tail),
      unit: 'ms',
      most: mostOverhead,
    },
    {
      what: `${who}: from saving to leaving, 95th percentile`,
      value: quantile(saveToLeaving, tail),
      unit: 'ms',
      most: mostOverhead,
    },
    { what: `${who}: a participant's minute, answering`, value: each(answering), unit: 'units' },
    { what: `${who}: a participant's minute, idle`, value: each(idle), unit: 'units' },
    {
      what: `${who}: everybody, the dearest minute of answering`,
      value: most(answering),
      unit: 'units a minute',
      most: share,
      detail: minutes(answering),
    },
    { what: `${who}: everybody, the dearest idle minute`, value: most(idle), unit: 'units a minute', most: share },
    { what: `${who}: refused for want of units`, value: refusals, unit: 'refusals', most: 0 },
  ];
}

export const meetings: Measure = {
  name: 'meetings',
  title: 'Meetings: a change from save to seen, and what it costs',
  async run(tell) {
    const figures: Figure[] = [];
    for (const { people, speed } of sizes) figures.push(...figuresOf(await hold(people, speed, tell)));
    return figures;
  },
};
