// From shared to noted, as people do it: cleared, decided as a draft, minutes confirmed; a change after that shows on every face, also
// on a deputy's device in a dark meeting; the corrected result becomes the second edition. And a pre-election period asks first.
import type { Page } from 'playwright-core';
import { siteId } from '../../sandbox/store/seed';
import { product } from '../browser/person';
import {
  elsewhere,
  eventually,
  goTo,
  heading,
  id,
  openAs,
  openForAll,
  owner,
  setUpSite,
  stage,
  text,
  width,
} from './scene';
import { siteAs } from './site';
import { choose, tab } from './steps';

const hostile = '<img src=x onerror=alert(1)> **bold** “quotes” 😀 مرحبا';
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
const panel = `in=meeting&${tab}&frame=panel`;

const button = (page: Page, name: string) => product(page).getByRole('button', { name, exact: true });
const region = (page: Page, name: string) => product(page).getByRole('region', { name });
const isNarrow = async (page: Page) => expect(await width(page)).toEqual({ page: 280, content: 280 });

/** Opens a screen of the assessment and waits until it is there. */
async function at(page: Page, screen: string, name: string): Promise<void> {
  await goTo(page, `assessment/${id}${screen}`);
  await heading(page, name).waitFor();
}

/** Has a window look for changes at once, as whoever opens the tab anew does. */
async function look(page: Page): Promise<void> {
  await page.reload();
  await product(page).getByRole('heading', { level: 1 }).waitFor();
  await goTo(page, `assessment/${id}/committee`);
}

/** One key area answered, shown, agreed and shared by Priya, who tells nobody. */
async function shareOne(page: Page): Promise<void> {
  await at(page, '/answer/engaging-councillors', 'Engaging councillors');
  await choose(page, 'Developing');
  await text(page, /^Saved at /).waitFor();
  await at(page, '/discuss/engaging-councillors', 'Engaging councillors');
  await button(page, 'Show answers').click();
  await button(page, 'Show answers anyway').click();
  const now = region(page, 'Where are we now');
  await now.getByRole('radio', { name: /Developing/ }).check();
  await now.getByLabel('Why this level').fill(`We discussed it. ${hostile}`);
  await now.getByRole('button', { name: 'Record what is agreed' }).click();
  await now.getByText(/^Recorded by Priya Shah/).waitFor();
  await at(page, '/share', 'Share with councillors');
  await product(page).getByRole('switch', { name: 'Tell the channel General' }).uncheck();
  await button(page, 'Share with councillors').click();
  await text(page, /^Shared: councillors can now read 1 key area/).waitFor();
}

async function clear(page: Page, name: string): Promise<void> {
  const form = product(page);
  await form.getByLabel('Cleared by').fill(name);
  await form.getByLabel('Their post').fill('Monitoring officer');
  await button(page, 'Record the clearing').click();
  await text(page, 'The result is cleared for the committee.').waitFor();
}

/** Somebody changes what councillors read, by hand in SharePoint. */
async function changeByHand(slug: string, reason: string): Promise<void> {
  const hand = await siteAs(stage.sandbox, slug);
  const list = await hand.list('Procurement results');
  const row = (await hand.rows(list)).find((each) => each.AssessmentId === id);
  await hand.graph('PATCH', `/sites/${siteId}/lists/${list}/items/${String(row?.id)}/fields`, { Reason: reason });
}

let priya: Page;
let tom: Page;

beforeAll(async () => {
  await setUpSite();
  await openForAll();
}, 90_000);

test('a result is cleared, noted as a draft, and confirmed; what changes after that is said on every face, and corrected in a second edition', async () => {
  priya = await openAs(`as=priya&in=general&${tab}`, await elsewhere());
  await priya.setViewportSize({ width: 1280, height: 1800 });
  await shareOne(priya);
  await at(priya, '/committee', 'Clearing and committee');
  await stage.look(priya, 'committee-before');
  await button(priya, 'Record the clearing').click();
  await product(priya).getByRole('alert').getByText('Say who cleared it').waitFor();
  await stage.look(priya, 'committee-faults');
  await clear(priya, 'Grace Hill');
  await region(priya, 'Where it stands')
    .getByText(/^Cleared for the committee by Grace Hill, Monitoring officer/)
    .waitFor();
  await stage.look(priya, 'committee-cleared');

  // Deciding needs a facilitator: in the panel of a dark meeting, too.
  const narrow = await openAs(`as=priya&${panel}&theme=dark&sub=assessment/${id}/committee`, await elsewhere());
  await narrow.setViewportSize({ width: 1280, height: 1800 });
  await product(narrow).getByRole('radio', { name: 'Noted' }).check();
  await product(narrow).getByLabel('Which body').fill('Audit and Governance Committee');
  await isNarrow(narrow);
  await stage.look(narrow, 'committee-panel-deciding');
  await button(narrow, 'Record the outcome').click();
  await text(narrow, 'Recorded.').waitFor();
  await look(priya);
  const draft = /^Noted by Audit and Governance Committee on .+ This is a draft until the minutes are confirmed\.$/;
  await region(priya, 'Where it stands').getByText(draft).waitFor();
  await button(priya, 'Change it, or confirm the minutes').click();
  await product(priya).getByLabel('Minute reference').fill('AGC 12');
  await product(priya).getByRole('checkbox', { name: 'The minutes are confirmed' }).check();
  await stage.look(priya, 'committee-confirming');
  await button(priya, 'Save').click();
  await region(priya, 'Where it stands')
    .getByText(/^Noted by .+ Minute AGC 12\.$/)
    .waitFor();
  await stage.look(priya, 'committee-noted');

  tom = await openAs(`as=tom&${panel}&theme=dark&sub=assessment/${id}`, await elsewhere());
  await tom.setViewportSize({ width: 1280, height: 1800 });
  await text(tom, /^Noted by Audit and Governance Committee/).waitFor();
  expect(await text(tom, /^Changed since/).count()).toBe(0);

  await changeByHand('ben', 'All is well');
  const changed =
    /^Changed since noted, by Ben Carter, on .+ What councillors read is no longer what the committee had: Engaging councillors\.$/;
  const faces = [
    ['', 'How we lead'],
    ['/results', 'Results'],
    ['/share', 'Share with councillors'],
    ['/committee', 'Clearing and committee'],
  ] as const;
  for (const page of [priya, tom]) await look(page);
  for (const [page, name] of [
    [priya, 'wide'],
    [tom, 'panel'],
  ] as const)
    for (const [screen, title] of faces) {
      await at(page, screen, title);
      await text(page, changed).first().waitFor();
      if (page === tom) await isNarrow(page);
      await stage.look(page, `changed-${name}${screen.replace('/', '-')}`);
    }

  await at(priya, '/share', 'Share with councillors');
  await text(priya, /Sharing it again takes it back to shared/).waitFor();
  await button(priya, 'Share again and replace the edits').click();
  await text(priya, /^Shared: councillors can now read 1 key area/).waitFor();
  await at(priya, '/committee', 'Clearing and committee');
  await text(priya, /so it has to be cleared again/).waitFor();
  await clear(priya, 'Omar Said');
  await product(priya).getByRole('heading', { name: 'Edition 2' }).waitFor();
  await product(priya).getByRole('heading', { name: 'Edition 1' }).waitFor();
  for (const summary of await text(priya, 'What councillors read then, word for word').all()) await summary.click();
  await stage.look(priya, 'committee-editions');
  const first = product(priya).getByRole('article').filter({ hasText: 'AGC 12' });
  await first.getByText(`We discussed it. ${hostile}`).waitFor();
  await first.getByText(/It is as it was kept\./).waitFor();
  await look(tom);
  await product(tom).getByRole('heading', { name: 'Edition 2' }).waitFor();
  await text(tom, 'What councillors read then, word for word').first().click();
  await isNarrow(tom);
  await stage.look(tom, 'committee-panel-editions');
}, 240_000);

test('what is arranged for the channel holds on every device: in a pre-election period sharing asks first', async () => {
  priya = await openAs(`as=priya&in=general&${tab}`, await elsewhere());
  await priya.setViewportSize({ width: 1280, height: 1800 });
  await heading(priya, 'How we lead').waitFor();
  await goTo(priya, 'arrangements');
  await heading(priya, 'Arrangements').waitFor();
  await text(priya, 'Nobody has changed these: they are as usual.').waitFor();
  await stage.look(priya, 'arrangements-usual');
  await product(priya).getByRole('switch', { name: 'A level is agreed' }).check();
  await product(priya).getByRole('switch', { name: 'Keep quiet hours' }).click();
  await button(priya, 'Add a period').click();
  await product(priya).getByLabel('Name').fill('By-election in Castle ward');
  await product(priya).getByLabel('First day').fill(today);
  await product(priya).getByLabel('Last day').fill('2099-12-31');
  await stage.look(priya, 'arrangements-adding');
  await button(priya, 'Add it').click();
  await text(priya, /^By-election in Castle ward: .+ to 31 December 2099$/).waitFor();
  await text(priya, /^Last changed by Priya Shah, /).waitFor();
  await stage.look(priya, 'arrangements-changed');

  tom = await openAs(`as=tom&${panel}&theme=dark&sub=arrangements`, await elsewhere());
  await tom.setViewportSize({ width: 1280, height: 1800 });
  await text(tom, /^By-election in Castle ward/).waitFor();
  await eventually(() => product(tom).getByRole('switch', { name: 'A level is agreed' }).isEnabled());
  await isNarrow(tom);
  await stage.look(tom, 'arrangements-panel');

  await at(priya, '/share', 'Share with councillors');
  const results = async () => JSON.stringify(await owner.rows(await owner.list('Procurement results')));
  const before = await results();
  await button(priya, 'Share again').click();
  await text(
    priya,
    /^Between .+ and 31 December 2099 \(By-election in Castle ward\): publicity is restricted\.$/,
  ).waitFor();
  await stage.look(priya, 'asking-first');
  await button(priya, 'Do not share').click();
  expect(await results()).toBe(before);
}, 120_000);
