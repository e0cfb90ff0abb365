// Sharing with councillors: what is shown beforehand is what is written, and the screen says what becomes of it.
import { cleanup, screen, within } from '@testing-library/react';
import type { SharedResult } from '../../../src/assessment';
import { fail } from '../../../src/base/result';
import { previewSharing } from '../../../src/commands/share';
import { readView } from '../../../src/commands/view';
import { ShareScreen } from '../../../src/ui/share/ShareScreen';
import { fieldLabel, leftInList, sharedFields, sharingChange } from '../../../src/ui/share/sharingChanges';
import { fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, putAnswer, putArea, putOpen, secondArea } from '../shownAssessment';

afterEach(cleanup);

const hostile = '<script>alert(1)</script> [x](javascript:y) שלום 😀';

async function sharing(as = priya) {
  const work = await fakeWorkplace(as);
  const { id } = await putOpen(work);
  putAnswer(work, id, { remark: 'A remark that must not be shared' });
  putArea(work, id, { ...agreedOn(2, hostile), target: { kind: 'level', level: 3, by: '2027-03-31' } });
  putArea(work, id, { keyAreaId: secondArea, phase: 'skipped' });
  const view = await readView(work, id);
  if (!view) throw new Error('not there');
  const page = await show(work, <ShareScreen assessmentId={id} />);
  return { ...page, work, id, preview: previewSharing(view, '2026-11-22') };
}

describe('sharing with councillors', () => {
  it('shows word for word what will be written, and names what is left out', async () => {
    const { preview } = await sharing();
    expect(preview).toHaveLength(1);
    const shown = within(screen.getByRole('article'));
    shown.getByRole('heading', { name: 'Engaging councillors' });
    const written = sharedFields.flatMap((field) => {
      const text = preview[0]?.[field] ?? '';
      return text === '' ? [] : [[fieldLabel(field), text]];
    });
    const terms = shown.getAllByRole('term').map((term) => term.textContent);
    const texts = shown.getAllByRole('definition').map((text) => text.textContent);
    expect(terms.map((term, index) => [term, texts[index]])).toEqual(written);
    expect(document.body.textContent).not.toContain('must not be shared');
    within(screen.getByRole('region', { name: 'What is left out' })).getByText(
      'Engaging senior managers: Skipped for now.',
    );
  });

  it('writes exactly that, and says so', async () => {
    const { user, work, id, preview } = await sharing();
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
    await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
    await settle();
    expect((await work.replica.all('results', id)).map((row) => row.record)).toEqual(preview);
    screen.getByText('Shared: councillors can now read 1 key area in the list.');
    screen.getByText('Unchanged since it was last shared.');
  });

  it('says why it waits, and goes on when asked again', async () => {
    const { user, work } = await sharing();
    const confirmed = work.replica.confirmed;
    Object.assign(work.replica, { confirmed: async () => fail({ kind: 'offline' }) });
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
    await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
    await settle();
    screen.getByText('There is no connection.');
    expect(screen.queryByText(/^Shared:/)).toBeNull();
    Object.assign(work.replica, { confirmed });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    screen.getByText(/^Shared:/);
  });

  it('shares nothing of a practice assessment', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work, { practice: true });
    await show(work, <ShareScreen assessmentId={id} />);
    screen.getByText('A practice assessment shares nothing');
    expect(screen.queryByRole('button', { name: 'Share with councillors' })).toBeNull();
  });

  it('lets others see what would be shared, and no more', async () => {
    await sharing(tom);
    screen.getByText(/Only facilitators can share the result/);
    screen.getByRole('article');
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

describe('what sharing again changes', () => {
  const row: SharedResult = {
    assessmentId: 'a',
    keyAreaId: 'one',
    assessmentTitle: '',
    organisation: '',
    keyArea: 'One',
    level: 'Mature',
    meaning: '',
    change: '',
    target: '',
    reason: 'Because',
    actions: '',
    comparison: '',
    sharedOn: '2026-11-01',
  };

  it('tells new, unchanged and changed rows apart, and keeps in sight what stays in the list', () => {
    expect(sharingChange(row, [])).toEqual({ kind: 'first' });
    expect(sharingChange({ ...row, sharedOn: '2026-11-22' }, [row])).toEqual({ kind: 'same' });
    expect(sharingChange({ ...row, level: 'Leader' }, [row])).toEqual({
      kind: 'changed',
      fields: [{ field: 'level', before: 'Mature' }],
    });
    expect(leftInList([], [row])).toEqual([row]);
    expect(leftInList([row], [row])).toEqual([]);
  });
});
