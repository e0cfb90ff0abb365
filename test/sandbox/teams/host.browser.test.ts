// The small Teams in a real browser, with the real teams-js and MSAL in a product of another origin.
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start';
import { generalChannelId } from '../../../sandbox/store/seed';
import { launchBrowser } from '../../browser/launch';
import { openWindow, prepareProfile, type Troubles } from '../../browser/person';
import type { Product } from './product/app';
import { buildProduct } from './product/build';

declare global {
  interface Window {
    readonly product: Promise<Product>;
  }
}

jest.setTimeout(60_000);

let browser: Browser;
let sandbox: RunningSandbox;
let built: { folder: string; remove(): void };
let profile: BrowserContext;
let troubles: Troubles;

beforeAll(async () => {
  built = await buildProduct();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  built?.remove();
});
beforeEach(async () => {
  troubles = { found: [] };
  const pagesDirectory = path.resolve(__dirname, '../../../build/sandbox/pages');
  sandbox = await startSandbox({
    port: 0,
    directory: ':memory:',
    productDirectory: built.folder,
    pagesDirectory,
    quiet: true,
  });
  profile = await browser.newContext();
  await prepareProfile(profile);
});
afterEach(async () => {
  await profile.close();
  await sandbox.close();
  expect(troubles.found).toEqual([]);
});

async function open(address: string): Promise<Page> {
  const page = await openWindow(profile, address, troubles);
  await page.goto(`${sandbox.origin}${address}`);
  return page;
}

/** Adds the tab as the server keeps it, without the dialog. */
async function addTab(contentUrl = `${sandbox.productOrigin}/tab.html`): Promise<void> {
  const tab = { entityId: 'procurement-assessment', contentUrl, name: 'Our assessment', addedBy: 'someone' };
  const place = `${sandbox.origin}/sandbox/teams/conversations/${encodeURIComponent(generalChannelId)}`;
  await fetch(`${place}/tabs`, { method: 'POST', body: JSON.stringify(tab) });
}

/** The product's frame, once it is there and joined. */
async function productIn(page: Page, frameContext: string): Promise<Frame> {
  const element = page.locator(`iframe[data-product="${frameContext}"]`);
  await element.waitFor({ state: 'visible' });
  const frame = await (await element.elementHandle())?.contentFrame();
  if (!frame) throw new Error('The product has no frame.');
  return frame;
}

const token = (frame: Frame, scopes: string[], interactive: boolean) =>
  frame.evaluate(async (ask) => (await window.product).token(ask.scopes, ask.interactive), { scopes, interactive });

it('adds a tab with what the product says of it, tells it where it is, and shows it again after a reload', async () => {
  const page = await open('/?as=priya');
  await page.getByRole('button', { name: 'Add a tab' }).click();
  await page.getByRole('button', { name: 'Add Showing leadership' }).last().click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Our assessment', selected: true }).waitFor();
  await page.reload();
  const frame = await productIn(page, 'content');
  const context = await frame.evaluate(async () => (await window.product).context());
  expect(context).toMatchObject({
    user: { displayName: 'Priya Shah' },
    channel: { id: generalChannelId, displayName: 'General' },
    page: { id: 'procurement-assessment', frameContext: 'content' },
    app: { theme: 'default' },
  });
});

it('tells a running product about another theme, without loading it again', async () => {
  await addTab();
  const page = await open('/?as=priya&tab=entity:procurement-assessment');
  const frame = await productIn(page, 'content');
  await page.getByLabel('Theme').selectOption('contrast');
  await frame.waitForFunction(async () => (await window.product).themes().includes('contrast'));
});

it('gives MSAL tokens, asks for consent only in a popup, and remembers it', async () => {
  await addTab();
  const page = await open('/?as=tom&tab=entity:procurement-assessment');
  await page.getByRole('button', { name: /Tom Okafor/ }).click();
  await page.getByRole('menuitemradio', { name: /Ask each time/ }).click();
  const frame = await productIn(page, 'content');
  expect(await token(frame, ['Sites.Read.All'], false)).toEqual({ refused: 'InteractionRequiredAuthError' });

  const refused = token(frame, ['Sites.Read.All'], true);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await refused).toHaveProperty('refused');

  const accepted = token(frame, ['Sites.Read.All'], true);
  await page.getByText('Sites.Read.All').waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  const granted = await accepted;
  expect(granted).toMatchObject({ fromCache: false });
  expect(await token(frame, ['Sites.Read.All'], false)).toMatchObject({ fromCache: true });

  const used = await frame.evaluate(
    async ({ url, bearer }) => (await fetch(url, { headers: { authorization: `Bearer ${bearer}` } })).status,
    {
      url: `${sandbox.origin}/graph/v1.0/sites/${(await place()).siteId}`,
      bearer: 'token' in granted ? granted.token : '',
    },
  );
  expect(used).toBe(200);
});

it('lets people be picked, and tells an abandoned choice from an empty one', async () => {
  await addTab();
  const page = await open('/?as=priya&tab=entity:procurement-assessment');
  const frame = await productIn(page, 'content');
  const pick = () => frame.evaluate(async () => (await window.product).pick());
  const chosen = pick();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('legal');
  await page.getByRole('checkbox', { name: /Ben Carter/ }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  expect(await chosen).toEqual(['Ben Carter']);
  const abandoned = pick();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await abandoned).toMatchObject({ refused: { errorCode: 8000 } });
});

it('puts what one shares in a meeting on the stage of everyone in it, beside a panel of 280 pixels', async () => {
  await addTab();
  const priya = await open('/?as=priya&in=meeting&frame=panel');
  const aisha = await open('/?as=aisha&in=meeting&frame=panel');
  const panel = await productIn(priya, 'sidePanel');
  expect(await panel.evaluate(() => window.innerWidth)).toBe(280);
  await panel.evaluate(async (url) => (await window.product).share(url), `${sandbox.productOrigin}/tab.html`);
  const stage = await productIn(aisha, 'meetingStage');
  const context = await stage.evaluate(async () => (await window.product).context());
  expect(context).toMatchObject({ user: { displayName: 'Aisha Khan' }, page: { frameContext: 'meetingStage' } });
  await priya.getByRole('button', { name: 'Stop sharing' }).click();
  await aisha.locator('iframe[data-product="meetingStage"]').waitFor({ state: 'detached' });
});

it('says why a product could not start', async () => {
  await addTab(`${sandbox.productOrigin}/tab.html?broken`);
  const page = await open('/?as=priya&tab=entity:procurement-assessment');
  await page.getByText('It is broken on purpose.').waitFor();
});

const place = async (): Promise<{ siteId: string }> => (await fetch(`${sandbox.origin}/sandbox/place`)).json();
