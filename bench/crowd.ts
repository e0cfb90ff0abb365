// The people of a meeting who are not measured: the same product, in a process of their own, keeping what they have in memory.
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import * as z from 'zod';
import type { Person } from '../src/base/person';
import { keys } from '../src/sharepoint/records';
import { type Beside, ordersHere, startBeside } from './beside';
import { clockShape, pass, timeOf } from './clock';
import { answerAs, keyAreaAt } from './meetingAnswers';
import { arrive, type Participant } from './participant';
import { type Reach, reach } from './reach';

/** Everybody saves an answer about twice in five minutes. */
const betweenSaves = 150_000;
/** So many come at the same time. */
const arrivingTogether = 10;

const orders = z.object({
  origin: z.string(),
  clock: clockShape,
  people: z.array(z.object({ id: z.string(), displayName: z.string() })),
});
const answering = z.object({ assessmentId: z.string(), duration: z.number() });
type Answering = z.infer<typeof answering>;

/** Comes, says so, answers when told, and goes when whoever started it is gone. */
export async function beCrowd(): Promise<void> {
  const { origin, clock, people } = orders.parse(ordersHere());
  const crowd = await arriveAll(reach(origin, clock), people, 'memory');
  process.on('message', (message) => {
    const order = answering.parse(message);
    for (const participant of crowd) {
      saveNowAndThen(participant, order).catch((error: unknown) => console.error(error));
    }
  });
  process.send?.({ here: crowd.length });
  await once(process, 'disconnect');
  for (const participant of crowd) participant.leave();
}

/** Brings a crowd in; resolves when all of it is there. */
export const crowdBeside = ({ origin, clock }: Reach, people: readonly Person[]): Promise<Beside> =>
  startBeside('crowd', { origin, clock, people });

/** Lets a crowd answer for so long, in the clock's milliseconds. */
export const letAnswer = (crowd: Beside, order: Answering): void => crowd.tell(order);

/** Some people open the product, a few at a time; their pages can be seen. */
export async function arriveAll(
  to: Reach,
  people: readonly Person[],
  keeps: 'indexed-database' | 'memory',
): Promise<readonly Participant[]> {
  const there: Participant[] = [];
  for (let from = 0; from < people.length; from += arrivingTogether) {
    const group = people
      .slice(from, from + arrivingTogether)
      .map((person) => arrive(to, person, { keeps, visible: true }));
    there.push(...(await Promise.all(group)));
  }
  return there;
}

/** Saves answers at moments of its own. */
export async function saveNowAndThen(participant: Participant, { assessmentId, duration }: Answering): Promise<void> {
  const { clock, person, work } = participant;
  const until = timeOf(clock).getTime() + duration;
  for (let nth = 0; ; nth += 1) {
    const wait = randomInt(betweenSaves * 2);
    if (timeOf(clock).getTime() + wait >= until) return;
    await pass(clock, wait);
    const keyAreaId = keyAreaAt(nth);
    await work.replica.put(
      'workings',
      keys.response(assessmentId, keyAreaId, person.id),
      answerAs(person, assessmentId, keyAreaId, `save ${nth}.`),
    );
  }
}
