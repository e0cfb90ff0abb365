// A live query tells every answer, in order, however quickly changes follow one another.
import { watch } from '../../src/replica/watching';
import { until } from './fakes';

/** A query that is answered only when told, with what was true when it was asked. */
function watched() {
  let now = 0;
  let tell = (): void => undefined;
  const asked: { readonly answer: () => void; readonly refuse: (error: unknown) => void }[] = [];
  const told: number[] = [];
  const failures: unknown[] = [];
  const stop = watch(
    (listener) => {
      tell = listener;
      return () => undefined;
    },
    () => {
      const read = now;
      return new Promise<number>((resolve, refuse) => asked.push({ answer: () => resolve(read), refuse }));
    },
    (answer) => told.push(answer),
    (error) => failures.push(error),
  );
  return {
    asked,
    told,
    failures,
    stop,
    change(): void {
      now += 1;
      tell();
    },
    /** Answers the newest question, and waits for the next one. */
    async answerAndAskAgain(): Promise<void> {
      const count = asked.length;
      asked.at(-1)?.answer();
      await until('it asks again', () => asked.length > count);
    },
  };
}

test('a change during every reading keeps no reading back, and none is older than the one before', async () => {
  const query = watched();
  for (let round = 0; round < 5; round += 1) {
    query.change();
    await query.answerAndAskAgain();
  }
  expect(query.told).toEqual([0, 1, 2, 3, 4]);
});

test('one question at a time: many changes during one lead to a single further one, which tells the newest', async () => {
  const query = watched();
  for (let more = 0; more < 3; more += 1) query.change();
  expect(query.asked).toHaveLength(1);
  await query.answerAndAskAgain();
  query.asked.at(-1)?.answer();
  await until('the newest is told', () => query.told.at(-1) === 3);
  expect(query.asked).toHaveLength(2);
});

test('a reading that fails is told as that, and the next change is read all the same', async () => {
  const query = watched();
  query.asked.at(-1)?.refuse('broken');
  await until('it says so', () => query.failures.length === 1);
  query.change();
  await until('it asks again', () => query.asked.length === 2);
  query.asked.at(-1)?.answer();
  await until('it is told', () => query.told.length === 1);
  expect(query.failures).toEqual(['broken']);
});

test('once stopped, nothing is told and nothing asked any more', async () => {
  const query = watched();
  query.stop();
  query.asked.at(-1)?.answer();
  query.change();
  await new Promise((resolve) => setImmediate(resolve));
  expect(query.told).toEqual([]);
  expect(query.asked).toHaveLength(1);
});
