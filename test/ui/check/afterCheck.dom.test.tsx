// What was mended on the connection check is seen on going back: the tab starts again.
import { act, render, screen, waitFor } from '@testing-library/react';
import { checkConnection } from '../../../src/connection/check';
import { App } from '../../../src/ui/app/App';
import type { Begin } from '../../../src/ui/app/begin';
import { fakeWorkplace } from '../fakeWorkplace';
import { adminConsentLink } from '../setup/stage';

jest.mock('../../../src/connection/check', () => ({ checkConnection: jest.fn() }));

const go = (hash: string) =>
  act(async () => {
    window.location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });

test('leaving the check starts a tab again that could not start', async () => {
  jest.mocked(checkConnection).mockResolvedValue({
    links: [],
    site: null,
    right: 'unknown',
    councillors: { results: 'unknown', comments: 'unknown' },
  });
  const work = await fakeWorkplace();
  const outcomes: Begin[] = [
    { kind: 'fault', where: 'site', fault: { kind: 'no-access', to: '/sites/…' } },
    { kind: 'ready', workplace: work },
  ];
  const start = jest.fn(async () => outcomes.shift() ?? { kind: 'outside-teams' as const });
  const { host, environment, framework, graph } = work;
  render(<App {...{ host, environment, framework, graph, adminConsentLink, start }} />);
  await screen.findByRole('heading', { name: 'The team’s SharePoint site cannot be reached' });
  await go('#/check');
  await screen.findByRole('heading', { name: 'Connection check' });
  expect(start).toHaveBeenCalledTimes(1);
  await go('#/');
  await screen.findByRole('heading', { name: 'How well do we lead our procurement?' });
  await go('#/check');
  await go('#/');
  await waitFor(() => expect(start).toHaveBeenCalledTimes(2));
});

test('what could not be sent because its list was gone is sent to the list made anew', async () => {
  jest.mocked(checkConnection).mockResolvedValue({
    links: [],
    site: null,
    right: 'unknown',
    councillors: { results: 'unknown', comments: 'unknown' },
  });
  const [before, after] = [await fakeWorkplace(), await fakeWorkplace()];
  before.replica.setSaveState('actions', 'a', { kind: 'parked', because: { kind: 'not-found', what: '/sites/…' } });
  const workplaces = [before, after];
  const start = jest.fn(async (): Promise<Begin> => {
    const workplace = workplaces.shift();
    return workplace ? { kind: 'ready', workplace } : { kind: 'outside-teams' };
  });
  const { host, environment, framework, graph } = before;
  await go('#/check');
  render(<App {...{ host, environment, framework, graph, adminConsentLink, start }} />);
  await screen.findByRole('heading', { name: 'Connection check' });
  await go('#/');
  await waitFor(() => expect(after.replica.retried).toEqual(['retry']));
  expect(before.replica.retried).toEqual([]);
});

test('what the check found mended is sent at once where nothing was gone', async () => {
  jest.mocked(checkConnection).mockResolvedValue({
    links: [],
    site: null,
    right: 'unknown',
    councillors: { results: 'unknown', comments: 'unknown' },
  });
  const workplace = await fakeWorkplace();
  const start = jest.fn(async (): Promise<Begin> => ({ kind: 'ready', workplace }));
  const { host, environment, framework, graph } = workplace;
  await go('#/check');
  render(<App {...{ host, environment, framework, graph, adminConsentLink, start }} />);
  await screen.findByRole('heading', { name: 'Connection check' });
  await go('#/');
  await waitFor(() => expect(workplace.replica.retried).toEqual(['retry']));
  expect(start).toHaveBeenCalledTimes(1);
});
