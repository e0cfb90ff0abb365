// The way to a workplace: whatever happens on it, there are words, something to press, and the framework to read.
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { keys } from '../../../src/sharepoint/records';
import { App } from '../../../src/ui/app/App';
import type { Begin, Start } from '../../../src/ui/app/begin';
import { assessmentPair, type FakeWorkplace, fakeWorkplace, openAssessmentOf, putAssessment } from '../fakeWorkplace';
import { settle } from '../render';

async function open(begin: Begin | Start, hash = '', prepare: (work: FakeWorkplace) => void = () => undefined) {
  window.location.hash = hash;
  const work = await fakeWorkplace();
  prepare(work);
  const start: Start = typeof begin === 'function' ? begin : async () => begin;
  render(<App {...work} start={start} />);
  await settle();
  return { work, user: userEvent.setup() };
}

const at = (place: string) => {
  window.location.hash = place;
  window.dispatchEvent(new HashChangeEvent('hashchange'));
};

const unreachable: Begin = { kind: 'fault', where: 'site', fault: { kind: 'no-access', to: '/sites/x' } };
const signedOut: Begin = { kind: 'fault', where: 'sign-in', fault: { kind: 'interaction' } };

it.each<[string, Begin, string]>([
  ['outside Teams', { kind: 'outside-teams' }, 'Open this in Microsoft Teams'],
  ['not signed in', signedOut, 'Sign in to go on'],
  ['no right on the site', unreachable, 'The team’s SharePoint site cannot be reached'],
])('%s', async (_, begin, heading) => {
  await open(begin);
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Read the framework meanwhile' }).getAttribute('href')).toBe('#/framework');
  await act(async () => at('#/framework'));
  expect(screen.getByRole('heading', { level: 1, name: 'Showing leadership' })).toBeTruthy();
});

it('signs in from a click, and goes on', async () => {
  const asked: string[] = [];
  const work = await fakeWorkplace();
  const { user } = await open(async (how) => {
    asked.push(how);
    return how === 'ask' ? { kind: 'ready', workplace: work } : signedOut;
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(asked).toEqual(['silent', 'ask']);
  expect(await screen.findByRole('link', { name: 'Open an assessment' })).toBeTruthy();
});

it('asks for a missing permission from a click, then starts again', async () => {
  let starts = 0;
  const { work, user } = await open(async () => {
    starts += 1;
    return { kind: 'fault', where: 'site', fault: { kind: 'consent-missing', scopes: ['Sites.ReadWrite.All'] } };
  });
  await user.click(await screen.findByRole('button', { name: 'Allow' }));
  await settle();
  expect(work.host.asked).toEqual(['ask Sites.ReadWrite.All']);
  expect(starts).toBe(2);
});

it('never spins for ever: after ten seconds it says so and offers to try again; the late answer of the first try is not heeded', async () => {
  const answers: ((begin: Begin) => void)[] = [];
  const { work, user } = await open(() => new Promise<Begin>((resolve) => answers.push(resolve)));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  act(() => work.environment.advance(10_000));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(answers).toHaveLength(2);
  await act(async () => answers[0]?.({ kind: 'outside-teams' }));
  expect(screen.queryByText('Open this in Microsoft Teams')).toBeNull();
  await act(async () => answers[1]?.(signedOut));
  expect(await screen.findByText('Sign in to go on')).toBeTruthy();
});

it('goes on by itself once there is a connection again, and shows no waiting until then', async () => {
  let starts = 0;
  const { work } = await open(async () => {
    starts += 1;
    return starts < 3 ? { kind: 'fault', where: 'sign-in', fault: { kind: 'offline' } } : signedOut;
  });
  for (const minutes of [1, 2]) {
    expect(await screen.findByRole('heading', { level: 1, name: 'Microsoft 365 cannot be reached' })).toBeTruthy();
    act(() => work.environment.advance(minutes * 60_000));
    expect(screen.queryByText(/^Signing in and looking/)).toBeNull();
    await settle();
  }
  expect(await screen.findByText('Sign in to go on')).toBeTruthy();
  expect(starts).toBe(3);
});

it('shows a fault of its own as one, with the way to reload', async () => {
  await open(() => Promise.reject(new Error('No such thing')));
  expect((await screen.findByRole('alert')).textContent).toContain('No such thing');
});

it('takes the focus to the heading of the screen somebody goes to, and not before', async () => {
  const work = await fakeWorkplace();
  const assessment = openAssessmentOf(await assessmentPair());
  putAssessment(work, assessment);
  await open({ kind: 'ready', workplace: work });
  await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' });
  expect(document.activeElement).toBe(document.body);
  await act(async () => at(`#/assessment/${assessment.id}/answer/engaging-councillors`));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Engaging councillors' });
  expect(document.activeElement).toBe(heading);
});

it('opens at the sub page of a link', async () => {
  await open({ kind: 'outside-teams' }, '', (work) => {
    work.host.subPage = 'framework';
  });
  expect(screen.getByRole('heading', { level: 1, name: 'Showing leadership' })).toBeTruthy();
});

it('says in words that it is behind, offline or only read, and never blocks', async () => {
  const work = await fakeWorkplace();
  const assessment = openAssessmentOf(await assessmentPair());
  putAssessment(work, assessment);
  await open({ kind: 'ready', workplace: work });
  act(() => work.replica.setStanding({ kind: 'behind', because: { kind: 'offline' } }));
  expect(await screen.findByText(/You are offline/)).toBeTruthy();
  act(() => work.replica.setSaveState('workings', 'k', { kind: 'parked', because: { kind: 'no-access', to: '/x' } }));
  expect(await screen.findByText(/You only read here/)).toBeTruthy();
  await act(async () => work.replica.discard('workings', 'k'));
  await settle();
  expect(screen.getByText(/You only read here/)).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'Autumn 2026' })).toBeTruthy();
});

it('starts again, once, where councillors’ lists were moved meanwhile', async () => {
  const [before, after] = [await fakeWorkplace(), await fakeWorkplace()];
  const moved = { ...after, place: { ...after.place, councillorsSiteId: 'members' } };
  const workplaces = [before, moved];
  const start = jest.fn(async (): Promise<Begin> => {
    const workplace = workplaces.shift();
    return workplace ? { kind: 'ready', workplace } : { kind: 'outside-teams' };
  });
  await open(start);
  await screen.findByRole('link', { name: 'Open an assessment' });
  const settings = { kind: 'settings', lists: before.place.lists } as const;
  await act(async () => before.replica.put('workings', keys.settings, { ...settings, councillorsSiteId: null }));
  await settle();
  expect(start).toHaveBeenCalledTimes(1);
  for (const { replica } of [before, after])
    await act(async () => replica.put('workings', keys.settings, { ...settings, councillorsSiteId: 'members' }));
  await settle();
  await screen.findByRole('link', { name: 'Open an assessment' });
  expect(start).toHaveBeenCalledTimes(2);
});
