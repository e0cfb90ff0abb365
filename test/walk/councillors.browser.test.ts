// Two councillors who never open the tab: their lists lie in the members' site, where they read, ask, are answered from the tab, and ask
// again. They have rights on these two lists and on nothing else.
import type { Page } from 'playwright-core';
import { product } from '../browser/person';
import { checkExchanges, describedGraph } from '../contract/checkExchanges';
import {
  areaTitle,
  common,
  elsewhere,
  expectRefusals,
  goTo,
  heading,
  id,
  lookAgain,
  openAs,
  openForAll,
  owner,
  stage,
  title,
  width,
} from './scene';
import { beginTab, saveTab, tab } from './steps';

const hostile = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) {{DATE(2026-01-01)}} “quotes” 😀 مرحبا';
const long = `Sixty thousand characters. ${'and so on '.repeat(5_997)}`;

/** The site councillors are at home in, as one of them. */
async function inMembersSite(slug: string): Promise<Page> {
  const page = await common.newPage();
  await page.goto(`${stage.sandbox.origin}/sites/members?as=${slug}`);
  return page;
}

const list = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** SharePoint's own New form. */
async function write(
  page: Page,
  words: { readonly title: string; readonly kind: string; readonly area?: string; readonly text: string },
): Promise<void> {
  await list(page, 'Procurement comments').click();
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByLabel('Title').fill(words.title);
  if (words.area) await page.getByLabel('Key area').selectOption(words.area);
  await page.getByLabel('Question or comment', { exact: true }).selectOption(words.kind);
  await page.getByLabel('Your question or comment').fill(words.text);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: words.title }).waitFor();
}

/** Sets up with councillors' lists in the members' site, as whoever adds the tab. */
async function setUpInMembersSite(): Promise<void> {
  await owner.sandbox('POST', '/reset');
  const page = await openAs('as=priya&in=general&tab=posts');
  const form = await beginTab(page);
  await form.getByRole('radio', { name: 'In another site, such as a members’ site' }).check();
  await stage.look(page, 'councillors-set-up-choice');
  await form.getByLabel('Address of that site').fill(`${stage.sandbox.origin}/sites/members`);
  await form.getByRole('button', { name: 'Use this site' }).click();
  await form.getByText('Councillors read and comment in the site “Members’ site”.').waitFor();
  await stage.look(page, 'councillors-set-up');
  await form.getByRole('button', { name: 'Create the lists' }).click();
  await form.getByText('Everything is ready').waitFor();
  await stage.look(page, 'councillors-set-up-done');
  await saveTab(page);
  await page.close();
}

/** One key area agreed and shared. */
async function agreeAndShare(page: Page): Promise<void> {
  const form = product(page);
  await goTo(page, `assessment/${id}/discuss/engaging-councillors`);
  await form.getByRole('button', { name: 'Show answers', exact: true }).click();
  await form.getByRole('button', { name: 'Show answers anyway' }).click();
  const now = form.getByRole('region', { name: 'Where are we now' });
  await now.getByRole('radio', { name: /Developing/ }).check();
  await now.getByLabel('Why this level').fill('Scrutiny is not involved yet.');
  await now.getByRole('button', { name: 'Record what is agreed' }).click();
  await now.getByText(/^Recorded by Priya Shah/).waitFor();
  await goTo(page, `assessment/${id}/share`);
  await form.getByRole('button', { name: 'Share with councillors' }).click();
  await form.getByText(/^Shared: councillors can now read 1 key area/).waitFor();
}

const reply = async (page: Page, to: string, words: string): Promise<void> => {
  const form = product(page);
  await form.getByRole('button', { name: `Reply to ${to}`, exact: true }).click();
  await form.getByRole('textbox', { name: `Reply to ${to}` }).fill(words);
  await form.getByRole('button', { name: 'Save the reply' }).click();
};

/** Cleared, then noted; the minutes are a draft. */
async function noteIt(page: Page): Promise<void> {
  const form = product(page);
  await goTo(page, `assessment/${id}/committee`);
  await form.getByLabel('Cleared by').fill('Grace Hill');
  await form.getByLabel('Their post').fill('Monitoring officer');
  await form.getByRole('button', { name: 'Record the clearing' }).click();
  await form.getByRole('radio', { name: 'Noted' }).check();
  await form.getByLabel('Which body').fill('Audit and Governance Committee');
  await form.getByRole('button', { name: 'Record the outcome' }).click();
  await form.getByText('Recorded.').waitFor();
}

beforeAll(async () => {
  await setUpInMembersSite();
  await openForAll();
}, 90_000);

test('two councillors read, ask, are answered and ask again, without the tab and without any other right', async () => {
  const priya = await openAs(`as=priya&in=general&${tab}`);
  await heading(priya, title).waitFor();
  await agreeAndShare(priya);

  // They read what was shared, in words, and cannot change it.
  const margaret = await inMembersSite('margaret');
  await list(margaret, 'Procurement results').click();
  await margaret.getByText('Scrutiny is not involved yet.').waitFor();
  await stage.look(margaret, 'councillors-results');
  expect(await margaret.getByRole('button', { name: /^(New|Edit|Delete|Manage access)/ }).count()).toBe(0);

  // The team's own site is closed to them.
  expectRefusals(403);
  const outside = await common.newPage();
  await outside.goto(`${stage.sandbox.origin}/sites/procurement?as=margaret`);
  await outside.getByText('You cannot see this site').waitFor();
  await outside.close();

  await write(margaret, {
    title: 'The pipeline',
    kind: 'Question',
    area: areaTitle,
    text: `When is it shared? ${hostile}`,
  });
  await stage.look(margaret, 'councillors-comments');
  const sunil = await inMembersSite('sunil');
  await write(sunil, { title: 'A long comment', kind: 'Comment', text: long });

  // In the tab they stand beside the result, as text; a reply is written into the item.
  await goTo(priya, `assessment/${id}/results`);
  const beside = product(priya).getByRole('region', { name: areaTitle });
  await beside.getByText('When is it shared?').waitFor({ timeout: 30_000 });
  await beside.getByText(hostile).waitFor();
  await product(priya).getByText('1 question waits for a reply.').waitFor();
  await product(priya)
    .getByRole('button', { name: /^Show all 59,9/ })
    .click();
  await product(priya).getByText(long.trim()).waitFor();
  expect(await product(priya).locator('img[src="x"]').count()).toBe(0);
  await reply(priya, 'Cllr Margaret Doyle: The pipeline', `On 4 March. ${hostile}`);
  await beside.getByText('Answered').waitFor();
  await beside.getByText(/^Saved at /).waitFor();
  // A window behind others is not drawn anew.
  await priya.bringToFront();
  await stage.look(priya, 'councillors-answered');

  // The councillor reads the reply where they asked, and asks again.
  await margaret.getByRole('button', { name: 'Reload' }).click();
  await margaret.getByText('On 4 March.').first().waitFor();
  await write(margaret, {
    title: 'The pipeline again',
    kind: 'Question',
    area: areaTitle,
    text: 'And the year after?',
  });
  await lookAgain(priya);
  await beside.getByText('And the year after?').waitFor({ timeout: 30_000 });
  await product(priya).getByText('1 question waits for a reply.').waitFor();

  // On another device, in a meeting's panel, in the dark: nothing is lost and nothing is wider than the panel.
  const tom = await openAs(
    `as=tom&in=meeting&${tab}&frame=panel&theme=dark&sub=assessment/${id}/results`,
    await elsewhere(),
  );
  const again = product(tom).getByText('And the year after?');
  await again.scrollIntoViewIfNeeded({ timeout: 30_000 });
  expect(await width(tom)).toEqual({ page: 280, content: 280 });
  await stage.look(tom, 'councillors-panel-dark');
  await product(tom)
    .getByRole('button', { name: 'Reply to Cllr Margaret Doyle: The pipeline again', exact: true })
    .click();
  await product(tom)
    .getByRole('textbox', { name: /^Reply to/ })
    .scrollIntoViewIfNeeded();
  expect(await width(tom)).toEqual({ page: 280, content: 280 });
  await stage.look(tom, 'councillors-panel-dark-reply');

  // Answered again; and the committee, which has read it all, notes the result.
  await reply(priya, 'Cllr Margaret Doyle: The pipeline again', 'Every year in March.');
  await product(priya).getByText('1 question waits for a reply.').waitFor({ state: 'detached' });
  await noteIt(priya);
  await goTo(priya, `assessment/${id}/results`);
  await product(priya)
    .getByText(/^Noted by Audit and Governance Committee on /)
    .waitFor();
  await margaret.getByRole('button', { name: 'Reload' }).click();
  await margaret.getByText('Every year in March.').first().waitFor();
}, 240_000);

test('the connection check says what may be done with the two lists, wherever they are', async () => {
  const tom = await openAs(`as=tom&in=general&${tab}`);
  await heading(tom, title).waitFor();
  await goTo(tom, 'check');
  await product(tom).getByText('“Procurement comments”: you may read and write.').waitFor();
  await product(tom).getByText('Everything works.').waitFor();
  await stage.look(tom, 'councillors-check');
  await tom.close();
  const panel = await openAs(`as=priya&in=meeting&${tab}&frame=panel&theme=dark&sub=check`);
  await product(panel).getByRole('button', { name: 'Choose where councillors read and comment' }).click();
  await product(panel).getByRole('button', { name: 'Choose another site for councillors' }).click();
  await product(panel)
    .getByRole('radio', { name: /^In the site/ })
    .check();
  await product(panel)
    .getByText('What was shared before, and the comments on it, stay where they are')
    .scrollIntoViewIfNeeded();
  expect(await width(panel)).toEqual({ page: 280, content: 280 });
  await stage.look(panel, 'councillors-panel-move');
});

test('every exchange with Graph was as Graph describes it', () => {
  expect(checkExchanges(stage.sandbox.exchanges(), describedGraph()).faults).toEqual([]);
});
