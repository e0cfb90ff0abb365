// The main job, as people do it: from an empty channel to a result that a councillor reads. Five people, two of them in one
// browser profile, in default and dark theme; every screen is looked at by axe, and nothing may go wrong on the way.
import type { Page } from 'playwright-core';
import { product } from '../browser/person';
import { checkExchanges, describedGraph } from '../contract/checkExchanges';
import { type Stage, setStage } from './stage';
import { choosePeople, tab } from './steps';

const hostile = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) “quotes” 😀 مرحبا {{DATE(2026-01-01)}}';
const secret = 'Members rarely see the pipeline';

/** What the product suggests: the theme and the year. */
const title = `Showing leadership ${new Date().getFullYear()}`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
}, 60_000);
afterAll(() => stage.close());

/** Adds the tab to the room that the window shows, as its owner would, and comes out at the landing screen. */
async function addTab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a tab' }).click();
  await page.getByRole('button', { name: 'Add Showing leadership', exact: true }).click();
  const setUp = product(page);
  await setUp.getByText('The connection works.').waitFor();
  await stage.look(page, 'configure');
  await setUp.getByRole('button', { name: 'Create the lists' }).click();
  await setUp.getByText('Everything is ready').waitFor({ timeout: 30_000 });
  await stage.look(page, 'configure-done');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await product(page).getByRole('heading', { name: 'How well do we lead our procurement?' }).waitFor();
}

async function openAssessment(page: Page): Promise<void> {
  const form = product(page);
  await form.getByRole('link', { name: 'Open an assessment' }).click();
  await form.getByRole('heading', { name: 'Open an assessment' }).waitFor();
  await form.getByRole('button', { name: 'Open the assessment' }).click();
  await form.getByRole('alert').waitFor();
  await stage.look(page, 'open-faults');
  await form.getByLabel('Organisation').fill('Northbridge Council');
  await form.getByLabel('Answers are due by').fill('2099-12-18');
  await choosePeople(page, 'Facilitators', ['Tom Okafor']);
  await choosePeople(page, 'Who is asked', ['Aisha Khan', 'Ben Carter', 'Tom Okafor']);
  await stage.look(page, 'open');
  await form.getByRole('button', { name: 'Open the assessment' }).click();
  await form.getByRole('heading', { name: /is open/i }).waitFor();
  await stage.look(page, 'opened');
}

const landing = (page: Page): Promise<void> => product(page).getByRole('heading', { name: title }).waitFor();

async function answer(page: Page, level: string, options: { remark?: string } = {}): Promise<void> {
  const form = product(page);
  await form.getByRole('radio', { name: new RegExp(level) }).check();
  if (options.remark) {
    await form.getByText('Add more: how sure you are').click();
    await form.getByLabel('Remark').fill(options.remark);
  }
  await form.getByText(/^Saved at /).waitFor();
}

const toAnswer = (page: Page) => product(page).getByRole('link', { name: /Start answering|Answer the next key area/ });
const everythingStored = (): string => JSON.stringify(stage.sandbox.exchanges());

/** All four key areas agreed, so that the result can be shared whole. */
async function agree(page: Page, keyArea: string, level: string): Promise<void> {
  const form = product(page);
  await form.getByRole('heading', { name: keyArea, level: 1 }).waitFor();
  const now = form.getByRole('region', { name: 'Where are we now' });
  await now.getByRole('radio', { name: new RegExp(level) }).check();
  await now.getByLabel('Why this level').fill(`We discussed it. ${hostile}`);
  await now.getByRole('button', { name: 'Record what is agreed' }).click();
  await now.getByText(/^Recorded by Priya Shah/).waitFor();
}

test('an assessment from an empty channel to a councillor who reads the result', async () => {
  const desk = await stage.profile();
  const shared = await stage.profile();
  const deputy = await stage.profile();

  const priya = await stage.window(desk, 'as=priya&in=general&tab=posts');
  await addTab(priya);
  await stage.look(priya, 'landing-empty');
  await product(priya).getByRole('link', { name: 'Framework', exact: true }).click();
  await product(priya)
    .getByText('Councillors regard procurement and commercial issues as purely operational matters.')
    .waitFor();
  await stage.look(priya, 'framework');
  await product(priya).getByRole('link', { name: 'Assessment', exact: true }).click();
  await openAssessment(priya);
  await product(priya).getByRole('link', { name: 'Go to the assessment' }).click();

  const aisha = await stage.window(shared, `as=aisha&in=general&${tab}&theme=dark`);
  const ben = await stage.window(shared, `as=ben&in=general&${tab}`);
  const tom = await stage.window(deputy, `as=tom&in=general&${tab}&theme=dark`);
  for (const page of [priya, aisha, ben, tom]) await landing(page);
  await stage.look(aisha, 'landing-dark');

  await toAnswer(aisha).click();
  await answer(aisha, 'Developing', { remark: `${secret} ${hostile}` });
  await stage.look(aisha, 'answer-dark');
  await toAnswer(ben).click();
  await answer(ben, 'Mature');
  await stage.look(ben, 'answer');
  await toAnswer(tom).click();
  await answer(tom, 'Cannot judge');

  // Everyone sees how many have answered, and nobody what.
  await product(priya).getByText('3 of 4 answered').waitFor();
  expect(everythingStored()).not.toContain(secret);

  // On another device the author sees their own answer again.
  const elsewhere = await stage.window(await stage.profile(), `as=aisha&in=general&${tab}`);
  await product(elsewhere).getByRole('link', { name: 'See or change my answer' }).first().click();
  await product(elsewhere)
    .getByRole('radio', { name: /Developing/, checked: true })
    .waitFor();
  await elsewhere.close();

  // Showing: the others' screens follow by themselves.
  await product(ben).getByRole('link', { name: 'Assessment', exact: true }).click();
  await product(priya).getByRole('link', { name: 'Show answers and agree' }).first().click();
  await stage.look(priya, 'discuss-before');
  await product(priya).getByRole('button', { name: 'Show answers', exact: true }).click();
  await product(priya).getByText(secret).waitFor();
  await stage.look(priya, 'discuss-shown');
  await product(ben).getByRole('link', { name: 'How answers compare' }).first().click();
  await product(ben).getByText(secret).waitFor();
  await product(aisha).getByText('The answers are shown, so they can no longer be changed.').waitFor();
  await stage.look(ben, 'discuss-participant');
  const rows = stage.sandbox.exchanges().filter((exchange) => exchange.path.includes('/lists/'));
  expect(JSON.stringify(rows)).toContain(secret);

  await agree(priya, 'Engaging councillors', 'Developing');
  const target = product(priya).getByRole('region', { name: 'Where do we want to be, and by when' });
  await target.getByRole('radio', { name: 'We choose a level' }).check();
  await target.getByRole('radio', { name: /Mature/ }).check();
  await target.getByLabel('By when').fill('2099-03-31');
  await target.getByRole('button', { name: 'Record the target' }).click();
  await target.getByText('Mature, by 31 March 2099.').waitFor();
  const actions = product(priya).getByRole('region', { name: 'Actions' });
  await actions.getByRole('button', { name: 'Add an action' }).click();
  await actions.getByLabel('What is going to be done').fill('Brief all members on the pipeline');
  await actions.getByLabel('Who does it').selectOption({ label: 'A post' });
  await actions.getByLabel('Name of the post').fill('Monitoring officer');
  await actions.getByRole('button', { name: 'Save the action' }).click();
  await actions.getByText('Monitoring officer').waitFor();
  await stage.look(priya, 'discuss-agreed');
  await product(ben).getByText('Brief all members on the pipeline').waitFor();

  // Sharing: exactly what is shown goes into the list, and the channel is told as Priya.
  await product(priya).getByRole('link', { name: 'Assessment', exact: true }).click();
  await landing(priya);
  await stage.look(priya, 'landing-agreed');
  await product(priya).getByRole('link', { name: 'Share with councillors' }).first().click();
  await product(priya).getByText('Brief all members on the pipeline (Monitoring officer)').waitFor();
  await stage.look(priya, 'share');
  await product(priya).getByRole('button', { name: 'Share with councillors' }).click();
  await product(priya)
    .getByText(/^Shared: councillors can now read 1 key area/)
    .waitFor();
  await stage.look(priya, 'shared');
  await product(priya).getByRole('link', { name: 'Assessment', exact: true }).click();
  await product(priya).getByRole('link', { name: 'Results', exact: true }).click();
  await product(priya).getByText('Mature by 31 March 2099').waitFor();
  await stage.look(priya, 'results');

  await ben.getByRole('tab', { name: 'Posts' }).click();
  const post = ben.getByText(`Shared with councillors: ${title}`);
  await post.waitFor();
  await ben.getByText('Engaging councillors: Developing').waitFor();
  await stage.look(ben, 'posts');
  await ben.getByRole('link', { name: 'See the results' }).click();
  await product(ben).getByRole('heading', { name: 'Results', level: 1 }).waitFor();

  // The councillor reads the list without the tab, and can change nothing.
  const margaret = await desk.newPage();
  await margaret.goto(`${stage.sandbox.origin}/sharepoint?as=margaret`);
  await margaret
    .getByRole('button', { name: 'Procurement results' })
    .or(margaret.getByRole('link', { name: 'Procurement results' }))
    .first()
    .click();
  await margaret.getByText('Brief all members on the pipeline (Monitoring officer)').first().waitFor();
  await stage.look(margaret, 'councillor');
  expect(await margaret.locator('body').textContent()).not.toContain(secret);
  await expect(margaret.getByRole('button', { name: /^(New|Edit|Delete)/ }).count()).resolves.toBe(0);
}, 240_000);

test('every exchange with Graph was as Graph describes it', () => {
  const { faults } = checkExchanges(stage.sandbox.exchanges(), describedGraph());
  expect(faults).toEqual([]);
});

test('nothing went wrong in any window', () => {
  expect(stage.troubles.found).toEqual([]);
});
