// What is arranged for a channel: usual until somebody changes it, the channel's own, and nobody's change is lost to another's.
import { type Arrangements, isTold, type MessageEvent, usualArrangements } from '../../src/assessment';
import {
  arrangementsHere,
  arrangementsKey,
  changeArrangements,
  readArrangements,
} from '../../src/commands/arrangements';
import { must } from '../sharepoint/tenant';
import { type Council, type Device, openCouncil, sent } from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const switched =
  (event: MessageEvent, on: boolean) =>
  (before: Arrangements): Arrangements => ({ ...before, tell: { ...before.tell, [event]: on } });

async function change(device: Device, how: (before: Arrangements) => Arrangements): Promise<void> {
  await changeArrangements(device.work, how);
  await sent(device);
}

test('it is as usual until somebody changes it; then others read it, and who changed it, and other channels do not', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const board = await council.arrive('priya', { channel: 'Commercial board' });
  expect(await readArrangements(priya.work)).toEqual(usualArrangements);
  await change(priya, switched('agreed', true));
  expect(isTold('agreed', await readArrangements(tom.work))).toBe(true);
  expect((await arrangementsHere(tom.work))?.lastModifiedBy?.id).toBe(priya.work.person.id);
  expect(await readArrangements(board.work)).toEqual(usualArrangements);
});

test('two people switch different things at once, and both count', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  await change(priya, (before) => ({ ...before, quiet: null }));
  await readArrangements(tom.work);
  tom.network.online = false;
  await changeArrangements(tom.work, switched('opened', false));
  await change(priya, switched('overdue', true));
  await change(priya, (before) => ({ ...before, quiet: { from: '18:00', to: '08:00', weekends: true } }));
  tom.reconnect();
  must(await tom.work.replica.confirmed('workings', arrangementsKey(tom.work)));
  const both = await readArrangements(tom.work);
  expect([isTold('overdue', both), isTold('opened', both), both.quiet?.from]).toEqual([true, false, '18:00']);
});
