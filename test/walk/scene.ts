// The scene of the trouble tests: one site for all tests of a file, windows of demo people in it, and what each test expects to go
// wrong. Every test leaves the site as it found it; what went wrong beyond what was expected fails it.
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { boardChannelId, generalChannelId } from '../../sandbox/store/seed';
import { product } from '../browser/person';
import { personId, type Site, siteAs } from './site';
import { type Stage, setStage } from './stage';
import { addTab, openAssessment, tab } from './steps';

jest.setTimeout(60_000);

export let stage: Stage;
export let owner: Site;
/** The profile most windows are opened in: as on one device, scripts load once. */
export let common: BrowserContext;
const others: BrowserContext[] = [];
let expected: RegExp[] = [];

beforeAll(async () => {
  stage = await setStage();
  owner = await siteAs(stage.sandbox, 'priya');
  common = await stage.profile();
}, 60_000);
afterAll(() => stage.close());
afterEach(async () => {
  for (const profile of others.splice(0)) await profile.close();
  for (const page of common.pages()) await page.close();
  const found = stage.troubles.found.splice(0).filter((line) => !expected.some((pattern) => pattern.test(line)));
  expected = [];
  expect(found).toEqual([]);
});

/** A profile of its own, as on another device. */
export async function elsewhere(): Promise<BrowserContext> {
  const made = await stage.profile();
  others.push(made);
  return made;
}

/** A window of the local Teams. */
export const openAs = (query: string, profile = common): Promise<Page> => stage.window(profile, query);

/** Says that Graph will refuse something here, and how: the browser itself reports every refused request as an error. */
export function expectRefusals(...statuses: readonly number[]): void {
  const codes = statuses.join('|');
  expected.push(new RegExp(`answer: (${codes}) .*/graph/`), new RegExp(`status of (${codes}) .*/graph/`));
}

/** Lets nothing reach Graph, as where the network is gone but Teams still shows the page; returns how to undo it. The browser
 * itself reports every request that then fails. */
export async function cutOff(page: Page): Promise<() => Promise<void>> {
  const address = `${stage.sandbox.origin}/graph/**`;
  expected.push(/ERR_INTERNET_DISCONNECTED/);
  await page.route(address, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(address);
}

/** Has a window look for changes at once, as when its network is back: what was changed by hand in a list that matters less just now else
 * shows within a minute. */
export const lookAgain = (page: Page): Promise<unknown> =>
  product(page).locator('html').evaluate("window.dispatchEvent(new Event('online'))");

/** Waits until something holds, asking again and again. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`This never came to hold: ${holds}`);
    await setTimeout(50);
  }
}

/** Everything sent to a channel so far. */
export const posts = () =>
  stage.sandbox.exchanges().filter(({ method, path }) => method === 'POST' && path.includes('/messages'));

/** Lets a window create so many lists more; what it asks of Graph after that is never answered. */
export async function stopAfter(page: Page, lists: number): Promise<void> {
  const made = () =>
    stage.sandbox.exchanges().filter(({ method, path }) => method === 'POST' && path.endsWith('/lists')).length;
  const enough = made() + lists;
  await page.route(`${stage.sandbox.origin}/graph/**`, async (route) => {
    if (made() < enough) await route.continue();
  });
}

/** Adds a channel's tab to another channel too, as its set-up there would. */
async function copyTab(from: string, to: string): Promise<void> {
  const path = (channel: string) => `/teams/conversations/${encodeURIComponent(channel)}`;
  const { tabs } = z.object({ tabs: z.array(z.looseObject({})) }).parse(await owner.sandbox('GET', path(from)));
  for (const each of tabs) await owner.sandbox('POST', `${path(to)}/tabs`, each);
}

/** Goes to another screen of the product, as by a link in it. */
export const goTo = (page: Page, route: string): Promise<unknown> =>
  product(page)
    .locator('html')
    .evaluate(`window.location.hash = ${JSON.stringify(`#/${route}`)}`);

export const heading = (page: Page, name: string) => product(page).getByRole('heading', { name, level: 1 });
export const text = (page: Page, words: string | RegExp) => product(page).getByText(words);
export const emptyHeading = 'How well do we lead our procurement?';
export const areaTitle = 'Engaging councillors';
export const title = 'How we lead';

/** Sets the site up anew, with the tab in both channels. */
export async function setUpSite(): Promise<void> {
  await owner.sandbox('POST', '/reset');
  const page = await openAs('as=priya&in=general&tab=posts');
  await addTab(page);
  await page.close();
  await copyTab(generalChannelId, boardChannelId);
}

/** The assessment that `openForAll` opened. */
export let id = '';

/** Opens an assessment as Priya and asks everyone. */
export async function openForAll(): Promise<void> {
  const page = await openAs(`as=priya&in=general&${tab}`);
  id = await openAssessment(page, title, [
    'Aisha Khan',
    'Ben Carter',
    'Carol Whitfield',
    'Tom Okafor',
    'Dan Hughes',
    'Vera Lindqvist',
  ]);
  const assessments = await owner.list('Procurement assessments');
  await eventually(async () => (await owner.rows(assessments)).length === 1);
  await page.close();
}

/** Comes to the answer screen of the first key area. */
export async function toAnswer(query: string, profile = common): Promise<Page> {
  const page = await openAs(query, profile);
  await product(page)
    .getByRole('link', { name: `Answer: ${areaTitle}` })
    .or(product(page).getByRole('link', { name: `See or change my answer: ${areaTitle}` }))
    .click();
  await heading(page, areaTitle).waitFor();
  return page;
}

/** The row a person's answer lies in; undefined where it is not in SharePoint. */
export async function answerRow(slug: string) {
  const key = `response:${id}:engaging-councillors:${personId(slug)}`;
  return (await owner.rows(await owner.list('Procurement workings'))).find((row) => row.Key === key);
}

/** What every IndexedDB database that a window's product can open holds, as text, by the database's name. */
export async function databasesSeenBy(page: Page): Promise<Readonly<Record<string, string>>> {
  return product(page)
    .locator('html')
    .evaluate(`(async () => {
    const answer = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const kept = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const rows = await Promise.all(stores.map((store) => answer(database.transaction(store).objectStore(store).getAll())));
      kept[name] = JSON.stringify(rows);
      database.close();
    }
    return kept;
  })()`);
}

/** How wide the product's page is, and how wide what is in it, in pixels. */
export const width = (page: Page): Promise<unknown> =>
  product(page)
    .locator('html')
    .evaluate('({ page: document.documentElement.clientWidth, content: document.documentElement.scrollWidth })');
