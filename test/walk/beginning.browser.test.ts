// Where people begin, and the other places they come from: before anything is set up, practice, links, meetings, other channels.
import { siteId } from '../../sandbox/store/seed';
import { openWindow, product } from '../browser/person';
import {
  areaTitle,
  common,
  databasesSeenBy,
  elsewhere,
  emptyHeading,
  eventually,
  goTo,
  heading,
  id,
  openAs,
  openForAll,
  owner,
  posts,
  setUpSite,
  stage,
  stopAfter,
  text,
  title,
  toAnswer,
  width,
} from './scene';
import { personId } from './site';
import { addMore, beginTab, choose, openAssessment, saveTab, tab } from './steps';

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
  beforeAll(setUpSite, 60_000);

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
});

describe('with an assessment open', () => {
  beforeAll(openForAll, 40_000);

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
});
