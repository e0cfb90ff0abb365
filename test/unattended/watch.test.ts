// Watching: says what becomes due while it runs, asks only for what changed, and ends when it is told to, after what it has begun.
import { exitCodes } from '../../src/unattended/exitCode';
import { firstArea } from '../assessment/examples';
import { general, openWorkerCouncil, tellAll, type WorkerCouncil } from './council';

let council: WorkerCouncil;
beforeEach(async () => {
  council = await openWorkerCouncil();
  await council.arrange(general, { ...tellAll, tell: { agreed: true, overdue: true } });
});
afterEach(() => council.close());

/** Watches; `onSaid` is told how many messages were said so far. */
function watching(onSaid: (count: number, stop: () => void) => void) {
  const stop = new AbortController();
  let said = 0;
  return council.work({
    command: 'watch',
    stopping: stop.signal,
    hear: ({ event }) => {
      if (event === 'said') {
        said += 1;
        onSaid(said, () => stop.abort());
      }
    },
  });
}

test('a step is told once its head start is over, and what comes while it runs is told too, by the changes alone', async () => {
  const assessment = await council.opened();
  await council.action(assessment);
  const agreement = {
    level: 3,
    reason: 'All say so',
    at: '2026-11-25T10:00:00.000Z',
    by: { id: 'p', displayName: '' },
  } as const;
  const ran = await watching((count, stop) => {
    if (count === 2) return stop();
    // The first is said: now somebody agrees a level.
    council.area(assessment, { keyAreaId: firstArea, phase: 'agreed', agreement }).then(
      () => council.pass(11 * 60_000),
      () => stop(),
    );
  });
  expect(ran.exitCode).toBe(exitCodes.done);
  expect(ran.events.slice(-2)).toEqual(['stopping', 'finished']);
  expect(await council.cards()).toEqual([expect.stringContaining('Agreed'), expect.stringContaining('overdue')]);
  // The lists were read whole once; from then on only changes were asked for.
  const whole = council.tenant.exchanges().filter(({ path }) => path.includes('$top=999'));
  expect(whole.map(({ path }) => path)).toHaveLength(4);
});

test('told to end, it finishes the message it is at and begins no other', async () => {
  for (let nth = 0; nth < 4; nth += 1) await council.action(await council.opened());
  const ran = await watching((_, stop) => stop());
  expect(ran.events.filter((event) => event === 'said')).toHaveLength(1);
  expect(await council.cards()).toHaveLength(1);
  expect((await council.messages()).map(({ state }) => state)).toEqual(['posted']);
});

test('a site that cannot be read now is read again with the next look', async () => {
  await council.action(await council.opened());
  await council.faults({ path: '/items', count: 3, happens: { kind: 'status', status: 500 } });
  const ran = await watching((_, stop) => stop());
  expect(ran.events.filter((event) => event === 'site-failed').length).toBeGreaterThan(0);
  expect(ran.exitCode).toBe(exitCodes.done);
  expect(await council.cards()).toHaveLength(1);
});

test('a list whose changes cannot be told any more is read anew', async () => {
  await council.action(await council.opened());
  const ran = await watching((count, stop) => {
    if (count === 2) return stop();
    council
      .faults({ path: '/items/delta', count: 1, happens: { kind: 'delta-gone' } })
      .then(() => council.opened())
      .then((assessment) => council.action(assessment))
      .catch(() => stop());
  });
  expect(ran.exitCode).toBe(exitCodes.done);
  expect(await council.cards()).toHaveLength(2);
});
