// The page for councillors, as people meet it: shared with the result, read in SharePoint, edited there by hand, and then not
// written over until somebody says so. And rows of the results list that were edited by hand.
import type { Page } from 'playwright-core';
import { product } from '../browser/person';
import { checkExchanges, describedGraph } from '../contract/checkExchanges';
import { common, goTo, openAs, setUpSite, stage, width } from './scene';
import { openAssessment, tab } from './steps';

const title = 'How we lead';
const area = 'Engaging councillors';
const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) “quotes” 😀';

beforeAll(() => setUpSite(), 60_000);

async function agree(page: Page, level: string, reason: string): Promise<void> {
  const form = product(page);
  const now = form.getByRole('region', { name: 'Where are we now' });
  await now.getByRole('radio', { name: new RegExp(level) }).check();
  await now.getByLabel('Why this level').fill(reason);
  await now.getByRole('button', { name: 'Record what is agreed' }).click();
  await now.getByText(/^Recorded by /).waitFor();
}

const inSharePoint = async (page: Page, who: string, more = ''): Promise<void> => {
  await page.goto(`${stage.sandbox.origin}/sharepoint?as=${who}${more}`);
  await page.getByRole('navigation', { name: 'Lists of the site' }).waitFor();
};

const toPage = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Site Pages' }).click();
  await page.getByRole('button', { name: new RegExp(`^${title}: `) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${title}: `) }).waitFor();
};

const pageStatus = (page: Page) => product(page).getByRole('region', { name: 'The page for councillors' });

test('a result is shared with a page, the page is read and edited by hand, and sharing again asks before it is replaced', async () => {
  const priya = await openAs(`as=priya&in=general&${tab}`);
  const id = await openAssessment(priya, title, ['Tom Okafor']);
  const form = product(priya);
  await goTo(priya, `assessment/${id}/answer/engaging-councillors`);
  await form.getByRole('radio', { name: /Developing/ }).check();
  await form.getByText(/^Saved at /).waitFor();
  await goTo(priya, `assessment/${id}/discuss/engaging-councillors`);
  await form.getByRole('button', { name: 'Show answers', exact: true }).click();
  await form.getByText('How answers compare').first().waitFor();
  await agree(priya, 'Developing', `We discussed it. ${hostile}`);

  // What the page will say is there to be read first; then it is shared with the list.
  await goTo(priya, `assessment/${id}/share`);
  await form.getByText('See what the page says').click();
  await form.getByText('Questions you could ask').first().waitFor();
  await stage.look(priya, 'page-share-preview');
  await form.getByText('See what the page says').click();
  await form.getByRole('button', { name: 'Share with councillors' }).click();
  await pageStatus(priya).getByText('The page is published.').waitFor();
  await stage.look(priya, 'page-shared');
  const link = pageStatus(priya).getByRole('button', { name: /^Open the page/ });
  await link.waitFor();

  // A councillor reads it, and cannot change it.
  const margaret = await common.newPage();
  await inSharePoint(margaret, 'margaret');
  await toPage(margaret);
  await margaret.getByText('it has not been independently checked').waitFor();
  await margaret.getByText(/What would it take to get there\?$/).waitFor();
  await margaret.getByText(hostile).waitFor();
  expect(await margaret.locator('article img, article script').count()).toBe(0);
  expect(await margaret.getByRole('button', { name: 'Edit' }).count()).toBe(0);
  await stage.look(margaret, 'page-councillor');
  // Its way to the form for a question leads there.
  const form0 = await margaret.getByRole('link', { name: 'Write a question or comment' }).getAttribute('href');
  await margaret.goto(`${form0}?as=margaret`);
  await margaret.getByLabel('Your question or comment').waitFor();

  // Somebody edits the page by hand, and a row of the list.
  const ben = await common.newPage();
  await inSharePoint(ben, 'ben');
  await toPage(ben);
  await ben.getByRole('button', { name: 'Edit' }).click();
  await ben.getByLabel('Text 2 (HTML)').fill('<h2>By hand</h2><p>Ben wrote this.</p><script>alert(1)</script>');
  await ben.getByRole('button', { name: 'Republish' }).click();
  await ben.getByText('Ben wrote this.').waitFor();
  await ben.getByRole('button', { name: 'Procurement results' }).click();
  await ben.getByRole('button', { name: new RegExp(`^${area}`) }).click();
  await ben.getByRole('button', { name: 'Edit' }).click();
  await ben.getByLabel('Why').fill('Ben thinks otherwise.');
  await ben.getByRole('button', { name: 'Save' }).click();
  await ben.getByText('Ben thinks otherwise.').first().waitFor();
  await ben.close();

  // Both are said before sharing again; the officers' own record is as it was.
  await goTo(priya, `assessment/${id}/discuss/engaging-councillors`);
  await form.getByText('We discussed it.').first().waitFor();
  await goTo(priya, `assessment/${id}/share`);
  await form.getByText(new RegExp(`^${area}: by Ben Carter`)).waitFor();
  await priya.bringToFront();
  await stage.look(priya, 'page-list-edited');
  await form.getByRole('button', { name: 'Share again and replace the edits' }).click();
  await pageStatus(priya)
    .getByText(/^Ben Carter edited the page by hand/)
    .waitFor();
  await priya.bringToFront();
  await stage.look(priya, 'page-edited');
  await inSharePoint(margaret, 'margaret');
  await margaret.getByText('We discussed it.').first().waitFor();
  await toPage(margaret);
  await margaret.getByText('Ben wrote this.').waitFor();

  // Left, it stays; replaced, it says again what was shared.
  await pageStatus(priya).getByRole('button', { name: 'Leave it' }).click();
  await pageStatus(priya)
    .getByText(/^The page stays as Ben Carter edited it/)
    .waitFor();
  await pageStatus(priya).getByRole('button', { name: 'Replace it' }).click();
  await pageStatus(priya).getByText('The page is published.').waitFor();
  await margaret.getByRole('button', { name: 'Reload' }).click();
  await margaret.getByText('We discussed it.').first().waitFor();
  expect(await margaret.getByText('Ben wrote this.').count()).toBe(0);

  // The same in the side panel of a meeting: everything is there, and nothing goes beyond the edge.
  const panel = await openAs(`as=priya&in=meeting&${tab}&frame=panel&theme=dark&sub=assessment/${id}/share`);
  await product(panel).getByText('See what the page says').click();
  await pageStatus(panel).getByText('The page is published.').waitFor();
  await stage.look(panel, 'page-share-panel-top');
  await product(panel).getByText('See what the page says').scrollIntoViewIfNeeded();
  await stage.look(panel, 'page-share-panel-preview');
  await pageStatus(panel).scrollIntoViewIfNeeded();
  expect(await width(panel)).toEqual({ page: 280, content: 280 });
  await stage.look(panel, 'page-share-panel-status');
  await inSharePoint(margaret, 'margaret', '&theme=dark');
  await toPage(margaret);
  await stage.look(margaret, 'page-councillor-dark');
}, 240_000);

test('every exchange with Graph was as Graph describes it', () => {
  const { faults } = checkExchanges(stage.sandbox.exchanges(), describedGraph());
  expect(faults).toEqual([]);
});
