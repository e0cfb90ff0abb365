// Arrangements on screen: what is told, quiet hours, pre-election periods; and being asked before something is published.
import { act, cleanup, configure, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { Arrangements } from '../../../src/assessment';
import { fail, ok } from '../../../src/base/result';
import { arrangementsHere, changeArrangements } from '../../../src/commands/arrangements';
import { keys } from '../../../src/sharepoint/records';
import { ArrangementsScreen } from '../../../src/ui/arrangements/ArrangementsScreen';
import { OpenScreen } from '../../../src/ui/open/OpenScreen';
import { MessageStatus } from '../../../src/ui/parts/MessageStatus';
import { ShareScreen } from '../../../src/ui/share/ShareScreen';
import { type FakeWorkplace, fakeWorkplace, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, putArea, putOpen } from '../shownAssessment';

// Forms are typed into letter by letter: on a busy machine that takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const region = (name: string) => within(screen.getByRole('region', { name }));
const arranged = async (work: FakeWorkplace): Promise<Arrangements | undefined> =>
  (await arrangementsHere(work))?.record;
const faultless = async (container: Element) =>
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);

/** The clock of the tests stands on 22 November 2026. */
const byElection = { name: 'By-election in Castle ward', from: '2026-11-16', to: '2026-12-10' };

describe('the screen', () => {
  it('says that all is as usual, lists every event with whom it is told, and axe finds nothing', async () => {
    const { container } = await show(await fakeWorkplace(), <ArrangementsScreen />);
    screen.getByText('Nobody has changed these: they are as usual.');
    const on = screen.getAllByRole<HTMLInputElement>('switch').filter((each) => each.checked);
    expect(on.map((each) => each.labels?.[0]?.textContent)).toEqual([
      'An assessment is opened',
      'The result is shared with councillors',
    ]);
    const question = screen.getByRole('switch', { name: 'A councillor asks a question' });
    expect(question).toHaveProperty('disabled', false);
    const described = document.getElementById(question.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('never in the channel');
    await faultless(container);
  });

  it('switches an event, says who changed it last, and leaves what others changed', async () => {
    const work = await fakeWorkplace();
    const { user } = await show(work, <ArrangementsScreen />);
    await user.click(screen.getByRole('switch', { name: 'A level is agreed' }));
    await settle();
    await user.click(screen.getByRole('switch', { name: 'An assessment is opened' }));
    await settle();
    expect((await arranged(work))?.tell).toEqual({ agreed: true, opened: false });
    screen.getByText(/^Last changed by Priya Shah, /);
  });

  it('says for whom actions are that are due, and lets officers choose', async () => {
    const work = await fakeWorkplace();
    const { user } = await show(work, <ArrangementsScreen />);
    const whom = () => {
      const overdue = screen.getByRole('switch', { name: 'An action is overdue' });
      return document.getElementById(overdue.getAttribute('aria-describedby') ?? '')?.textContent;
    };
    expect(whom()).toBe('In the channel, for everybody');
    await user.click(screen.getByRole('switch', { name: 'Tell of actions only whoever does them' }));
    await settle();
    expect((await arranged(work))?.actionsTo).toBe('owners');
    expect(whom()).toContain('Only to the person who does it');
  });

  it('keeps quiet hours that are hours, and tells what is wrong with others', async () => {
    const work = await fakeWorkplace();
    const { user, container } = await show(work, <ArrangementsScreen />);
    await user.click(screen.getByRole('switch', { name: 'Keep quiet hours' }));
    await settle();
    expect((await arranged(work))?.quiet).toEqual({ from: '18:00', to: '08:00', weekends: true });
    const until = screen.getByLabelText('Until');
    await user.clear(until);
    await user.type(until, '18:00');
    await user.click(screen.getByRole('button', { name: 'Save quiet hours' }));
    within(screen.getByRole('alert')).getByText('Choose two different times');
    await faultless(container);
    await user.clear(until);
    await user.type(until, '07:30');
    await user.click(screen.getByRole('checkbox', { name: 'Quiet all Saturday and Sunday, too' }));
    await user.click(screen.getByRole('button', { name: 'Save quiet hours' }));
    await settle();
    expect((await arranged(work))?.quiet).toEqual({ from: '18:00', to: '07:30', weekends: false });
  });

  it('adds a pre-election period, says what is missing, and takes adding and removing back', async () => {
    const work = await fakeWorkplace();
    const { user, container } = await show(work, <ArrangementsScreen />);
    const section = region('Pre-election periods');
    section.getByText('None is noted.');
    await user.click(section.getByRole('button', { name: 'Add a period' }));
    await user.click(section.getByRole('button', { name: 'Add it' }));
    expect(
      within(section.getByRole('alert'))
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['Give the period a name', 'Enter a real date', 'Enter a real date']);
    await faultless(container);
    await user.type(section.getByLabelText(/^Name/), ' Local elections 2027 ');
    await user.type(section.getByLabelText('First day'), '2027-03-22');
    await user.type(section.getByLabelText('Last day'), '2027-05-06');
    await user.click(section.getByRole('button', { name: 'Add it' }));
    await settle();
    const period = { name: 'Local elections 2027', from: '2027-03-22', to: '2027-05-06' };
    expect((await arranged(work))?.preElection).toEqual([period]);
    section.getByText('Local elections 2027: 22 March 2027 to 6 May 2027');
    await user.click(section.getByRole('button', { name: 'Undo' }));
    await settle();
    expect((await arranged(work))?.preElection).toEqual([]);
    await act(() => changeArrangements(work, (before) => ({ ...before, preElection: [byElection, period] })));
    await settle();
    await user.click(section.getByRole('button', { name: 'Remove: By-election in Castle ward' }));
    await settle();
    expect((await arranged(work))?.preElection).toEqual([period]);
    await user.click(section.getByRole('button', { name: 'Undo' }));
    await settle();
    expect((await arranged(work))?.preElection).toEqual([byElection, period]);
  });

  it('is only read by whom SharePoint does not let write', async () => {
    const work = await fakeWorkplace(tom);
    const nobody = { createdBy: null, lastModifiedBy: null, createdAt: '', lastModifiedAt: '' };
    work.access.byKey = async () => ok({ ...nobody, itemId: '1', eTag: '"x,1"', fields: { Title: 'settings' } });
    work.access.change = async () => fail({ kind: 'no-access', to: '/lists' });
    await show(work, <ArrangementsScreen />);
    screen.getByText(/^You only read here/);
    for (const each of screen.getAllByRole('switch')) expect(each).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: 'Add a period' })).toBeNull();
  });

  it('does not say that all is as usual where that could not be looked up', async () => {
    const work = await fakeWorkplace();
    const { fetchOne } = work.replica;
    Object.assign(work.replica, { fetchOne: async () => fail({ kind: 'offline' }) });
    const { user } = await show(work, <ArrangementsScreen />);
    screen.getByText('What is arranged could not be looked up, so this may be out of date.');
    expect(screen.queryByRole('switch')).toBeNull();
    Object.assign(work.replica, { fetchOne });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    screen.getByText('Nobody has changed these: they are as usual.');
  });
});

describe('before something is published in a pre-election period', () => {
  async function restricted(): Promise<{ readonly work: FakeWorkplace; readonly id: string }> {
    const work = await fakeWorkplace();
    await changeArrangements(work, (before) => ({ ...before, preElection: [byElection] }));
    const { id } = await putOpen(work);
    putArea(work, id, agreedOn(2));
    return { work, id };
  }
  const warning =
    'Between 16 November 2026 and 10 December 2026 (By-election in Castle ward): publicity is restricted.';

  it('sharing asks, each time anew, and shares only where somebody says so', async () => {
    const { work, id } = await restricted();
    const { user, container } = await show(work, <ShareScreen assessmentId={id} />);
    await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
    const results = () => work.replica.all('results', id);
    await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
    await settle();
    within(screen.getByRole('alert')).getByText(warning);
    expect(document.activeElement?.textContent).toBe('Share all the same');
    await faultless(container);
    await user.click(screen.getByRole('button', { name: 'Do not share' }));
    await settle();
    expect([screen.queryByText(warning), await results()]).toEqual([null, []]);
    await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
    await settle();
    await user.click(screen.getByRole('button', { name: 'Share all the same' }));
    await settle();
    expect(await results()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Share again' }));
    await settle();
    screen.getByText(warning);
  });

  it('posting asks, wherever there is a button for it', async () => {
    const { work, id } = await restricted();
    const { user } = await show(work, <MessageStatus name={{ assessmentId: id, event: 'opened', occasion: '1' }} />);
    await user.click(screen.getByRole('button', { name: 'Post now' }));
    await settle();
    screen.getByText(warning);
    await user.click(screen.getByRole('button', { name: 'Do not post' }));
    expect(await work.replica.one('workings', keys.message(id, 'opened', '1'))).toBeNull();
  });

  it('opening asks where the channel would be told, and not where nothing is published', async () => {
    const { work } = await restricted();
    const { user } = await show(work, <OpenScreen />);
    await user.type(screen.getByLabelText(/^Title/), 'Winter');
    await user.type(screen.getByLabelText(/^Organisation/), 'Northbridge Council');
    const open = () => user.click(screen.getByRole('button', { name: 'Open the assessment' }));
    await open();
    await settle();
    screen.getByText(warning);
    await user.click(screen.getByRole('button', { name: 'Do not open it yet' }));
    await user.click(screen.getByRole('switch', { name: /^Tell the channel/ }));
    await open();
    await settle();
    expect(screen.queryByText(warning)).toBeNull();
    // Sealing is real and takes its time.
    await screen.findByRole('link', { name: 'Go to the assessment' });
  });

  it('asks, too, where it could not be looked up', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    putArea(work, id, agreedOn(2));
    Object.assign(work.replica, { fetchOne: async () => fail({ kind: 'offline' }) });
    const { user } = await show(work, <ShareScreen assessmentId={id} />);
    await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
    await settle();
    screen.getByText('Whether publicity is restricted just now could not be looked up.');
  });

  it('asks nobody on the day before and the day after', async () => {
    for (const period of [
      { ...byElection, from: '2026-11-23' },
      { ...byElection, to: '2026-11-21' },
    ]) {
      const { work, id } = await restricted();
      await changeArrangements(work, (before) => ({ ...before, preElection: [period] }));
      const { user } = await show(work, <ShareScreen assessmentId={id} />);
      await user.click(screen.getByRole('switch', { name: 'Tell the channel General' }));
      await user.click(screen.getByRole('button', { name: 'Share with councillors' }));
      await settle();
      expect(await work.replica.all('results', id)).toHaveLength(1);
      cleanup();
    }
  });
});
