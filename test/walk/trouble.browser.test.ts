// What goes wrong while people work: each time a clear message says what to do, what was typed is still there, and nothing
// else goes wrong in any window. One site for all of it; every test leaves it as it found it.
import { setTimeout } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { boardChannelId, generalChannelId, siteId } from '../../sandbox/store/seed';
import { openWindow, product } from '../browser/person';
import { personId, type Site, siteAs } from './site';
import { type Stage, setStage } from './stage';
import { addMore, addTab, beginTab, choose, openAssessment, saveTab, settled, tab } from './steps';

jest.setTimeout(60_000);

let stage: Stage;
let owner: Site;
/** The profile most windows are opened in: as on one device, scripts load once. */
let common: BrowserContext;
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
async function elsewhere(): Promise<BrowserContext> {
  const made = await stage.profile();
  others.push(made);
  return made;
}

/** A window of the local Teams. */
const openAs = (query: string, profile = common): Promise<Page> => stage.window(profile, query);

/** Says that Graph will refuse something here, and how: the browser itself reports every refused request as an error. */
function expectRefusals(...statuses: readonly number[]): void {
  const codes = statuses.join('|');
  expected.push(new RegExp(`answer: (${codes}) .*/graph/`), new RegExp(`status of (${codes}) .*/graph/`));
}

/** Lets nothing reach Graph, as where the network is gone but Teams still shows the page; returns how to undo it. The browser
 * itself reports every request that then fails. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  const address = `${stage.sandbox.origin}/graph/**`;
  expected.push(/ERR_INTERNET_DISCONNECTED/);
  await page.route(address, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(address);
}

/** Waits until something holds, asking again and again. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`This never came to hold: ${holds}`);
    await setTimeout(50);
  }
}

/** Everything sent to a channel so far. */
const posts = () =>
  stage.sandbox.exchanges().filter(({ method, path }) => method === 'POST' && path.includes('/messages'));

/** Lets a window create so many lists more; what it asks of Graph after that is never answered. */
async function stopAfter(page: Page, lists: number): Promise<void> {
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
const goTo = (page: Page, route: string): Promise<unknown> =>
  product(page)
    .locator('html')
    .evaluate(`window.location.hash = ${JSON.stringify(`#/${route}`)}`);

const heading = (page: Page, name: string) => product(page).getByRole('heading', { name, level: 1 });
const text = (page: Page, words: string | RegExp) => product(page).getByText(words);
const emptyHeading = 'How well do we lead our procurement?';
const areaTitle = 'Engaging councillors';
const title = 'How we lead';

describe('before anything is set up', () => {
  test('the tab in a plain browser says where to open it, and the framework can be read', async () => {
    const page = await openWindow(common, 'outside', stage.troubles);
    await page.goto(`${stage.sandbox.productOrigin}/tab.html`);
    await page.getByRole('heading', { name: 'Open this in Microsoft Teams' }).waitFor();
    await stage.look(page, 'outside');
    await page.getByRole('link', { name: 'Read the framework meanwhile' }).click();
    await page.getByRole('heading', { name: areaTitle }).waitFor();
    await page.goto(`${stage.sandbox.productOrigin}/configure.html`);
    await page.getByRole('heading', { name: 'Open this in Microsoft Teams' }).waitFor();
    await stage.look(page, 'outside-configure');
  });

  test('a set-up broken off half-way goes on, leaves a foreign list alone, and done twice changes nothing', async () => {
    await owner.graph('POST', `/sites/${siteId}/lists`, {
      displayName: 'Procurement results',
      description: 'Results of the tenders of 2019',
      list: { template: 'genericList' },
    });
    const foreign = await owner.list('Procurement results');
    const columnsBefore = await owner.graph('GET', `/sites/${siteId}/lists/${foreign}/columns`);

    const first = await openAs('as=priya&in=general&tab=posts');
    const setUp = await beginTab(first);
    await setUp.getByText('A list of this name that is not ours is there.').waitFor();
    await stage.look(first, 'configure-foreign');
    await stopAfter(first, 3);
    await setUp.getByRole('button', { name: 'Create the lists' }).click();
    // The third is made, and the window does not come to know it.
    await setUp.getByText('2 of 6 lists ready').waitFor();
    await eventually(async () => (await owner.listNames()).includes('Procurement responses'));
    await first.close();

    const second = await openAs('as=priya&in=general&tab=posts');
    const again = await beginTab(second);
    await again.getByRole('button', { name: 'Go on creating' }).waitFor();
    await stage.look(second, 'configure-half');
    await again.getByRole('button', { name: 'Go on creating' }).click();
    await again.getByText('Everything is ready').waitFor();
    const made = await owner.listNames();
    expect(made).toContain('Procurement results (Showing leadership)');
    expect(made.filter((name) => name.startsWith('Procurement'))).toHaveLength(7);
    await saveTab(second);

    const third = await openAs('as=priya&in=board&tab=posts');
    await (await beginTab(third)).getByText('The lists are there already').waitFor();
    await stage.look(third, 'configure-twice');
    await saveTab(third);
    expect(await owner.listNames()).toEqual(made);
    expect(await owner.graph('GET', `/sites/${siteId}/lists/${foreign}/columns`)).toEqual(columnsBefore);
    expect(await owner.rows(foreign)).toEqual([]);
  });
});

describe('with the tab added', () => {
  beforeAll(async () => {
    await owner.sandbox('POST', '/reset');
    const page = await openAs('as=priya&in=general&tab=posts');
    await addTab(page);
    await page.close();
    await copyTab(generalChannelId, boardChannelId);
  }, 60_000);

  test('trying it first leaves nothing behind', async () => {
    const page = await openAs(`as=carol&in=general&${tab}`);
    const form = product(page);
    await form.getByRole('button', { name: 'Try it first' }).click();
    await heading(page, 'Practice assessment').waitFor();
    await stage.look(page, 'practice');
    await form.getByRole('link', { name: 'Start answering' }).click();
    await choose(page, 'Developing');
    await text(page, /^Saved at /).waitFor();
    await form
      .getByRole('link', { name: /Practice assessment/ })
      .first()
      .click();
    await form.getByRole('link', { name: `Show answers and agree: ${areaTitle}` }).click();
    await form.getByRole('button', { name: 'Show answers', exact: true }).click();
    const now = form.getByRole('region', { name: 'Where are we now' });
    await now.getByRole('radio', { name: /Developing/ }).check();
    await now.getByLabel('Why this level').fill('To see how it works.');
    await now.getByRole('button', { name: 'Record what is agreed' }).click();
    await now.getByText(/^Recorded by Carol Whitfield/).waitFor();
    await form
      .getByRole('link', { name: /Practice assessment/ })
      .first()
      .click();
    await stage.look(page, 'practice-agreed');
    await form.getByRole('button', { name: 'Delete this practice assessment' }).click();
    await form.getByRole('button', { name: 'Delete', exact: true }).click();
    await heading(page, emptyHeading).waitFor();
    for (const name of ['assessments', 'responses', 'actions', 'results', 'comments']) {
      const list = await owner.list(`Procurement ${name}`);
      await eventually(async () => (await owner.rows(list)).length === 0);
    }
    const workings = await owner.list('Procurement workings');
    await eventually(async () => (await owner.rows(workings)).every((row) => !row.AssessmentId));
    expect(posts()).toEqual([]);
  });

  test('a due date in the past and a title too long are named where they are mended; nothing typed is lost', async () => {
    const page = await openAs(`as=tom&in=general&${tab}`);
    const form = product(page);
    await form.getByRole('link', { name: 'Open an assessment' }).click();
    const title = 'A long title '.repeat(24).slice(0, 300);
    await form.getByLabel('Title').fill(title);
    await form.getByLabel('Organisation').fill('Northbridge Council');
    await form.getByLabel('Answers are due by').fill('2020-02-29');
    await form.getByRole('button', { name: 'Open the assessment' }).click();
    const summary = form.getByRole('alert');
    await summary.getByText('Shorten the title to 200 characters').waitFor();
    await summary.getByText('The date is in the past. Choose today or a later day').waitFor();
    await stage.look(page, 'open-faults');
    await summary.getByText('Shorten the title to 200 characters').click();
    await expect(form.locator(':focus').inputValue()).resolves.toBe(title);
    // A reload keeps it too.
    await page.reload();
    await product(page).getByRole('link', { name: 'Open an assessment' }).click();
    await expect(product(page).getByLabel('Title').inputValue()).resolves.toBe(title);
    await expect(product(page).getByLabel('Answers are due by').inputValue()).resolves.toBe('2020-02-29');
    expect(await owner.rows(await owner.list('Procurement assessments'))).toEqual([]);
  });

  describe('with an assessment open', () => {
    let id = '';

    beforeAll(async () => {
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
    }, 40_000);

    /** Comes to the answer screen of the first key area. */
    async function toAnswer(query: string, profile = common): Promise<Page> {
      const page = await openAs(query, profile);
      await product(page)
        .getByRole('link', { name: `Answer: ${areaTitle}` })
        .or(product(page).getByRole('link', { name: `See or change my answer: ${areaTitle}` }))
        .click();
      await heading(page, areaTitle).waitFor();
      return page;
    }

    /** The row a person's answer lies in; undefined where it is not in SharePoint. */
    async function answerRow(slug: string) {
      const key = `response:${id}:engaging-councillors:${personId(slug)}`;
      return (await owner.rows(await owner.list('Procurement workings'))).find((row) => row.Key === key);
    }

    test('links to nothing say so, and lead on', async () => {
      const nowhere = '00000000-0000-4000-8000-000000000000';
      const page = await openAs(`as=aisha&in=general&${tab}&sub=assessment/${nowhere}`);
      await heading(page, 'There is no such assessment').waitFor();
      await stage.look(page, 'no-assessment');
      await goTo(page, `assessment/${id}/answer/no-such-area`);
      await heading(page, 'This assessment has no such key area').waitFor();
      await goTo(page, `assessment/${id}/discuss/no-such-area`);
      await heading(page, 'This key area is not part of the assessment').waitFor();
      await goTo(page, `check/${nowhere}`);
      await text(page, 'This assessment cannot be found').waitFor();
      await stage.look(page, 'no-assessment-check');
      await goTo(page, 'no/such/page');
      await heading(page, 'There is no such page').waitFor();
      await stage.look(page, 'no-page');
      await product(page).getByRole('link', { name: 'Go to the start' }).click();
      await heading(page, title).waitFor();
    });

    test('an answer typed without a network is kept over a reload and saved once the network is back', async () => {
      const page = await toAnswer(`as=ben&in=general&${tab}`, await elsewhere());
      const join = await cutOff(page);
      await page.context().setOffline(true);
      await choose(page, 'Leader');
      await text(page, /^Not yet saved in SharePoint because you are offline/).waitFor();
      await join();
      await page.context().setOffline(false);
      await text(page, /^Saved at /).waitFor();
      const rejoin = await cutOff(page);
      await choose(page, 'Mature');
      await addMore(page);
      await product(page).getByLabel('Remark').fill('Typed without a network');
      await text(page, /^Not yet saved in SharePoint because you are offline/).waitFor();
      await stage.look(page, 'offline');
      await page.reload();
      await text(page, 'There is no connection.').waitFor();
      await stage.look(page, 'offline-start');
      const before = (await answerRow('ben'))?.Body;
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

    test('two people in one browser profile keep apart', async () => {
      const shared = await elsewhere();
      const ben = await stage.window(shared, `as=ben&in=general&${tab}`);
      await heading(ben, title).waitFor();
      await goTo(ben, `assessment/${id}/answer/working-with-partners`);
      await choose(ben, 'Mature');
      await addMore(ben);
      await product(ben).getByLabel('Remark').fill('Between Ben and his council');
      await text(ben, /^Saved at /).waitFor();
      const aisha = await stage.window(shared, `as=aisha&in=general&${tab}`);
      await heading(aisha, title).waitFor();
      await goTo(aisha, `assessment/${id}/answer/working-with-partners`);
      await heading(aisha, 'Working with partners').waitFor();
      await expect(product(aisha).getByRole('radio', { checked: true }).count()).resolves.toBe(0);
      const kept = await databasesSeenBy(aisha);
      const namesOf = (slug: string) => Object.keys(kept).filter((name) => name.includes(personId(slug)));
      expect(namesOf('ben')).toHaveLength(1);
      expect(namesOf('aisha')).toHaveLength(1);
      expect(Object.keys(kept)).toHaveLength(2);
      // What was typed lies nowhere in plain words: not in Aisha's database, and not in Ben's own.
      expect(JSON.stringify(kept)).not.toContain('Between Ben and his council');
      const [hers = ''] = namesOf('aisha');
      expect(kept[hers]).toContain(id);
    });

    test('in the side panel of a meeting, and in high contrast, everything can be read and used', async () => {
      const page = await toAnswer(`as=tom&in=meeting&${tab}&frame=panel&theme=dark`);
      for (const screen of ['', 'framework', `assessment/${id}/discuss/engaging-councillors`, 'open', 'check']) {
        await goTo(page, screen);
        await product(page).getByRole('heading', { level: 1 }).waitFor();
        await stage.look(page, `panel-${screen.split('/').at(-1)}`);
        expect(await width(page)).toEqual({ page: 280, content: 280 });
      }
      await goTo(page, `assessment/${id}/answer/engaging-councillors`);
      await choose(page, 'Developing');
      await addMore(page);
      await product(page)
        .getByLabel('Remark')
        .fill(`https://example.org/${'long'.repeat(40)}`);
      await text(page, /^Saved at /).waitFor();
      expect(await width(page)).toEqual({ page: 280, content: 280 });
      await stage.look(page, 'panel-answer');
      await page.close();

      const contrast = await toAnswer(`as=tom&in=general&${tab}&theme=contrast`);
      await stage.look(contrast, 'contrast-answer');
      await goTo(contrast, '');
      await heading(contrast, title).waitFor();
      await stage.look(contrast, 'contrast-landing');
    });

    test('a meeting without a channel uses a chosen channel’s assessment, and so does the personal app', async () => {
      const page = await openAs('as=priya&in=chat-meeting&tab=posts');
      const setUp = await beginTab(page);
      await setUp.getByRole('heading', { name: 'Which assessment belongs here?' }).waitFor();
      await setUp.getByRole('radio', { name: /^General,/ }).check();
      await stage.look(page, 'choose-place');
      await setUp.getByRole('button', { name: 'Use this channel’s assessment' }).click();
      await setUp.getByText(/^The assessment of General will be used here/).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await heading(page, title).waitFor();
      await stage.look(page, 'chat-meeting');
      await page.close();

      const personal = await openAs('as=aisha&in=general&frame=personal');
      await heading(personal, 'Which assessment belongs here?').waitFor();
      await product(personal)
        .getByRole('radio', { name: /^General,/ })
        .check();
      await product(personal).getByRole('button', { name: 'Use this channel’s assessment' }).click();
      await heading(personal, title).waitFor();
      await stage.look(personal, 'personal');
    });

    test('another channel of the team uses the same lists and sees only its own assessments', async () => {
      const lists = await owner.listNames();
      const page = await openAs(`as=priya&in=board&${tab}`);
      await heading(page, emptyHeading).waitFor();
      await openAssessment(page, 'Of the board', ['Priya Shah']);
      await page.reload();
      await heading(page, 'Of the board').waitFor();
      const general = await openAs(`as=priya&in=general&${tab}`);
      await heading(general, title).waitFor();
      expect(await owner.listNames()).toEqual(lists);
      expect(await owner.rows(await owner.list('Procurement assessments'))).toHaveLength(2);
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
});

/** What every IndexedDB database that a window's product can open holds, as text, by the database's name. */
async function databasesSeenBy(page: Page): Promise<Readonly<Record<string, string>>> {
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
const width = (page: Page): Promise<unknown> =>
  product(page)
    .locator('html')
    .evaluate('({ page: document.documentElement.clientWidth, content: document.documentElement.scrollWidth })');
