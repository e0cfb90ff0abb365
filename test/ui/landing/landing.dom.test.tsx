// The landing screen: empty, one, several, missing and unreachable are five things, and practice is never taken for real.
import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { fail, ok } from '../../../src/base/result';
import { encode } from '../../../src/sharepoint/codecs';
import { keys } from '../../../src/sharepoint/records';
import { LandingScreen } from '../../../src/ui/landing/LandingScreen';
import {
  aisha,
  assessmentPair,
  type FakeWorkplace,
  fakeWorkplace,
  openAssessmentOf,
  priya,
  putAssessment,
  tom,
} from '../fakeWorkplace';
import { settle, show } from '../render';

const other = 'bbbbbbbb-0000-4000-8000-000000000002';
const here = <LandingScreen assessmentId={null} />;

async function withOpen(me = tom, more = {}) {
  const work = await fakeWorkplace(me);
  const assessment = openAssessmentOf(await assessmentPair(), more);
  putAssessment(work, assessment);
  return { work, assessment };
}

const headings = () => screen.getAllByRole('heading').map((heading) => heading.textContent);

it('says what this is and how to begin where nothing is open', async () => {
  await show(await fakeWorkplace(), here);
  expect(await screen.findByRole('link', { name: 'Open an assessment' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try it first' })).toBeTruthy();
});

it('does not take a read that has not come back, or failed, for nothing', async () => {
  const work = await fakeWorkplace();
  work.replica.setStanding({ kind: 'loading' });
  await show(work, here);
  expect(await screen.findByText('Loading …')).toBeTruthy();
  expect(screen.queryByText('Open an assessment')).toBeNull();
  act(() => work.replica.setStanding({ kind: 'failed', because: { kind: 'no-access', to: '/sites/x' } }));
  expect((await screen.findByRole('alert')).textContent).toContain('SharePoint does not allow you');
  expect(screen.queryByText('Open an assessment')).toBeNull();
});

it('shows the one assessment that is open: where it stands, what is due, one next step, its key areas', async () => {
  const { work } = await withOpen();
  await show(work, here);
  expect(await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' })).toBeTruthy();
  expect(
    screen.getByText('Northbridge Council · Open, 4 key areas to agree · Answers are due by 4 December 2026'),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start answering' }).getAttribute('href')).toMatch(
    /^#\/assessment\/.+\/answer\/engaging-councillors$/,
  );
  expect(screen.getAllByText('Collecting answers · 0 of 3 answered')).toHaveLength(4);
});

it('lets somebody choose where several are open, and keeps practice apart', async () => {
  const { work, assessment } = await withOpen();
  putAssessment(work, { ...assessment, id: other, title: 'Highways' });
  putAssessment(work, { ...assessment, id: other.replace('2', '3'), title: 'Just trying', practice: true }, aisha);
  await show(work, here);
  await screen.findByRole('heading', { level: 1, name: 'Assessments open in this channel' });
  const practice = screen.getByRole('region', { name: 'Practice' });
  expect(
    within(practice)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Just trying']);
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});

it('does not let practice stand in the way of the real one', async () => {
  const { work, assessment } = await withOpen();
  putAssessment(work, { ...assessment, id: other, title: 'Just trying', practice: true }, aisha);
  await show(work, here);
  expect(await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' })).toBeTruthy();
});

it('tries it first, marks it as practice, and deletes it completely after asking in place', async () => {
  const work = await fakeWorkplace();
  const { user, unmount } = await show(work, here);
  await user.click(await screen.findByRole('button', { name: 'Try it first' }));
  await waitFor(() => expect(window.location.hash).toMatch(/^#\/assessment\//));
  const id = window.location.hash.split('/').at(-1) ?? '';
  unmount();
  const page = await show(work, <LandingScreen assessmentId={id} />);
  expect(await screen.findByText('This is for practice')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Share with councillors' })).toBeNull();
  await page.user.click(screen.getByRole('button', { name: 'Delete this practice assessment' }));
  await page.user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(async () => expect(await rowsLeft(work, id)).toBe(0));
});

it('says so where a link leads to no assessment, and differently where it cannot be read', async () => {
  const work = await fakeWorkplace();
  const { unmount } = await show(work, <LandingScreen assessmentId={other} />);
  expect(await screen.findByRole('heading', { name: 'There is no such assessment' })).toBeTruthy();
  unmount();
  work.replica.fetched = fail({ kind: 'offline' });
  await show(work, <LandingScreen assessmentId={other} />);
  expect((await screen.findByRole('alert')).textContent).toContain('There is no connection');
});

it('tells facilitators, and only them, what they have to see to', async () => {
  const { work, assessment } = await withOpen(priya, { tellChannel: true });
  const changed = {
    kind: 'response',
    assessmentId: assessment.id,
    keyAreaId: 'engaging-councillors',
    personId: tom.id,
    frameworkVersion: '1',
    envelope: { version: 1, place: 'p', body: 'b', keys: [] },
  } as never;
  work.replica.putAs(tom, 'workings', keys.response(assessment.id, 'engaging-councillors', tom.id), changed, aisha);
  const { unmount } = await show(work, here);
  expect(await screen.findByText(/The answer of Tom Okafor on Engaging councillors was changed/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'The channel message about the opening' })).toBeTruthy();
  unmount();
  const toms = await fakeWorkplace(aisha);
  putAssessment(toms, assessment);
  await show(toms, here);
  await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' });
  expect(headings()).not.toContain('For facilitators');
});

async function rowsLeft(work: FakeWorkplace, id: string): Promise<number> {
  const rows = await Promise.all([work.replica.all('workings', id), work.replica.openHere()]);
  return rows.flat().length;
}

it('tells a facilitator when somebody else changed the assessment by hand, and nothing where a facilitator did', async () => {
  const { work, assessment } = await withOpen(priya);
  const { unmount } = await show(work, here);
  await screen.findByRole('heading', { level: 1, name: assessment.title });
  expect(screen.queryByText(/changed this assessment by hand/)).toBeNull();
  act(() => work.replica.putAs(priya, 'assessments', assessment.id, assessment, aisha));
  expect(await screen.findByText(/^Aisha Khan, who is no facilitator, changed this assessment by hand/)).toBeTruthy();
  unmount();
});

it('tells a facilitator when somebody put something else in the place of what keeps answers hidden', async () => {
  const { work, assessment } = await withOpen(priya);
  await show(work, here);
  await screen.findByRole('heading', { level: 1, name: assessment.title });
  expect(screen.queryByText(/what keeps the answers of this assessment hidden/)).toBeNull();
  const publicKey = { id: assessment.publicKey?.id ?? '', key: 'somebody-else’s' };
  act(() => work.replica.putAs(priya, 'assessments', assessment.id, { ...assessment, publicKey }, aisha));
  expect(
    await screen.findByText(/changed by hand in SharePoint what keeps the answers of this assessment hidden/),
  ).toBeTruthy();
});

it('leads who has not answered to adding their answer, as long as no level is agreed', async () => {
  const { work, assessment } = await withOpen();
  const put = (phase: 'revealed' | 'agreed') =>
    work.replica.putAs(priya, 'workings', keys.area(assessment.id, 'engaging-councillors'), {
      kind: 'area',
      assessmentId: assessment.id,
      state: {
        assessmentId: assessment.id,
        keyAreaId: 'engaging-councillors',
        phase,
        agreement: null,
        target: null,
        reason: '',
      },
    });
  put('revealed');
  await show(work, here);
  expect(
    (await screen.findByRole('link', { name: 'Add my answer: Engaging councillors' })).getAttribute('href'),
  ).toMatch(/answer\/engaging-councillors$/);
  act(() => put('agreed'));
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Add my answer/ })).toBeNull());
});

describe('where a facilitator’s version of the assessment’s own row is found', () => {
  async function forged(me: typeof priya, change: object) {
    const { work, assessment } = await withOpen(me);
    work.replica.putAs(priya, 'assessments', assessment.id, { ...assessment, ...change }, aisha);
    const stored = await work.replica.one('assessments', assessment.id);
    if (!stored) throw new Error('There is no assessment');
    const columns = (record: typeof assessment) => encode('assessments', record, record.id);
    const row = { ...stored, itemId: '1', eTag: '"x,2"', createdAt: '', lastModifiedAt: stored.lastModifiedAt ?? '' };
    work.access.byKey = async () => ok({ ...row, fields: columns(stored.record) });
    work.access.versions = async () =>
      ok([
        { lastModifiedBy: aisha, fields: columns(stored.record) },
        { lastModifiedBy: priya, fields: columns(assessment) },
      ]);
    return { work, assessment };
  }

  it('tells a facilitator what was changed and that it does not count, and puts it back from a press', async () => {
    const { work, assessment } = await forged(priya, { title: 'Aisha’s own', showNames: true });
    const { user, container } = await show(work, here);
    expect(await screen.findByText('Aisha Khan changed the assessment’s own row in SharePoint')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Autumn 2026' })).toBeTruthy();
    expect(screen.getByText('Title: “Aisha’s own” instead of “Autumn 2026”')).toBeTruthy();
    expect(screen.getByText('Names beside answers: “Yes” instead of “No”')).toBeTruthy();
    expect(screen.queryByText(/changed this assessment by hand/)).toBeNull();
    const found = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(found.violations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Put it back' }));
    await waitFor(() => expect(screen.queryByText(/changed the assessment’s own row/)).toBeNull());
    expect((await work.replica.one('assessments', assessment.id))?.record).toEqual(assessment);
  });

  it('says it in a line to others, where it would have changed something for them', async () => {
    const { work } = await forged(tom, { participants: [] });
    await show(work, here);
    expect(await screen.findByText(/^Aisha Khan changed this assessment by hand in SharePoint/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Start answering' })).toBeTruthy();
  });

  it('and says nothing to them where it would not', async () => {
    const { work } = await forged(tom, { tellChannel: true });
    await show(work, here);
    await screen.findByRole('heading', { level: 1, name: 'Autumn 2026' });
    await settle();
    expect(screen.queryByText(/by hand in SharePoint/)).toBeNull();
  });
});
