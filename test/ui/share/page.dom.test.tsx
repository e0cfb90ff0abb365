// The page for councillors on the share screen: where it stands, what may be done about it; and what was edited by hand in the list.
import { cleanup, screen, within } from '@testing-library/react';
import { previewSharing } from '../../../src/commands/share';
import { readView } from '../../../src/commands/view';
import { keys, type PageWorking } from '../../../src/sharepoint/records';
import { ResultsScreen } from '../../../src/ui/results/ResultsScreen';
import { ShareScreen } from '../../../src/ui/share/ShareScreen';
import { type FakeWorkplace, fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, firstArea, putArea, putOpen } from '../shownAssessment';

afterEach(cleanup);

const sharedAt = '2026-11-21T09:00:00Z';
const edited = { by: tom, at: '2026-11-21T15:00:00Z' };

/** An assessment that was shared, as it was shared. */
async function shared(work: FakeWorkplace): Promise<string> {
  const { id } = await putOpen(work, { phase: 'shared', sharedAt });
  putArea(work, id, agreedOn(2, 'As we agreed'));
  const view = await readView(work, id);
  for (const result of view ? previewSharing(view, '2026-11-21') : []) {
    work.replica.putAs(priya, 'workings', keys.shared(id, result.keyAreaId), {
      kind: 'shared',
      assessmentId: id,
      result,
    });
    work.replica.putAs(priya, 'results', keys.result(id, result.keyAreaId), result);
  }
  return id;
}

const pageOf = (assessmentId: string, more: Partial<PageWorking>): PageWorking => ({
  kind: 'page',
  assessmentId,
  state: 'published',
  owner: null,
  pageId: 'p1',
  url: 'https://council.example/SitePages/page.aspx',
  lastSeen: 'seen',
  sharedAt,
  edited: null,
  reason: '',
  ...more,
});

async function standing(more: Partial<PageWorking> | null, by = priya) {
  const work = await fakeWorkplace();
  const id = await shared(work);
  if (more) work.replica.putAs(by, 'workings', keys.page(id), pageOf(id, more));
  const page = await show(work, <ShareScreen assessmentId={id} />);
  const region = within(screen.getByRole('region', { name: 'The page for councillors' }));
  const buttons = () => region.queryAllByRole('button').map((button) => button.textContent);
  return { ...page, work, id, region, buttons };
}

const open = expect.stringMatching(/^Open the page/);

describe('the page for councillors', () => {
  it('is offered where there is none, and where nobody facilitating made the row of one', async () => {
    const none = await standing(null);
    none.region.getByText('There is no page of this result yet.');
    expect(none.buttons()).toEqual(['Make the page']);
    cleanup();
    const forged = await standing({ url: 'https://elsewhere.example/' }, tom);
    forged.region.getByText('There is no page of this result yet.');
  });

  it('is there to be opened once it is published, and says when it is behind', async () => {
    const { region, buttons } = await standing({});
    region.getByText('The page is published.');
    expect(buttons()).toEqual([open, 'Update the page']);
    cleanup();
    const behind = await standing({ sharedAt: '2026-11-01T09:00:00Z' });
    behind.region.getByText('The page does not say yet what was shared last.');
    expect(behind.buttons()).toEqual([open, 'Update the page']);
  });

  it('is not touched while somebody is at it, and goes on where they are gone', async () => {
    // The row was last changed at 10:00, and it is 10:32.
    const { region, buttons } = await standing({ state: 'making', owner: 'x' });
    region.getByText('Somebody began to make the page and did not finish.');
    expect(buttons()).toEqual(['Go on']);
  });

  it('names who edited it by hand and when, and asks; whoever leaves it is not asked again', async () => {
    const { user, work, id, region, buttons } = await standing({ state: 'edited', edited });
    region.getByText(
      'Tom Okafor edited the page by hand in SharePoint, 21 November 2026 at 15:00. It was left as it is.',
    );
    expect(buttons()).toEqual([open, 'Replace it', 'Leave it']);
    await user.click(region.getByRole('button', { name: 'Leave it' }));
    region.getByText(/^The page stays as Tom Okafor edited it/);
    expect(buttons()).toEqual([open, 'Replace it']);
    cleanup();
    await show(work, <ShareScreen assessmentId={id} />);
    screen.getByText(/^The page stays as Tom Okafor edited it/);
  });

  it.each([
    ['no-access', /You may not change the pages of that site/],
    ['open-for-editing', /Somebody has the page open for editing/],
    ['something-new', /SharePoint gave no reason that helps here/],
  ])('says why it was refused (%s), that the list is not affected, and offers to try again', async (reason, words) => {
    const { user, region, buttons } = await standing({ state: 'refused', reason, url: '' });
    region.getByText('The page could not be published. The list is not affected.');
    region.getByText(words);
    expect(buttons()).toEqual(['Try again']);
    await user.click(region.getByRole('button', { name: 'Try again' }));
    await settle();
    // The lists cannot be reached here, and that is said as everywhere.
    region.getByText('There is no connection.');
  });

  it('waits for the sharing where something changed since', async () => {
    const { work, id, region, buttons } = await standing({});
    putArea(work, id, agreedOn(4, 'Thought again'));
    await settle();
    region.getByText(/Share it again to update the page/);
    expect(buttons()).toEqual([open]);
  });

  it('can be read before it is made, word for word and without a way out', async () => {
    const { user } = await standing(null);
    await user.click(screen.getByText('See what the page says'));
    await settle();
    screen.getByText('This is officers’ own assessment; it has not been independently checked.');
    screen.getByText(/What would it take to get there\?$/);
    expect(screen.queryByRole('link', { name: 'Write a question or comment' })).toBeNull();
  });

  it('is not made where the switch is off, and the switch stays as it was left', async () => {
    const { user, work, id, region } = await standing(null);
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
    await user.click(screen.getByRole('switch', { name: 'Also make a page that councillors can read' }));
    await user.click(screen.getByRole('button', { name: 'Share again' }));
    await settle();
    screen.getByText(/^Shared:/);
    region.getByText('There is no page of this result yet.');
    expect(region.queryByText('There is no connection.')).toBeNull();
    cleanup();
    await show(work, <ShareScreen assessmentId={id} />);
    expect(screen.getByRole('switch', { name: 'Also make a page that councillors can read' })).not.toHaveProperty(
      'checked',
      true,
    );
  });
});

describe('a row of the results list that was edited by hand', () => {
  async function editedRow() {
    const work = await fakeWorkplace();
    const id = await shared(work);
    const [row] = await work.replica.all('results', id);
    if (!row) throw new Error('no row');
    work.replica.putAs(priya, 'results', row.key, { ...row.record, reason: 'By hand' }, tom);
    return { work, id };
  }

  it('is named before sharing again, and the button says that it will be replaced', async () => {
    const { work, id } = await editedRow();
    const { user } = await show(work, <ShareScreen assessmentId={id} />);
    screen.getByText('Engaging councillors: by Tom Okafor, 10:00');
    screen.getByText('Sharing again replaces these edits with what stands here.');
    screen.getByText('The list says something else, edited by hand: Why.');
    screen.getByText('In the list: By hand');
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
    await user.click(screen.getByRole('button', { name: 'Share again and replace the edits' }));
    await settle();
    expect((await work.replica.all('results', id)).map(({ record }) => record.reason)).toEqual(['As we agreed']);
    expect(screen.queryByText('Edited by hand in SharePoint')).toBeNull();
  });

  it('is marked on the results screen, whose own words are the officers’', async () => {
    const { work, id } = await editedRow();
    await show(work, <ResultsScreen assessmentId={id} />);
    screen.getByText('Engaging councillors: by Tom Okafor, 10:00');
    screen.getByText('As we agreed');
    expect(screen.queryByText('By hand')).toBeNull();
  });
});

it('a row whose key area is no longer agreed is taken out of the list by a press', async () => {
  const work = await fakeWorkplace();
  const id = await shared(work);
  putArea(work, id, { keyAreaId: firstArea, phase: 'skipped' });
  const { user } = await show(work, <ShareScreen assessmentId={id} />);
  await user.click(screen.getByRole('button', { name: 'Take out of the list: Engaging councillors' }));
  await settle();
  expect(await work.replica.all('results', id)).toEqual([]);
  expect(screen.queryByText(/^Still in the list/)).toBeNull();
});
