// What councillors wrote, on the results screen: where it stands, the reply and its draft, what has to be placed, and what is out of reach.
import { act, cleanup, screen, within } from '@testing-library/react';
import type { Comment } from '../../../src/assessment';
import { fail, ok } from '../../../src/base/result';
import { ResultsScreen } from '../../../src/ui/results/ResultsScreen';
import { aisha, type FakeWorkplace, fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, firstArea, putArea, putOpen } from '../shownAssessment';

afterEach(cleanup);

const margaret = { id: '07962978-a5bc-4ede-9067-8293a4b5c6d7', displayName: 'Cllr Margaret Doyle' };
const hostile = '<img src=x onerror=alert(1)> **bold** [x](javascript:y) שלום 😀';
const region = (name: string) => within(screen.getByRole('region', { name }));
const general = 'General questions and comments from councillors';

async function withComments(as = tom, more: Parameters<typeof putOpen>[1] = {}) {
  const work = await fakeWorkplace(as);
  const { id } = await putOpen(work, more);
  putArea(work, id, agreedOn(2));
  const said = (key: string, comment: Partial<Comment>) =>
    work.replica.putAs(margaret, 'comments', key, {
      assessmentId: id,
      keyAreaId: null,
      title: '',
      kind: 'question',
      text: 'Why?',
      reply: '',
      ...comment,
    });
  return { work, id, said };
}

const showResults = (work: FakeWorkplace, id: string) => show(work, <ResultsScreen assessmentId={id} />);
const replyTo = 'Reply to Cllr Margaret Doyle';

describe('what councillors wrote', () => {
  it('stands beside its key area, general ones at the end, each with who, when and where it stands', async () => {
    const { work, id, said } = await withComments();
    said('1', { keyAreaId: firstArea, title: 'The pipeline', text: hostile });
    said('2', { kind: 'comment', text: 'Well done.' });
    said('3', { kind: 'question', text: '', title: 'All of it in the title?', reply: 'Yes.' });
    await showResults(work, id);
    screen.getByText('1 question waits for a reply.');
    const beside = region('Engaging councillors');
    expect(beside.getByText(/^Question from/).textContent).toBe(
      'Question from Cllr Margaret Doyle, 10:00 · Waiting for a reply',
    );
    beside.getByText('The pipeline');
    beside.getByText(hostile);
    const rows = region(general).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('Comment from Cllr Margaret Doyle, 10:00 · No reply needed');
    expect(rows[1]?.textContent).toContain('Answered');
    expect(rows[1]?.textContent).toContain('All of it in the title?');
    expect(rows[1]?.textContent).toContain('Item last changed by Cllr Margaret Doyle');
    expect(document.querySelector('img')).toBeNull();
  });

  it('of sixty thousand characters shows its beginning, and all of it on demand', async () => {
    const { work, id, said } = await withComments();
    const text = 'word '.repeat(12_000).trim();
    said('1', { text });
    const { user } = await showResults(work, id);
    expect(document.body.textContent).not.toContain(text);
    await user.click(region(general).getByRole('button', { name: /^Show all 59,999 characters/ }));
    expect(document.body.textContent).toContain(text);
  });

  it('is answered here: the reply is written into the item, and it no longer waits', async () => {
    const { work, id, said } = await withComments();
    said('1', { text: 'Why so low?' });
    const { user } = await showResults(work, id);
    await user.click(screen.getByRole('button', { name: replyTo }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Reply to/ }));
    await user.click(screen.getByRole('button', { name: 'Save the reply' }));
    screen.getByText('Write the reply first.');
    await user.click(screen.getByRole('textbox', { name: /^Reply to/ }));
    await user.paste(hostile);
    await user.click(screen.getByRole('button', { name: 'Save the reply' }));
    await settle();
    expect((await work.replica.one('comments', '1'))?.record).toMatchObject({ text: 'Why so low?', reply: hostile });
    expect(screen.queryByText(/waits for a reply/)).toBeNull();
    screen.getByText(/^Saved at/);
    screen.getByRole('button', { name: /^Change the reply/ });
  });

  it('keeps what is typed as a reply over leaving the screen, and what another officer wrote meanwhile', async () => {
    const { work, id, said } = await withComments();
    said('1', { text: 'Why?' });
    const { user, unmount } = await showResults(work, id);
    await user.click(screen.getByRole('button', { name: replyTo }));
    await user.type(screen.getByRole('textbox', { name: /^Reply to/ }), 'Half a rep');
    unmount();
    said('1', { text: 'Why?', reply: 'Aisha was quicker.' });
    const put = jest.spyOn(work.replica, 'put');
    const again = await showResults(work, id);
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to/ });
    expect(box.value).toBe('Half a rep');
    expect(document.activeElement).not.toBe(box);
    await again.user.type(box, 'ly');
    await again.user.click(screen.getByRole('button', { name: 'Save the reply' }));
    await settle();
    // Merged against what was there when it was begun: that is how two versions come to be seen.
    expect(put.mock.calls[0]?.slice(1)).toMatchObject(['1', { reply: 'Half a reply' }, { reply: '' }]);
  });

  it('says of a reply that was not saved why, and offers both of two versions', async () => {
    const { work, id, said } = await withComments();
    said('1', { reply: 'x' });
    work.replica.setSaveState('comments', '1', { kind: 'parked', because: { kind: 'too-large' } });
    await showResults(work, id);
    screen.getByText('Not saved in SharePoint because it is too long for SharePoint.');
    const comment = (await work.replica.one('comments', '1'))?.record;
    if (!comment) throw new Error('It is not there');
    await act(async () =>
      work.replica.setSaveState('comments', '1', {
        kind: 'two-versions',
        mine: { ...comment, reply: 'mine' },
        theirs: { ...comment, reply: 'theirs' },
      }),
    );
    await screen.findByRole('button', { name: /Keep mine/ });
  });

  it('is only read by who is neither asked nor a facilitator', async () => {
    const { work, id, said } = await withComments(aisha, { participants: [], facilitators: [priya] });
    said('1', {});
    said('2', { assessmentId: null, text: 'nowhere' });
    await showResults(work, id);
    region(general).getByText('Why?');
    expect(screen.queryByRole('button', { name: /Reply/ })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Not placed yet' })).toBeNull();
  });

  it('is offered to be placed where it names nothing, or what SharePoint does not know', async () => {
    const { work, id, said } = await withComments();
    said('1', { assessmentId: null, text: 'names nothing', keyAreaId: firstArea });
    said('2', { assessmentId: 'nonsense', text: 'names nonsense' });
    said('3', { assessmentId: 'another-channels', text: 'of others' });
    said('4', { assessmentId: 'unknown-yet', text: 'not known yet' });
    work.replica.fetchOne = async (_list, key) => {
      if (key === 'unknown-yet') return fail({ kind: 'offline' });
      return ok(key !== 'nonsense');
    };
    const { user } = await showResults(work, id);
    const rows = region('Not placed yet').getAllByRole('listitem');
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toContain('Engaging councillors');
    const place = within(rows[0] ?? document.body).getByRole('button', { name: /^It belongs to “Autumn 2026”/ });
    await user.click(place);
    await settle();
    expect((await work.replica.one('comments', '1'))?.record.assessmentId).toBe(id);
    region('Engaging councillors').getByText('names nothing');
  });

  it('is said to be out of reach where it is, which is not the same as none', async () => {
    const { work, id } = await withComments();
    work.replica.setStanding({
      kind: 'apart',
      at: '2026-11-22T10:32:00Z',
      because: { kind: 'no-access', to: '/sites/…/lists' },
    });
    await showResults(work, id);
    region(general).getByText('What councillors wrote is out of reach for you');
  });
});
