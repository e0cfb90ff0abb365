// What goes wrong while people work: each time a clear message says what to do, what was typed is still there, and nothing
// else goes wrong in any window.
import { siteId } from '../../sandbox/store/seed';
import { product } from '../browser/person';
import {
  answerRow,
  areaTitle,
  cutOff,
  elsewhere,
  eventually,
  expectRefusals,
  goTo,
  heading,
  id,
  openAs,
  openForAll,
  owner,
  setUpSite,
  stage,
  text,
  title,
  toAnswer,
} from './scene';
import { personId } from './site';
import { addMore, choose, settled, tab } from './steps';

describe('with an assessment open', () => {
  beforeAll(async () => {
    await setUpSite();
    await openForAll();
  }, 90_000);

  test('an answer typed without a network is kept over a reload and saved once the network is back', async () => {
    const page = await toAnswer(`as=ben&in=general&${tab}`, await elsewhere());
    const join = await cutOff(page);
    await page.context().setOffline(true);
    await choose(page, 'Leader');
    await text(page, /^Not yet saved in SharePoint because you are offline/).waitFor();
    await join();
    await page.context().setOffline(false);
    await text(page, /^Saved at /).waitFor();
    // Not later: while a page is left, the browser lets go of what keeps the network away.
    const before = (await answerRow('ben'))?.Body;
    const rejoin = await cutOff(page);
    await choose(page, 'Mature');
    await addMore(page);
    await product(page).getByLabel('Remark').fill('Typed without a network');
    await text(page, /^Not yet saved in SharePoint because you are offline/).waitFor();
    await stage.look(page, 'offline');
    await page.reload();
    await text(page, 'There is no connection.').waitFor();
    await stage.look(page, 'offline-start');
    await rejoin();
    await heading(page, title).waitFor();
    await eventually(async () => (await answerRow('ben'))?.Body !== before);
    await product(page)
      .getByRole('link', { name: `See or change my answer: ${areaTitle}` })
      .click();
    await expect(product(page).getByLabel('Remark').inputValue()).resolves.toBe('Typed without a network');
    await text(page, /^Saved at /).waitFor();
    await stage.look(page, 'online-again');
  });

  test('a visitor reads everything, and what they type is not lost', async () => {
    expectRefusals(403);
    const page = await toAnswer(`as=vera&in=general&${tab}`);
    await choose(page, 'Mature');
    await addMore(page);
    await product(page).getByLabel('Remark').fill('From the internal auditor');
    await text(page, /^Not saved in SharePoint because SharePoint does not allow you/).waitFor();
    await text(page, 'You only read here: SharePoint does not let you change this assessment.').waitFor();
    await text(page, '1 change not yet in SharePoint.').waitFor();
    await stage.look(page, 'visitor');
    await expect(product(page).getByLabel('Remark').inputValue()).resolves.toBe('From the internal auditor');
    await goTo(page, `assessment/${id}/results`);
    await heading(page, 'Results').waitFor();
    await goTo(page, `assessment/${id}/people`);
    await text(page, 'Only facilitators can change who is asked.').waitFor();
    await goTo(page, `assessment/${id}/discuss/engaging-councillors`);
    await text(page, 'Before answers are shown').waitFor();
    await stage.look(page, 'visitor-discuss');
    await goTo(page, 'check');
    await text(page, 'You may read, but not answer.').waitFor();
    await stage.look(page, 'visitor-check');
  });

  test('an invited officer outside the team learns who can help, and answers once a member', async () => {
    expectRefusals(403);
    const page = await openAs(`as=dan&in=general&${tab}&sub=check/${id}`);
    await text(page, 'You cannot answer yet').waitFor();
    await text(page, /Ask an owner of the team, or of its SharePoint site, to make you a member/)
      .first()
      .waitFor();
    await stage.look(page, 'not-a-member-check');
    await goTo(page, `assessment/${id}`);
    await text(page, /Ask whoever asked you, or an owner of the team, to add you/).waitFor();
    await stage.look(page, 'not-a-member');
    await owner.sandbox('PUT', `/site-role/${personId('dan')}`, { role: 'member' });
    await goTo(page, `check/${id}`);
    await product(page).getByRole('button', { name: 'Run again' }).click();
    await text(page, new RegExp(`^You are ready to answer “${title}”|^Everything works.`))
      .first()
      .waitFor();
    await stage.look(page, 'member-now');
    await product(page).getByRole('link', { name: 'See the assessment' }).click();
    await product(page)
      .getByRole('link', { name: `Answer: ${areaTitle}` })
      .click();
    await choose(page, 'Developing');
    await text(page, /^Saved at /).waitFor();
  });

  test('a permission refused can be given later, and everything goes on', async () => {
    const page = await openAs('as=carol&in=general&tab=posts', await elsewhere());
    await page.getByRole('button', { name: /Carol Whitfield/ }).click();
    await page.getByRole('menuitemradio', { name: 'Ask each time a new permission is needed' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Procurement assessment' }).click();
    await heading(page, 'A permission is needed').waitFor();
    await stage.look(page, 'consent-needed');
    await product(page).getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await text(page, 'The permission was not given.').waitFor();
    await settled(page);
    await stage.look(page, 'consent-refused');
    await product(page).getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await heading(page, title).waitFor();
    await owner.sandbox('PUT', `/teams/consent/${personId('carol')}`, { mode: 'all' });
  });

  test('what cannot be saved stays where it was typed, and holds up nothing else', async () => {
    const page = await toAnswer(`as=aisha&in=general&${tab}`);
    const form = product(page);
    await choose(page, 'Developing');
    await addMore(page);
    await text(page, /^Saved at /).waitFor();
    for (const link of ['javascript:alert(1)', 'not a link']) {
      await form.getByLabel('Link').fill(link);
      await text(page, /^This is not the address of a web page/).waitFor();
    }
    const tooLong = 'x'.repeat(10_001);
    await form.getByLabel('Remark').fill(tooLong);
    await text(page, /^The remark has 10,001 characters; 10,000 can be saved/).waitFor();
    await stage.look(page, 'bad-input');
    const before = (await answerRow('aisha'))?.Body;
    await form.getByRole('radio', { name: 'Fairly sure' }).check();
    await eventually(async () => (await answerRow('aisha'))?.Body !== before);
    await text(page, /^Saved at /).waitFor();
    await expect(form.getByLabel('Remark').inputValue()).resolves.toBe(tooLong);
    await expect(form.getByLabel('Link').inputValue()).resolves.toBe('not a link');
    await form.getByLabel('Remark').fill(tooLong.slice(1));
    await form.getByLabel('Link').fill('https://example.org/paper');
    await text(page, /^Saved at /).waitFor();
    expect(await form.getByText(/^The remark has/).count()).toBe(0);
    // It is saved whole: another device of hers has it.
    const other = await toAnswer(`as=aisha&in=general&${tab}`, await elsewhere());
    await expect(product(other).getByLabel('Remark').inputValue()).resolves.toBe(tooLong.slice(1));
    await expect(product(other).getByLabel('Link').inputValue()).resolves.toBe('https://example.org/paper');
  });

  test('a column deleted under the running product is named and mended, and the answer is saved after all', async () => {
    const page = await toAnswer(`as=priya&in=general&${tab}`);
    const form = product(page);
    const workings = await owner.list('Procurement workings');
    const column = await owner.column(workings, 'PersonId');
    expectRefusals(400);
    await owner.graph('DELETE', `/sites/${siteId}/lists/${workings}/columns/${column}`);
    await choose(page, 'Developing');
    await text(page, /^Not saved in SharePoint because/).waitFor();
    await text(page, /^Not saved in SharePoint because/).scrollIntoViewIfNeeded();
    await stage.look(page, 'column-gone');
    await form.getByRole('link', { name: 'Run the connection check' }).click();
    await text(page, 'Missing: Procurement workings: PersonId.').waitFor();
    await stage.look(page, 'column-gone-check');
    await form.getByRole('button', { name: 'Repair the lists' }).click();
    await text(page, 'Everything works.').waitFor();
    await stage.look(page, 'column-mended');
    await goTo(page, `assessment/${id}/answer/engaging-councillors`);
    await form.getByRole('radio', { name: /Developing/, checked: true }).waitFor();
    await text(page, /^Saved at /).waitFor();
    expect(await answerRow('priya')).toBeDefined();
  });

  test('a list deleted under the running product is named and made anew, and what was typed is saved after all', async () => {
    const page = await openAs(`as=priya&in=general&${tab}&sub=assessment/${id}/discuss/engaging-senior-managers`);
    const form = product(page);
    await form.getByRole('button', { name: 'Show answers', exact: true }).click();
    await form.getByRole('button', { name: 'Show answers anyway' }).click();
    const actions = form.getByRole('region', { name: 'Actions' });
    await actions.getByRole('button', { name: 'Add an action' }).click();
    await actions.getByLabel('What is going to be done').fill('Brief the management team');
    expectRefusals(404);
    await owner.deleteList('Procurement actions');
    await actions.getByRole('button', { name: 'Save the action' }).click();
    await text(
      page,
      /^Not saved in SharePoint because the row for it, or the whole list, is no longer there/,
    ).waitFor();
    await stage.look(page, 'list-gone');
    const opening = await openAs(`as=tom&in=general&${tab}`);
    await heading(opening, 'Some of the assessment’s lists are incomplete').waitFor();
    await stage.look(opening, 'list-gone-start');
    await actions.getByRole('link', { name: 'Run the connection check' }).click();
    await text(page, 'Missing: Procurement actions.').waitFor();
    await stage.look(page, 'list-gone-check');
    await form.getByRole('button', { name: 'Go on creating' }).click();
    await text(page, 'Everything works.').waitFor();
    await goTo(page, `assessment/${id}/discuss/engaging-senior-managers`);
    await text(page, 'Brief the management team').waitFor();
    const list = await owner.list('Procurement actions');
    await eventually(async () =>
      (await owner.rows(list)).some((row) => row.ActionText === 'Brief the management team'),
    );
    await text(page, /^(Something that belongs to the assessment|Not saved in SharePoint)/).waitFor({
      state: 'detached',
    });
    await stage.look(page, 'list-mended');
  });
});
