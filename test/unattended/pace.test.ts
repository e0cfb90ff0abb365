// The worker's pace: a burst, then no more than its part of what the smallest tenant has.
import * as z from 'zod/mini';
import type { Graph } from '../../src/graph/graph';
import { createPace, paced } from '../../src/unattended/pace';

function clock() {
  let at = 0;
  return {
    now: () => new Date(at),
    after: (milliseconds: number, callback: () => void) => {
      at += milliseconds;
      callback();
      return () => undefined;
    },
    at: () => at,
  };
}

test('two hundred units go at once, and after them four hundred a minute', async () => {
  const time = clock();
  const pace = createPace(time);
  pace.spent(200);
  await pace.ease();
  expect(time.at()).toBe(0);
  for (let message = 0; message < 80; message += 1) {
    pace.spent(5);
    await pace.ease();
  }
  expect(Math.round(time.at() / 1000)).toBe(60);
});

test.each([
  ['GET', '/sites/s/lists/l/items?$expand=fields', 2],
  ['GET', '/sites/s/lists/l/items/7?$expand=fields', 1],
  ['GET', 'https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta?token=abc', 1],
  ['GET', '/sites/s/lists/l/items/delta?token=latest&$expand=fields', 2],
  ['GET', '/sites/council.sharepoint.com:/sites/one', 1],
  ['POST', '/sites/s/lists/l/items', 2],
  ['PATCH', '/sites/s/lists/l/items/7/fields', 2],
  ['POST', '/users/u/teamwork/sendActivityNotification', 0],
] as const)('%s %s costs %i', async (method, path, units) => {
  const spent: number[] = [];
  const graph = { send: async () => ({ ok: true, value: null }) } as unknown as Graph;
  const pace = { spent: (more: number) => void spent.push(more), ease: async () => undefined };
  await paced(graph, pace).send({ method, path, scopes: [] }, z.unknown());
  expect(spent).toEqual([units]);
});
