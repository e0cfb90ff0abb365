// The connection check on screen: every link with its state, the remedy in words, and what can be done from here.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fail, ok } from '../../../src/base/result';
import { checkConnection } from '../../../src/connection/check';
import type { CheckReport, LinkId, LinkReport, Right } from '../../../src/connection/report';
import { planSetUp, setUp } from '../../../src/connection/setUp';
import { CheckScreen } from '../../../src/ui/check/CheckScreen';
import { detailsText } from '../../../src/ui/check/details';
import { assessmentPair, fakeWorkplace, openAssessmentOf, putAssessment, tom } from '../fakeWorkplace';
import { adminConsentLink, hostile, inChannel, planWith, StageHost, show, site } from '../setup/stage';

jest.mock('../../../src/connection/check', () => ({ checkConnection: jest.fn() }));
jest.mock('../../../src/connection/setUp', () => ({ planSetUp: jest.fn(), setUp: jest.fn() }));

const dan = { id: '44444444-4444-4444-8444-444444444444', displayName: 'Dan Hughes' };
const ids: readonly LinkId[] = [
  'host',
  'sign-in',
  'consent',
  'channel',
  'site',
  'lists',
  'columns',
  'rights',
  'councillors',
];
const whole = ids.map(
  (link): LinkReport => ({ link, state: 'good', remedies: [], fault: null, details: [`detail of ${link}`] }),
);

const both = (right: Right) => ({ results: right, comments: right });

/** All links before the broken one are good, all after it were not looked at. */
function brokenAt(link: LinkId, more: Partial<LinkReport>): readonly LinkReport[] {
  const at = ids.indexOf(link);
  return whole.map((each, index) => {
    if (index < at) return each;
    return index === at ? { ...each, state: 'broken', ...more } : { ...each, state: 'not-checked' };
  });
}

function found(report: Partial<CheckReport> = {}): void {
  jest
    .mocked(checkConnection)
    .mockResolvedValue({ links: whole, site, right: 'write', councillors: both('write'), ...report });
}

const row = (name: string): HTMLElement => {
  const rows = within(screen.getByRole('list', { name: 'The connection, link by link' })).getAllByRole('listitem');
  const one = rows.find((item) => within(item).queryByText(name));
  if (!one) throw new Error(`There is no link ${name}`);
  return one;
};

beforeEach(() => {
  jest.resetAllMocks();
});

describe('the whole check', () => {
  test('all good: every link says so, and councillors’ rights are explained', async () => {
    found();
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    expect(await screen.findByText('Everything works.')).toBeTruthy();
    expect(screen.getAllByText('Works')).toHaveLength(9);
    expect(row('Your sign-in').textContent).toContain('You are signed in as Priya Shah.');
    expect(screen.getByRole('heading', { name: 'Councillors' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Create or repair the lists' })).toBeNull();
  });

  test('while it runs, each link shows where it is', async () => {
    jest.mocked(checkConnection).mockImplementation((_, progress) => {
      progress(
        whole.map((link, index) => ({ ...link, state: index < 2 ? 'good' : index === 2 ? 'checking' : 'not-checked' })),
      );
      return new Promise(() => {});
    });
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    await waitFor(() => expect(row('Permissions').textContent).toContain('Checking …'));
    expect(row('The lists').textContent).toContain('Not checked');
  });

  test('a missing permission can be allowed here, and the check runs again', async () => {
    const fault = { kind: 'consent', scopes: ['Sites.ReadWrite.All'] } as const;
    found({
      links: brokenAt('consent', { fault, remedies: ['allow', 'admin-consent'] }),
      site: null,
      right: 'unknown',
    });
    const host = new StageHost();
    show(host, <CheckScreen assessmentId={null} />);
    await waitFor(() => expect(row('Permissions').textContent).toContain('Broken'));
    host.answer = fail({ kind: 'cancelled' });
    await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
    expect(await screen.findByText('Signing in was stopped before it finished.')).toBeTruthy();
    expect(host.asked).toEqual(['ask Sites.ReadWrite.All']);
    host.answer = ok('token');
    found();
    await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
    expect(await screen.findByText('Everything works.')).toBeTruthy();
  });

  test('the one link for administrators is there to copy and to open', async () => {
    found();
    const host = new StageHost();
    const user = userEvent.setup();
    show(host, <CheckScreen assessmentId={null} />);
    await user.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await navigator.clipboard.readText()).toBe(adminConsentLink);
    await user.click(screen.getByRole('button', { name: /Microsoft’s page/ }));
    expect(host.opened).toEqual([adminConsentLink]);
  });

  test('what an officer may not do with a councillors’ list is named, with who grants it', async () => {
    const councillors = { results: 'write', comments: 'read' } as const;
    found({ links: brokenAt('councillors', { remedies: ['ask-councillors-owner'] }), councillors });
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    await waitFor(() => expect(row('Lists for councillors').textContent).toContain('Broken'));
    const says = row('Lists for councillors').textContent;
    expect(says).toContain('“Procurement results”: you may read and write.');
    expect(says).toContain('“Procurement comments”: you may read.');
    expect(says).toContain('Ask an owner of the site in which councillors read and comment');
  });

  test('where councillors read can be changed from here', async () => {
    found();
    jest.mocked(planSetUp).mockResolvedValue(ok(planWith(6)));
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Choose where councillors read and comment' }));
    await screen.findByRole('button', { name: 'Choose another site for councillors' });
  });

  test('missing lists can be created here; afterwards the check runs again', async () => {
    const missing = { remedies: ['set-up', 'ask-owner-to-set-up'], details: ['Procurement results'] } as const;
    found({ links: brokenAt('lists', missing), right: 'unknown' });
    jest.mocked(planSetUp).mockResolvedValue(ok(planWith(4)));
    const lists = { workings: 'w', assessments: 'a', responses: 'r', actions: 'x', results: 's', comments: 'c' };
    jest.mocked(setUp).mockResolvedValue(ok({ siteId: site.id, councillorsSiteId: null, lists }));
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    const create = await screen.findByRole('button', { name: 'Go on creating' });
    expect(row('The lists').textContent).toContain('Missing: Procurement results.');
    found();
    await userEvent.click(create);
    expect(await screen.findByText('Everything works.')).toBeTruthy();
    expect(jest.mocked(checkConnection)).toHaveBeenCalledTimes(2);
  });

  test('the details for IT hold what is needed, as text and without a token', async () => {
    const fault = { kind: 'unexpected', status: 500, message: hostile, requestId: 'request-7' } as const;
    const report: CheckReport = {
      links: brokenAt('site', { fault, remedies: ['tell-it'] }),
      site: null,
      right: 'unknown',
      councillors: both('unknown'),
    };
    found(report);
    show(new StageHost(), <CheckScreen assessmentId={null} />);
    const now = new Date('2026-11-22T10:32:00Z');
    const host = { kind: 'teams', context: inChannel };
    const drift = { what: 'drift', at: '2026-11-22T10:30:00Z', list: 'workings', kept: 0, gone: 2 } as const;
    expect(detailsText(report, host, [drift], now)).toContain('left out 0 changed and 2 removed rows');
    const text = detailsText(report, host, [], now);
    expect(
      await screen.findByText((_, element) => element?.tagName === 'PRE' && element.textContent === text),
    ).toBeTruthy();
    expect(text).toContain('request-7');
    expect(text).toContain('detail of consent');
    expect(document.querySelector('img')).toBeNull();
  });

  test('removing from this device asks in place and says what would be lost', async () => {
    found();
    const work = await fakeWorkplace();
    const removed = jest.spyOn(work.replica, 'removeFromDevice');
    await work.replica.put('workings', 'k', { kind: 'settings', lists: {}, councillorsSiteId: null });
    work.replica.setSaveState('workings', 'k', { kind: 'waiting', because: { kind: 'offline' } });
    show(new StageHost(), <CheckScreen assessmentId={null} />, work);
    await userEvent.click(screen.getByRole('button', { name: 'Remove from this device' }));
    expect(await screen.findByText('1 change has not reached SharePoint yet and will be lost.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(removed).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove from this device' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove it, and lose the changes' }));
    expect(await screen.findByText(/The copy was removed from this browser/)).toBeTruthy();
    expect(removed).toHaveBeenCalledTimes(1);
  });
});

describe('the check for someone who is asked', () => {
  async function asked(person = tom, more = {}) {
    const work = await fakeWorkplace(person);
    const assessment = openAssessmentOf(await assessmentPair(), { title: hostile, ...more });
    putAssessment(work, assessment);
    return { work, assessment };
  }

  test('says that they are ready', async () => {
    found();
    const { work, assessment } = await asked();
    show(new StageHost(), <CheckScreen assessmentId={assessment.id} />, work);
    expect(await screen.findByText(`You are ready to answer “${hostile}”.`)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See the assessment' }).getAttribute('href')).toBe(
      `#/assessment/${assessment.id}`,
    );
    expect(document.querySelector('img')).toBeNull();
  });

  test('says that they are ready also where councillors’ lists are out of reach', async () => {
    found({ links: brokenAt('councillors', { fault: { kind: 'no-access', to: '/sites' } }) });
    const { work, assessment } = await asked();
    show(new StageHost(), <CheckScreen assessmentId={assessment.id} />, work);
    expect(await screen.findByText(`You are ready to answer “${hostile}”.`)).toBeTruthy();
  });

  test('says who can let them in, in a message to pass on', async () => {
    const fault = { kind: 'no-access', to: '/sites/…' } as const;
    found({ links: brokenAt('site', { fault, remedies: ['ask-owner-for-access'] }), site: null, right: 'unknown' });
    const user = userEvent.setup();
    show(new StageHost(), <CheckScreen assessmentId="aaaaaaaa-0000-4000-8000-000000000001" />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('You cannot answer yet');
    expect(alert.textContent).toContain('make you a member');
    await user.click(screen.getByRole('button', { name: 'Copy a message to whoever asked you' }));
    expect(await navigator.clipboard.readText()).toContain('The site cannot be reached.');
  });

  test('reading is not enough to answer', async () => {
    found({ right: 'read' });
    const { work, assessment } = await asked();
    show(new StageHost(), <CheckScreen assessmentId={assessment.id} />, work);
    expect((await screen.findByRole('alert')).textContent).toContain('You may read, but not answer.');
  });

  test('someone who is not asked learns whom to tell', async () => {
    found();
    const { work, assessment } = await asked(dan);
    show(new StageHost(), <CheckScreen assessmentId={assessment.id} />, work);
    expect(await screen.findByText(`You are not among those asked to answer “${hostile}”`)).toBeTruthy();
    expect(screen.getByText(/ask a facilitator to add you: Priya Shah/)).toBeTruthy();
  });

  test('a link to nothing, and an assessment that is over, say so', async () => {
    found();
    const work = await fakeWorkplace(tom);
    const first = show(new StageHost(), <CheckScreen assessmentId="aaaaaaaa-0000-4000-8000-00000000000f" />, work);
    expect(await screen.findByText('This assessment cannot be found')).toBeTruthy();
    first.unmount();
    const { work: other, assessment } = await asked(tom, { phase: 'cancelled' });
    show(new StageHost(), <CheckScreen assessmentId={assessment.id} />, other);
    expect(await screen.findByText(`“${hostile}” no longer takes answers`)).toBeTruthy();
  });
});
