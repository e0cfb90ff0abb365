// Steps that many walks take: adding the tab, opening an assessment, choosing people, coming to an answer.
import type { FrameLocator, Page } from 'playwright-core';
import { product } from '../browser/person';

/** The tab somebody added, as an address of the local Teams names it. */
export const tab = 'tab=entity:procurement-assessment';

/** Opens the product's configuration page in the room a window shows. */
export async function beginTab(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Add a tab' }).first().click();
  await page.getByRole('button', { name: 'Add Showing leadership', exact: true }).click();
  return product(page);
}

/** Adds the tab to the room that a window shows, as its owner would, and comes out at the landing screen. */
export async function addTab(page: Page): Promise<void> {
  const setUp = await beginTab(page);
  await setUp.getByRole('button', { name: 'Create the lists' }).click();
  await setUp.getByText('Everything is ready').waitFor();
  await saveTab(page);
}

/** Presses the Save of Teams and waits for the landing screen of a channel without an assessment. */
export async function saveTab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await product(page).getByRole('heading', { name: 'How well do we lead our procurement?' }).waitFor();
}

/** Chooses people in the picker of Teams, from the product's form. */
export async function choosePeople(page: Page, group: string, names: readonly string[]): Promise<void> {
  await product(page).getByRole('group', { name: group }).getByRole('button', { name: 'Choose people' }).click();
  const picker = page.getByRole('dialog');
  for (const name of names) await picker.getByRole('checkbox', { name }).check();
  await picker.getByRole('button', { name: /^(Done|Add|OK)/ }).click();
  await picker.waitFor({ state: 'detached' });
  await settled(page);
}

/** Waits until a dialog's backdrop, which hides the page from assistive technology, has faded. */
export const settled = (page: Page): Promise<void> => page.locator('#root:not([aria-hidden])').waitFor();

/** Opens an assessment from the landing screen; gives its id. */
export async function openAssessment(page: Page, title: string, asked: readonly string[]): Promise<string> {
  const form = product(page);
  await form.getByRole('link', { name: 'Open an assessment' }).click();
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Organisation').fill('Northbridge Council');
  await choosePeople(page, 'Who is asked', asked);
  await form.getByRole('button', { name: 'Open the assessment' }).click();
  const go = form.getByRole('link', { name: 'Go to the assessment' });
  const href = (await go.getAttribute('href')) ?? '';
  await go.click();
  await form.getByRole('heading', { name: title }).waitFor();
  const id = /assessment\/([^/]+)$/.exec(href)?.[1];
  if (id === undefined) throw new Error(`The link to the assessment is ${href}.`);
  return id;
}

/** Chooses a level on the answer screen. */
export const choose = (page: Page, level: string): Promise<void> =>
  product(page)
    .getByRole('radio', { name: new RegExp(level) })
    .check();

/** Unfolds what may be added to an answer. */
export const addMore = (page: Page): Promise<void> => product(page).getByText('Add more: how sure you are').click();
