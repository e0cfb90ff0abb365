// Delta: from any link, following to the end gives exactly what the list now holds.
import fc from 'fast-check';
import { type Call, makeList, type Row, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;
let now = Date.parse('2026-11-23T10:00:00Z');
let number = 0;

beforeAll(async () => {
  sandbox = await startForTest({ now: () => new Date(now) });
  priya = await sandbox.as('priya');
});
afterAll(() => sandbox.running.close());

const titleOf = ({ fields }: Pick<Row, 'fields'>): unknown => fields.Title ?? '';

const newList = (): Promise<string> => {
  number += 1;
  return makeList(priya, `Delta ${number}`);
};

/** Follows links to the end; the last word about an item counts. Answers the next delta link. */
async function follow(link: string, held: Map<string, unknown>): Promise<string> {
  const { body } = await priya('GET', link);
  for (const item of body.value) {
    if (item.deleted === undefined) held.set(item.id, titleOf(item));
    else held.delete(item.id);
  }
  const next = body['@odata.nextLink'];
  return next === undefined ? body['@odata.deltaLink'] : follow(next, held);
}

async function current(list: string): Promise<Map<string, unknown>> {
  const { body } = await priya('GET', `${list}/items?$expand=fields($select=Title)`);
  return new Map(body.value.map((item) => [item.id, titleOf(item)]));
}

test('whatever is written between two looks, and between two pages, is told', async () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ does: fc.constant('add' as const) }),
      fc.record({ does: fc.constant('change' as const), item: fc.nat(9) }),
      fc.record({ does: fc.constant('delete' as const), item: fc.nat(9) }),
      fc.record({ does: fc.constant('look' as const) }),
    ),
    { maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const list = await newList();
      const held = new Map<string, unknown>();
      let link = `${list}/items/delta?$top=2&$expand=fields($select=Title)`;
      for (const [index, step] of all.entries()) {
        if (step.does === 'add') await priya('POST', `${list}/items`, { fields: { Title: `v${index}` } });
        if (step.does === 'change') await priya('PATCH', `${list}/items/${step.item}/fields`, { Title: `v${index}` });
        if (step.does === 'delete') await priya('DELETE', `${list}/items/${step.item}`);
        if (step.does === 'look') {
          // One page only, so that changes fall between pages too.
          const { body } = await priya('GET', link);
          for (const item of body.value) {
            if (item.deleted === undefined) held.set(item.id, titleOf(item));
            else held.delete(item.id);
          }
          link = body['@odata.nextLink'] ?? body['@odata.deltaLink'];
        }
      }
      await follow(link, held);
      expect([...held].sort()).toEqual([...(await current(list))].sort());
    }),
    { numRuns: 25 },
  );
});

test('token=latest tells nothing but what comes after, and deleted items as such', async () => {
  const list = await newList();
  await priya('POST', `${list}/items`, { fields: { Title: 'old' } });
  const start = await priya('GET', `${list}/items/delta?token=latest&$expand=fields`);
  expect(start.body.value).toEqual([]);
  await priya('POST', `${list}/items`, { fields: { Title: 'new' } });
  await priya('DELETE', `${list}/items/1`);
  const { body } = await priya('GET', start.body['@odata.deltaLink']);
  expect(body.value).toMatchObject([
    { id: '2', fields: { Title: 'new' } },
    { id: '1', deleted: { state: 'deleted' } },
  ]);
  expect(body.value[1]).not.toHaveProperty('fields');
  expect((await priya('GET', body['@odata.deltaLink'])).body.value).toEqual([]);
  expect((await priya('GET', `${list}/items/delta(token='latest')`)).body.value).toEqual([]);
});

test('an unknown token, one of another list, and one too old are answered with 410 and a fresh start', async () => {
  const [list, other] = [await newList(), await newList()];
  const token = async (address: string): Promise<string> => {
    const link = (await priya('GET', `${address}/items/delta?token=latest`)).body['@odata.deltaLink'];
    return new URL(link).searchParams.get('token') ?? '';
  };
  const own = await token(list);
  await sandbox.own('POST', '/settings', { deltaTokenLifetimeSeconds: 60 });
  expect((await priya('GET', `${list}/items/delta?token=${own}`)).status).toBe(200);
  now += 61_000;
  for (const bad of ['nonsense', await token(other), own]) {
    const answer = await priya('GET', `${list}/items/delta?token=${bad}`);
    expect(answer.status).toBe(410);
    expect(answer.body.error.code).toBe('resyncChangesApplyDifferences');
    expect(answer.headers.get('Location')).toMatch(/\/items\/delta$/);
  }
  expect((await priya('GET', `${list}/items/delta`)).status).toBe(200);
});
