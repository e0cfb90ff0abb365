/**
 * Opening the product costs the same whatever lies behind the council: ten past assessments or hundreds.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import * as z from 'zod';
import { closeAssessment } from '../../src/commands/finish';
import { readPrevious } from '../../src/commands/history';
import { readView } from '../../src/commands/view';
import { listDefinitions } from '../../src/sharepoint/lists';
import { homeKey, keys, listNames } from '../../src/sharepoint/records';
import { type Cost, costOf } from '../scale/cost';
import { addYearsOfPast, newFolder } from '../scale/yearsOfPast';
import { must } from '../sharepoint/tenant';
import { type Council, type Device, openCouncil, opened, sent, until } from './people';

/** After 300, three of the lists are beyond SharePoint's threshold of 5,000 items; `npm run bench` goes to 1,000. */
const [few, many] = [10, 300];

/** A council with so many past assessments, and what was found out there. */
interface Years {
  readonly council: Council;
  readonly remove: () => void;
  readonly past: readonly string[];
}
const years = new Map<number, Years>();

beforeAll(async () => {
  for (const howMany of [few, many]) {
    const { directory, remove } = newFolder();
    const council = await openCouncil(directory);
    years.set(howMany, { council, remove, past: await addYearsOfPast(directory, council.place, howMany) });
  }
});
afterEach(async () => {
  for (const { council } of years.values()) await council.leave();
});
afterAll(async () => {
  for (const { council, remove } of years.values()) {
    await council.end();
    remove();
  }
});

function after(howMany: number): Years {
  const found = years.get(howMany);
  if (!found) throw new Error(`No council was prepared with ${howMany} past assessments`);
  return found;
}

const logged = z.array(z.object({ resourceUnits: z.number() }));

/** What work costs, by the sandbox's own count. */
async function costing(council: Council, work: () => Promise<unknown>): Promise<Cost> {
  const log = async () => logged.parse(await council.tenant.control('GET', '/requests'));
  const [exchangesBefore, logBefore] = [council.tenant.exchanges().length, (await log()).length];
  await work();
  const units = (await log()).slice(logBefore).reduce((sum, { resourceUnits }) => sum + resourceUnits, 0);
  return costOf(council.tenant.exchanges().slice(exchangesBefore), units);
}

/** Opens the product for somebody, until this device is in step. */
async function openProduct(council: Council, slug: 'priya' | 'aisha'): Promise<Device> {
  const device = await council.arrive(slug);
  expect(device.work.replica.standing().kind).toBe('in-step');
  return device;
}

const knowsLatest = (device: Device, id: string) =>
  until(
    device,
    'it knows where history begins',
    () => device.work.replica.one('workings', keys.latest(homeKey(device.work.home))),
    (row) => row?.record.kind === 'latest' && row.record.assessmentId === id,
  );

test('with nothing open, opening the product costs the same after 10 and after 300 assessments, and reads none of their rows', async () => {
  const costs: Cost[] = [];
  for (const howMany of [few, many]) {
    const { council } = after(howMany);
    costs.push(await costing(council, () => openProduct(council, 'aisha')));
  }
  expect(costs[1]).toEqual(costs[0]);
  // The one row is the lists' own settings.
  expect(costs[0]).toMatchObject({ rows: 1, refused: [] });
});

test('with one open, it costs the same for whoever answers, and only that one is read', async () => {
  const costs: Cost[] = [];
  for (const howMany of [few, many]) {
    const { council, past } = after(howMany);
    const priya = await council.arrive('priya');
    const id = await opened(priya);
    await knowsLatest(priya, id);
    await sent(priya);
    await council.leave();
    costs.push(
      await costing(council, async () => {
        const aisha = await openProduct(council, 'aisha');
        expect((await readView(aisha.work, id))?.summary.keyAreas).toHaveLength(4);
        for (const list of listNames) expect(await aisha.work.replica.all(list, past.at(-1) ?? '')).toEqual([]);
      }),
    );
    // And for whoever opened it, whose device sees to where history begins.
    costs.push(await costing(council, async () => knowsLatest(await openProduct(council, 'priya'), id)));
    const device = await council.arrive('priya');
    must(await closeAssessment(device.work, id));
    await sent(device);
  }
  const [aishaFew, priyaFew, aishaMany, priyaMany] = costs;
  expect(aishaMany).toEqual(aishaFew);
  expect(priyaMany).toEqual(priyaFew);
  expect([aishaFew?.refused, priyaFew?.refused]).toEqual([[], []]);
});

test('history is read only when somebody asks, and asking costs the same', async () => {
  const costs: Cost[] = [];
  for (const howMany of [few, many]) {
    const { council } = after(howMany);
    const aisha = await council.arrive('aisha');
    costs.push(
      await costing(council, async () =>
        expect(must(await readPrevious(aisha.work)).map(({ earlier }) => earlier.length)).toEqual([4, 4, 4, 4, 4]),
      ),
    );
  }
  expect(costs[1]).toEqual(costs[0]);
  expect(costs[0]?.refused).toEqual([]);
});

test('nothing was ever asked by a column without an index, and nothing met the threshold of 5,000', () => {
  const indexed = new Set(
    listDefinitions.flatMap(({ columns }) => columns.filter((column) => column.indexed).map((column) => column.name)),
  );
  const exchanges = [few, many].flatMap((howMany) => after(howMany).council.tenant.exchanges());
  const filters = exchanges.flatMap(({ path }) => new URL(path, 'http://graph.example').searchParams.getAll('$filter'));
  expect(filters.length).toBeGreaterThan(0);
  for (const filter of filters) expect(indexed).toContain(/^fields\/(\w+) eq '[^']*'$/.exec(filter)?.[1]);
  expect(exchanges.filter(({ status }) => status === 422)).toEqual([]);
});
