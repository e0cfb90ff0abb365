// Choosing where councillors read and comment: the team's site unless another is given by its address, and what moving means is said.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fail, ok } from '../../../src/base/result';
import type { SetUpPlan } from '../../../src/connection/report';
import { planSetUp, setUp } from '../../../src/connection/setUp';
import { siteByPath } from '../../../src/sharepoint/sites';
import { SetUpLists } from '../../../src/ui/setup/SetUpLists';
import { hostile, planWith, StageHost, show, site } from './stage';

jest.mock('../../../src/connection/setUp', () => ({ planSetUp: jest.fn(), setUp: jest.fn() }));
jest.mock('../../../src/sharepoint/sites', () => ({ siteByPath: jest.fn() }));

const plan = jest.mocked(planSetUp);
const find = jest.mocked(siteByPath);
const members = {
  id: 'site-2',
  displayName: `Members ${hostile}`,
  webUrl: 'https://council.sharepoint.example/sites/m',
};
const inMembers: Partial<SetUpPlan> = { councillors: { kind: 'there', site: members } };
const address = 'Address of that site';

function showLists(first: SetUpPlan) {
  plan.mockResolvedValue(ok(first));
  const ready = jest.fn();
  show(new StageHost(), <SetUpLists site={site} onReady={ready} ready="Press Save." />);
  return { user: userEvent.setup(), ready };
}

async function fill(user: ReturnType<typeof userEvent.setup>, text: string): Promise<void> {
  await user.click(screen.getByLabelText(address));
  await user.paste(text);
}

beforeEach(() => jest.resetAllMocks());

test('the team’s own site is chosen unless somebody says otherwise', async () => {
  jest.mocked(setUp).mockReturnValue(new Promise(() => undefined));
  const { user } = showLists(planWith(0));
  const here = await screen.findByRole<HTMLInputElement>('radio', { name: /^In the site “Procurement/ });
  expect(here.checked).toBe(true);
  expect(screen.queryByLabelText(address)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Create the lists' }));
  expect(jest.mocked(setUp).mock.calls[0]?.[1].councillors).toEqual({ kind: 'here' });
});

test('another site is given by its address, and is what is planned and made then', async () => {
  const { user } = showLists(planWith(0));
  await user.click(await screen.findByRole('radio', { name: /^In another site/ }));
  await fill(user, 'the members’ site');
  await user.click(screen.getByRole('button', { name: 'Use this site' }));
  screen.getByText(/This is not the address of a site/);
  expect(find).not.toHaveBeenCalled();
  find.mockResolvedValue(ok(members));
  plan.mockResolvedValue(ok({ ...planWith(0), ...inMembers }));
  await user.clear(screen.getByLabelText(address));
  await fill(user, `${members.webUrl}/SitePages/Home.aspx`);
  await user.click(screen.getByRole('button', { name: 'Use this site' }));
  await screen.findByText(`Councillors read and comment in the site “${members.displayName}”.`);
  expect(find.mock.calls[0]?.slice(1)).toEqual(['council.sharepoint.example', '/sites/m']);
  expect(plan.mock.calls.at(-1)?.[2]).toEqual({ kind: 'there', siteId: 'site-2' });
  expect(document.querySelector('img')).toBeNull();
});

test('a site that cannot be seen is said to be that, with who grants it', async () => {
  const { user } = showLists(planWith(0));
  await user.click(await screen.findByRole('radio', { name: /^In another site/ }));
  find.mockResolvedValue(fail({ kind: 'no-access', to: '/sites' }));
  await fill(user, members.webUrl);
  await user.click(screen.getByRole('button', { name: 'Use this site' }));
  const alert = within(await screen.findByRole('alert'));
  alert.getByText('That site cannot be used');
  alert.getByText(/An owner of that site can make you a member/);
});

test('a site that turns out to be closed leads back to the choice', async () => {
  const { user } = showLists(planWith(0));
  await user.click(await screen.findByRole('radio', { name: /^In another site/ }));
  find.mockResolvedValue(ok(members));
  plan.mockResolvedValue(fail({ kind: 'no-access', to: '/sites/…/lists' }));
  await fill(user, members.webUrl);
  await user.click(screen.getByRole('button', { name: 'Use this site' }));
  plan.mockResolvedValue(ok(planWith(0)));
  await user.click(await screen.findByRole('button', { name: 'Choose another site' }));
  await screen.findByRole('radio', { name: /^In another site/ });
  expect(plan.mock.calls.at(-1)?.[2]).toEqual({ kind: 'remembered' });
});

test('where all is there it is only said, and can be changed; what was shared stays where it is', async () => {
  const { user, ready } = showLists(planWith(6));
  await screen.findByText(/with everything else/);
  expect(ready).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole('button', { name: 'Choose another site for councillors' }));
  await user.click(screen.getByRole('radio', { name: /^In another site/ }));
  find.mockResolvedValue(ok(members));
  plan.mockResolvedValue(ok({ ...planWith(4), ...inMembers, moves: true }));
  await fill(user, members.webUrl);
  await user.click(screen.getByRole('button', { name: 'Use this site' }));
  await screen.findByText(/What was shared before, and the comments on it, stay where they are/);
  screen.getByRole('button', { name: 'Use this site from now on' });
});

test('a site out of reach holds up nothing, and says who can mend it', async () => {
  const outOfReach = planWith(4, { state: 'out-of-reach' });
  const { ready } = showLists({
    ...outOfReach,
    complete: true,
    councillors: { kind: 'out-of-reach', siteId: 'x', fault: { kind: 'no-access', to: '/sites' } },
  });
  await screen.findByText(/out of reach for you. Everything else works. An owner of that site/);
  expect(screen.getAllByText('Out of reach')).toHaveLength(2);
  expect(ready).toHaveBeenCalledTimes(1);
});

test('who may not create lists in the other site is told whom to ask there', async () => {
  const { user } = showLists({ ...planWith(4), ...inMembers });
  jest.mocked(setUp).mockImplementation(async (_graph, _plan, progress) => {
    progress(planWith(4).steps);
    return fail({ list: 'results', fault: { kind: 'no-access', to: '/sites/…/lists' } });
  });
  await user.click(await screen.findByRole('button', { name: 'Go on creating' }));
  await screen.findByText('You may not create lists in the site for councillors');
});
