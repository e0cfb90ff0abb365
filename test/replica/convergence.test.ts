/**
 * Whatever goes wrong on the way: once it stops, every device and the lists say the same, and no word is lost, doubled or written over
 * in silence. SCHEDULES sets how many schedules are played; SEED and PATH_OF_SEED repeat a failure that was reported with them.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import fc from 'fast-check';
import { openWorld, play, schedules, type World } from './schedules';

const { SCHEDULES, SEED, PATH_OF_SEED } = process.env;
const numRuns = Number(SCHEDULES ?? 250);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test(
  `${numRuns} schedules of three devices and every kind of fault`,
  async () => {
    await fc.assert(
      fc.asyncProperty(schedules, (schedule) => play(world, schedule)),
      {
        numRuns,
        ...(SEED === undefined ? {} : { seed: Number(SEED) }),
        ...(PATH_OF_SEED === undefined ? {} : { path: PATH_OF_SEED }),
      },
    );
  },
  Math.max(300_000, numRuns * 4_000),
);
