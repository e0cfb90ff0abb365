// Opening an assessment: faults are summed up and nothing typed is lost; then it is open.
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { previewMessage } from '../../../src/commands/messages';
import { readView } from '../../../src/commands/view';
import { OpenScreen } from '../../../src/ui/open/OpenScreen';
import { fakeWorkplace } from '../fakeWorkplace';
import { show } from '../render';

afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)> [a](javascript:x) "שלום" 😀';
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const day = () => screen.getByLabelText<HTMLInputElement>(/due by/);
const press = () => screen.getByRole('button', { name: 'Open the assessment' });

/** Whole texts at once: typing them letter by letter would test the keyboard, slowly. */
const fill = (input: HTMLInputElement, value: string) => fireEvent.change(input, { target: { value } });

describe('opening an assessment', () => {
  it('sums up what is faulty, takes the focus there, and leads to each place', async () => {
    const work = await fakeWorkplace();
    const { user } = await show(work, <OpenScreen />);
    fill(field('Title'), '');
    fill(day(), '2026-11-21');
    await user.click(press());
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    const links = within(summary).getAllByRole('button');
    expect(links.map((link) => link.textContent)).toEqual([
      'Enter a title',
      'Enter the name of your organisation',
      'The date is in the past. Choose today or a later day',
    ]);
    await user.click(within(summary).getByRole('button', { name: 'Enter the name of your organisation' }));
    expect(document.activeElement).toBe(field('Organisation'));
    expect(field('Organisation').getAttribute('aria-invalid')).toBe('true');
    expect(day().value).toBe('2026-11-21');
    expect(await work.replica.openHere()).toEqual([]);
  });

  it('keeps what was typed while somebody looks elsewhere', async () => {
    const work = await fakeWorkplace();
    const first = await show(work, <OpenScreen />);
    fill(field('Organisation'), hostile);
    await first.user.click(screen.getByRole('checkbox', { name: 'Working with partners' }));
    first.unmount();
    await show(work, <OpenScreen />);
    expect(field('Organisation').value).toBe(hostile);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Working with partners' }).checked).toBe(false);
  });

  it('opens what was typed, shows the channel text word for word, and gives the link to check access with', async () => {
    const work = await fakeWorkplace();
    const { user } = await show(work, <OpenScreen />);
    fill(field('Title'), hostile);
    fill(field('Organisation'), hostile);
    fill(day(), '2026-12-04');
    const promised = document.querySelector('blockquote')?.textContent;
    await user.click(press());
    // Sealing is real and takes its time.
    await screen.findByRole('heading', { name: 'The assessment is open' });
    const [opened] = await work.replica.openHere();
    const view = await readView(work, opened?.key ?? '');
    expect(view?.assessment).toMatchObject({ title: hostile, dueDate: '2026-12-04', tellChannel: true, phase: 'open' });
    expect(view && previewMessage(work, view, { event: 'opened' }).text).toBe(promised);
    screen.getByText(hostile);
    expect(document.querySelector('img')).toBeNull();
    screen.getByRole('button', { name: 'Copy the link' });
  });

  it('says that nothing is posted where the channel is not told', async () => {
    const work = await fakeWorkplace();
    const { user } = await show(work, <OpenScreen />);
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General when the assessment opens' }));
    screen.getByText('Nothing is posted.');
    expect(document.querySelector('blockquote')).toBeNull();
  });

  it('warns while only one person could show the answers', async () => {
    await show(await fakeWorkplace(), <OpenScreen />);
    screen.getByText(/You have named only one facilitator/);
  });
});
