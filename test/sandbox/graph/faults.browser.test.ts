// A broken connection as a real browser meets it: a network error, once, and nothing sent again behind the page's back.
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/launch';
import { makeList, startForTest, type TestSandbox, tokenFor } from './client';

jest.setTimeout(60_000);

let browser: Browser;
let sandbox: TestSandbox;
let page: Page;
let list = '';

beforeAll(async () => {
  sandbox = await startForTest();
  list = await makeList(await sandbox.as('priya'), 'Broken off');
  browser = await launchBrowser();
  page = await browser.newPage();
  // Any page of the product's origin will do.
  await page.goto(`${sandbox.running.productOrigin}/config.json`);
});
afterAll(async () => {
  await browser.close();
  await sandbox.running.close();
});
afterEach(() => sandbox.own('DELETE', '/faults'));

/** Adds an item from the page; answers its status, or the name of the error. */
async function add(title: string): Promise<number | string> {
  const url = `${sandbox.origin}/graph/v1.0${list}/items`;
  const headers = {
    Authorization: `Bearer ${await tokenFor(sandbox.origin, 'priya')}`,
    'Content-Type': 'application/json',
  };
  const body = JSON.stringify({ fields: { Title: title } });
  return page.evaluate(
    async ([target, init]) => {
      try {
        return (await fetch(target, init)).status;
      } catch (error) {
        return error instanceof Error ? error.name : 'unknown';
      }
    },
    [url, { method: 'POST', headers, body }] as const,
  );
}

const stored = async (): Promise<unknown[]> => {
  const priya = await sandbox.as('priya');
  return (await priya('GET', `${list}/items?$expand=fields`)).body.value.map(({ fields }) => fields.Title);
};

test('before: an error and nothing done; after: an error and the work done once', async () => {
  // A connection that was used before: these are the ones a browser is tempted to try again.
  expect(await add('first')).toBe(201);
  await sandbox.own('POST', '/faults', { rules: [{ method: 'POST', count: 1, happens: { kind: 'drop-before' } }] });
  expect(await add('never')).toBe('TypeError');
  expect(await stored()).toEqual(['first']);
  expect(await add('second')).toBe(201);
  await sandbox.own('POST', '/faults', { rules: [{ method: 'POST', count: 1, happens: { kind: 'drop-after' } }] });
  expect(await add('third')).toBe('TypeError');
  expect(await stored()).toEqual(['first', 'second', 'third']);
});
