// A worker that dies between any two steps: whatever it had begun is said once, or stands as something that may have been said.
import { londonDay } from '../../src/words';
import { personOf } from '../sharepoint/tenant';
import { general, openWorkerCouncil, tellAll, type WorkerCouncil } from './council';
import { microsoftAt } from './microsoft';

// A run for each call that a run makes.
jest.setTimeout(240_000);

let council: WorkerCouncil;
beforeEach(async () => {
  council = await openWorkerCouncil();
});
afterEach(() => council.close());

/** A machine whose network carries so many calls. The next one still arrives or not, and after it nothing runs any more. */
function machineWith(
  calls: number,
  lastArrives: boolean,
): { readonly network: typeof fetch; readonly died: () => boolean } {
  const network = microsoftAt(council.tenant);
  let left = calls;
  return {
    died: () => left < 0,
    network: async (input, init) => {
      left -= 1;
      if (left >= 0) return network(input, init);
      if (left === -1 && lastArrives) await network(input, init);
      throw new Error('The machine stopped.');
    },
  };
}

/** Runs it until the machine stops; gives whether it came to its end before. */
async function runUntil(command: 'remind' | 'digest', calls: number, lastArrives: boolean): Promise<boolean> {
  const machine = machineWith(calls, lastArrives);
  try {
    await council.work({ command, fetch: machine.network });
  } catch (error) {
    if (!machine.died()) throw error;
  }
  return !machine.died();
}

const lease = 180_000;
/** More calls than any run here takes. */
const most = 60;

describe.each([
  ['before a call leaves', false],
  ['after a call arrived', true],
])('a worker that dies %s', (_, lastArrives) => {
  test('never has anybody reminded twice, nor the channel told twice, and nothing is lost unsaid', async () => {
    let ended = false;
    for (let calls = 0; !ended; calls += 1) {
      expect(calls).toBeLessThan(most);
      // A council of its own each time: nobody is reminded twice a day, whatever waits for them.
      await council.close();
      council = await openWorkerCouncil();
      await council.arrange(general, { ...tellAll, tell: { waiting: true, overdue: true } });
      const only = { ...personOf('priya'), takingPart: true };
      const assessment = await council.opened({ participants: [only] });
      const action = await council.action(assessment);
      ended = await runUntil('remind', calls, lastArrives);
      council.pass(lease);
      await council.work();
      const about = (text: string): boolean => decodeURIComponent(text).includes(assessment.id);
      const cards = (await council.cards()).filter(about).length;
      const lines = (await council.feed('priya')).filter(({ webUrl }) => about(webUrl)).length;
      const states = (await council.messages()).filter(({ assessmentId }) => assessmentId === assessment.id);
      const stateOf = (occasion: string) => states.find((row) => row.occasion === occasion)?.state ?? 'none';
      const waiting = stateOf(`${only.id}:${londonDay(council.environment.now())}`);
      const overdue = stateOf(`${action.id}:${action.due}`);
      // Said and noted once; or begun, and then at most once.
      const fair = (count: number, state: string): boolean =>
        state === 'posted' ? count === 1 : ['posting', 'perhaps-posted'].includes(state) && count <= 1;
      expect([calls, lines, waiting, fair(lines, waiting)]).toEqual([calls, lines, waiting, true]);
      expect([calls, cards, overdue, fair(cards, overdue)]).toEqual([calls, cards, overdue, true]);
    }
  });

  test('never has two digests of a day', async () => {
    await council.arrange(general, { ...tellAll, tell: { overdue: true } });
    await council.action(await council.opened());
    let ended = false;
    for (let calls = 0; !ended; calls += 1) {
      expect(calls).toBeLessThan(most);
      const before = (await council.cards()).length;
      ended = await runUntil('digest', calls, lastArrives);
      council.pass(lease);
      await council.work({ command: 'digest' });
      const cards = (await council.cards()).length - before;
      const digests = (await council.messages()).filter(({ event }) => event === 'digest');
      expect([calls, cards <= 1]).toEqual([calls, true]);
      // Each day has its row, and no row was ever written twice as said.
      expect(digests.length).toBeLessThanOrEqual(calls + 1);
      // Another day.
      council.pass(24 * 3_600_000 - lease);
    }
  });
});
