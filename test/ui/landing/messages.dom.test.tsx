// What waits to be told, as facilitators meet it: with its exact text before anything is posted, and nobody named who has not answered.
import { cleanup, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { Action, Arrangements, MessageEvent } from '../../../src/assessment';
import type { Person } from '../../../src/base/person';
import { fail, ok } from '../../../src/base/result';
import { previewMessage } from '../../../src/commands/messages';
import { readView } from '../../../src/commands/view';
import { type ChannelMessage, homeKey, keys } from '../../../src/sharepoint/records';
import { LandingScreen } from '../../../src/ui/landing/LandingScreen';
import { aisha, type FakeWorkplace, fakeWorkplace, home, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, firstArea, putArea, putOpen } from '../shownAssessment';

// A busy machine is no fault of what is tested.
jest.setTimeout(30_000);
afterEach(cleanup);

const faultless = async (container: Element) =>
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);

const landing = <LandingScreen assessmentId={null} />;

const withEvents = (me = priya, ...events: readonly MessageEvent[]) => withArrangements(me, events, 'channel');

async function withArrangements(me: Person, events: readonly MessageEvent[], actionsTo: Arrangements['actionsTo']) {
  const work = await fakeWorkplace(me);
  const { id } = await putOpen(work);
  const tell: Arrangements['tell'] = Object.fromEntries(events.map((event) => [event, true]));
  const arrangements = {
    kind: 'arrangements',
    home: homeKey(home),
    tell,
    actionsTo,
    quiet: null,
    preElection: [],
  } as const;
  work.replica.putAs(priya, 'workings', keys.arrangements(homeKey(home)), arrangements);
  return { work, id };
}

const message = (id: string, changes: Partial<ChannelMessage>): ChannelMessage => ({
  kind: 'message',
  assessmentId: id,
  event: 'answers-shown',
  occasion: firstArea,
  personId: null,
  state: 'refused',
  by: tom,
  owner: null,
  messageId: null,
  reason: 'no-access',
  ...changes,
});
const putMessage = (work: FakeWorkplace, id: string, changes: Partial<ChannelMessage>) =>
  work.replica.putAs(tom, 'workings', keys.message(id, 'answers-shown', firstArea), message(id, changes));

const note = (name: string) => within(screen.getByRole('heading', { name }).parentElement as HTMLElement);
const shownNote = 'The channel message about shown answers';

it('shows what is ready to post with its exact text, and posts nothing by itself', async () => {
  const { work, id } = await withEvents(priya, 'answers-shown');
  putArea(work, id, { ...agreedOn(2), phase: 'revealed', agreement: null });
  const { container } = await show(work, landing);
  await screen.findByRole('heading', { name: shownNote });
  const view = await readView(work, id);
  const seen = view && previewMessage(work, view, { event: 'answers-shown', keyAreaId: firstArea }).text;
  expect(note(shownNote).getByText(/has shown the answers/).textContent).toBe(seen);
  note(shownNote).getByRole('button', { name: 'Post now' });
  expect(await work.replica.one('workings', keys.message(id, 'answers-shown', firstArea))).toBeNull();
  expect(work.host.asked).toEqual([]);
  await faultless(container);
});

it('says why a message waits and lets another post it; offers “post again” only where it may have been posted', async () => {
  const { work, id } = await withEvents(priya, 'answers-shown');
  putArea(work, id, { ...agreedOn(2), phase: 'revealed', agreement: null });
  putMessage(work, id, {});
  const first = await show(work, landing);
  await screen.findByRole('heading', { name: shownNote });
  note(shownNote).getByText(
    /may not post in this channel, or the team is archived. Another facilitator may be able to/,
  );
  note(shownNote).getByRole('button', { name: 'Post now' });
  first.unmount();
  putMessage(work, id, { state: 'perhaps-posted', reason: 'offline' });
  const second = await show(work, landing);
  await screen.findByRole('heading', { name: shownNote });
  note(shownNote).getByRole('button', { name: 'Post again' });
  expect(note(shownNote).queryByRole('button', { name: 'Do not tell the channel' })).toBeNull();
  second.unmount();
  putMessage(work, id, { state: 'declined', reason: '' });
  await show(work, landing);
  await settle();
  expect(screen.queryByRole('heading', { name: shownNote })).toBeNull();
});

it('says how many have not answered and never who, and asks for the permission when somebody presses', async () => {
  const { work, id } = await withEvents(priya);
  const { user, container } = await show(work, landing);
  await screen.findByRole('heading', { name: 'Those who have not answered' });
  const section = () => note('Those who have not answered');
  section().getByText(/^2 people have not answered everything/);
  section().getByText(/Priya Shah asks for your answer: Autumn 2026/);
  for (const { displayName } of [tom, aisha]) expect(section().queryByText(new RegExp(displayName))).toBeNull();
  await faultless(container);
  work.host.answer = fail({ kind: 'interaction' });
  await user.click(section().getByRole('button', { name: 'Remind 2 people now, as you' }));
  await settle();
  expect(work.host.asked).toEqual(['silent TeamsActivity.Send']);
  work.host.answer = ok('token');
  await user.click(section().getByRole('button', { name: 'Allow' }));
  await settle();
  expect(work.host.asked.slice(0, 3)).toEqual([
    'silent TeamsActivity.Send',
    'ask TeamsActivity.Send',
    'silent TeamsActivity.Send',
  ]);
  expect(await work.replica.one('workings', keys.message(id, 'waiting', `${tom.id}:2026-11-22`))).toBeNull();
});

it('tells facilitators quietly that a question waits, and offers to tell the others only where the officers want that', async () => {
  const question = {
    assessmentId: '',
    title: '',
    keyAreaId: firstArea,
    kind: 'question',
    text: 'Why?',
    reply: '',
  } as const;
  const off = await withEvents(priya);
  off.work.replica.putAs(aisha, 'comments', '7', { ...question, assessmentId: off.id });
  const first = await show(off.work, landing);
  await screen.findByRole('heading', { name: 'Questions from councillors' });
  const section = () => note('Questions from councillors');
  expect(section().getByRole('link', { name: 'Read and reply' }).getAttribute('href')).toBe(
    `#/assessment/${off.id}/results`,
  );
  expect(section().queryByRole('button')).toBeNull();
  first.unmount();
  const on = await withEvents(priya, 'question');
  on.work.replica.putAs(aisha, 'comments', '7', { ...question, assessmentId: on.id });
  on.work.replica.putAs(priya, 'workings', keys.facilitators(on.id, 2), {
    kind: 'facilitators',
    assessmentId: on.id,
    serial: 2,
    facilitators: [priya, tom],
    publicKey: null,
  });
  await show(on.work, landing);
  await screen.findByRole('button', { name: 'Tell the other facilitators in their Teams activity' });
});

it('shows nothing of it to those who do not facilitate', async () => {
  const { work, id } = await withEvents(aisha, 'answers-shown');
  putArea(work, id, { ...agreedOn(2), phase: 'revealed', agreement: null });
  await show(work, landing);
  await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' });
  await settle();
  expect(screen.queryByRole('heading', { name: shownNote })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Those who have not answered' })).toBeNull();
});

it('has whoever does an action told alone, where the officers want that, and posts nothing of it', async () => {
  const { work, id } = await withArrangements(priya, ['overdue'], 'owners');
  const overdue = (actionId: string, owner: Action['owner']): Action => ({
    id: actionId,
    assessmentId: id,
    keyAreaId: firstArea,
    text: `Brief ${actionId}`,
    owner,
    due: '2026-11-20',
    status: 'open',
  });
  const ofTom = overdue('a1', { kind: 'person', person: tom });
  work.replica.putAs(priya, 'actions', 'a1', ofTom);
  const { container } = await show(work, landing);
  await screen.findByRole('heading', { name: 'Actions that are due' });
  note('Actions that are due').getByText(/Brief a1/);
  note('Actions that are due').getByRole('button', { name: 'Tell whoever does it now, as you' });
  expect(screen.queryByRole('heading', { name: 'The channel message about an overdue action' })).toBeNull();
  await faultless(container);
});
