// Clearing and committee on screen: the one thing that can be recorded next, and what changed since on every face.
import { cleanup, configure, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { AssessmentPhase, CommitteeOutcome, SharedResult } from '../../../src/assessment';
import { previewSharing } from '../../../src/commands/share';
import { readView } from '../../../src/commands/view';
import { reportText } from '../../../src/report';
import { keys } from '../../../src/sharepoint/records';
import { CommitteeScreen } from '../../../src/ui/committee/CommitteeScreen';
import { LandingScreen } from '../../../src/ui/landing/LandingScreen';
import { ResultsScreen } from '../../../src/ui/results/ResultsScreen';
import { ShareScreen } from '../../../src/ui/share/ShareScreen';
import { aisha, type FakeWorkplace, fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { show } from '../render';
import { agreedOn, firstArea, putArea, putOpen } from '../shownAssessment';

// Forms are typed into letter by letter: on a busy machine that takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const region = (name: string) => within(screen.getByRole('region', { name }));
const faultless = async (container: Element) =>
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
const hostile = '<script>alert(1)</script> [x](javascript:y) שלום 😀';

async function viewOf(work: FakeWorkplace, id: string) {
  const view = await readView(work, id);
  if (!view) throw new Error('not there');
  return view;
}

/** A shared result, as Priya shared it. */
async function shared(as = priya, phase: AssessmentPhase = 'shared') {
  const work = await fakeWorkplace(as);
  const { id } = await putOpen(work, { phase, sharedAt: '2026-11-22T09:00:00Z' });
  putArea(work, id, agreedOn(2, hostile));
  for (const result of previewSharing(await viewOf(work, id), '2026-11-22')) putResult(work, result, {});
  return { work, id };
}

const putResult = (work: FakeWorkplace, result: SharedResult, more: Partial<SharedResult>, by = priya) =>
  work.replica.putAs(by, 'results', keys.result(result.assessmentId, result.keyAreaId), { ...result, ...more });

async function clear(user: Awaited<ReturnType<typeof show>>['user']): Promise<void> {
  await user.type(screen.getByLabelText(/^Cleared by/), 'Grace Hill');
  await user.type(screen.getByLabelText(/^Their post/), 'Monitoring officer');
  await user.click(screen.getByRole('button', { name: 'Record the clearing' }));
  await screen.findByText('The result is cleared for the committee.');
  await screen.findByRole('button', { name: 'Record the outcome' });
}

async function decide(user: Awaited<ReturnType<typeof show>>['user'], decision = 'Noted'): Promise<void> {
  await user.click(screen.getByRole('radio', { name: decision }));
  await user.type(screen.getByLabelText(/^Which body/), 'Audit Committee');
  await user.click(screen.getByRole('button', { name: 'Record the outcome' }));
  await screen.findByRole('button', { name: 'Change it, or confirm the minutes' });
}

const outcomeOf = async (work: FakeWorkplace, id: string): Promise<CommitteeOutcome | null | undefined> =>
  (await viewOf(work, id)).editions[0]?.record.outcome;

describe('the screen', () => {
  it('records the clearing, says what is missing first, and takes it back', async () => {
    const { work, id } = await shared();
    const { user, container } = await show(work, <CommitteeScreen assessmentId={id} />);
    screen.getByText('Not cleared for the committee yet.');
    await user.click(screen.getByRole('button', { name: 'Record the clearing' }));
    within(screen.getByRole('alert')).getByText('Say who cleared it');
    await faultless(container);
    await clear(user);
    region('Where it stands').getByText(
      'Cleared for the committee by Grace Hill, Monitoring officer, on 22 November 2026.',
    );
    expect((await viewOf(work, id)).assessment.phase).toBe('cleared');
    await faultless(container);
    await user.click(screen.getByRole('button', { name: 'Take the clearing back' }));
    await screen.findByText('Not cleared for the committee yet.');
    screen.getByText('The clearing was taken back. The result is shared, as before.');
    expect((await viewOf(work, id)).editions).toEqual([]);
  });

  it('records the outcome as a draft, says beforehand what cannot be undone, and confirms the minutes of the same edition', async () => {
    const { work, id } = await shared();
    const { user, container } = await show(work, <CommitteeScreen assessmentId={id} />);
    await clear(user);
    const outcome = region('What the committee decided');
    outcome.getByText(/as what the committee had\. That cannot be undone/);
    await user.click(screen.getByRole('button', { name: 'Record the outcome' }));
    expect(
      within(outcome.getByRole('alert'))
        .getAllByRole('button')
        .map((each) => each.textContent),
    ).toEqual(['Choose what was decided', 'Say which body decided']);
    await user.click(screen.getByRole('radio', { name: 'Recommended to another body' }));
    await user.type(screen.getByRole('textbox', { name: /^Recommended to/ }), 'Full Council');
    await decide(user, 'Recommended to another body');
    expect(await outcomeOf(work, id)).toMatchObject({ decision: 'recommended', recommendedTo: 'Full Council' });
    region('Where it stands').getByText(
      'Recommended to Full Council by Audit Committee on 22 November 2026. This is a draft until the minutes are confirmed.',
    );
    await user.click(screen.getByRole('button', { name: 'Change it, or confirm the minutes' }));
    await user.click(screen.getByRole('checkbox', { name: 'The minutes are confirmed' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    within(outcome.getByRole('alert')).getByText(/Give the minute reference/);
    await user.type(screen.getByLabelText(/^Minute reference/), '12');
    await user.type(screen.getByLabelText(/^Call-in/), 'Not called in.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Correct it' });
    expect(
      (await viewOf(work, id)).editions.map(({ record }) => [record.number, record.outcome?.minutesConfirmed]),
    ).toEqual([[1, true]]);
    region('Where it stands').getByText(/Minute 12\. Call-in: Not called in\.$/);
    screen.getByRole('button', { name: 'Correct it' });
    await faultless(container);
  });

  it('shows every edition as it was, with typed text as text, and a correction beside what it corrects', async () => {
    const { work, id } = await shared();
    const { user, container } = await show(work, <CommitteeScreen assessmentId={id} />);
    await clear(user);
    await decide(user);
    await user.click(screen.getByRole('button', { name: 'Change it, or confirm the minutes' }));
    await user.type(screen.getByLabelText(/^Minute reference/), '12');
    await user.click(screen.getByRole('checkbox', { name: 'The minutes are confirmed' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('button', { name: 'Correct it' });
    await user.click(screen.getByRole('button', { name: 'Correct it' }));
    screen.getByText(/A correction becomes the next edition/);
    await user.type(screen.getByLabelText(/^Minute reference/), 'a');
    await user.click(screen.getByRole('button', { name: 'Record the correction' }));
    await screen.findByRole('heading', { name: 'Edition 2' });
    const editions = region('Editions').getAllByRole('article');
    expect(editions.map((each) => within(each).getByRole('heading', { level: 3 }).textContent)).toEqual([
      'Edition 2',
      'Edition 1',
    ]);
    expect(editions.map((each) => /Minute 12a?\./.exec(each.textContent ?? '')?.[0])).toEqual([
      'Minute 12a.',
      'Minute 12.',
    ]);
    for (const each of editions) {
      within(each).getByText(hostile);
      within(each).getByText(/It is as it was kept\. Last written by Priya Shah on 22 November 2026\./);
      within(each).getByText(/^Fingerprint \(SHA-256\): [0-9a-f]{64}$/);
    }
    expect(document.querySelector('script')).toBeNull();
    await faultless(container);
  });

  it('lets others read and no more, and keeps nothing for practice', async () => {
    const { work, id } = await shared(aisha);
    const { unmount } = await show(work, <CommitteeScreen assessmentId={id} />);
    screen.getByText(/^Only facilitators can record/);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    const practice = await fakeWorkplace();
    const { id: practiceId } = await putOpen(practice, { practice: true });
    await show(practice, <CommitteeScreen assessmentId={practiceId} />);
    screen.getByText('A practice assessment goes to no committee.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says where an edition is not what was kept, or was written by somebody who is no facilitator', async () => {
    const { work, id } = await shared();
    const { user } = await show(work, <CommitteeScreen assessmentId={id} />);
    await clear(user);
    const edition = (await viewOf(work, id)).editions[0]?.record;
    if (!edition) throw new Error('There is no edition');
    work.replica.putAs(priya, 'workings', keys.edition(id, 1), {
      ...edition,
      snapshot: { ...edition.snapshot, digest: '0'.repeat(64) },
    });
    work.replica.putAs(aisha, 'workings', keys.edition(id, 2), { ...edition, number: 2 });
    await screen.findByText('It is not what was kept: somebody altered it.');
    const standing = region('Where it stands');
    standing.getByText(/^What was kept when this was cleared has been altered/);
    await standing.findByText('Aisha Khan, who is no facilitator, wrote edition 2 in SharePoint. It does not count.');
  });
});

describe('changed since', () => {
  const changed = /^Changed since noted, by Tom Okafor, on 22 November 2026\. What councillors read is no longer/;

  async function noted() {
    const { work, id } = await shared();
    const { user, unmount } = await show(work, <CommitteeScreen assessmentId={id} />);
    await clear(user);
    await decide(user);
    unmount();
    return { work, id };
  }

  it('is said by landing, results, share screen, the screen of its own, and the text for a report', async () => {
    const { work, id } = await noted();
    const result = (await viewOf(work, id)).shared[0]?.record;
    if (!result) throw new Error('nothing was shared');
    const faces = [
      <LandingScreen key="landing" assessmentId={id} />,
      <ResultsScreen key="results" assessmentId={id} />,
      <ShareScreen key="share" assessmentId={id} />,
      <CommitteeScreen key="committee" assessmentId={id} />,
    ];
    for (const face of faces) {
      const { unmount } = await show(work, face);
      await screen.findAllByText(/^Noted by Audit Committee on 22 November 2026\./);
      expect(screen.queryByText(/^Changed since/)).toBeNull();
      unmount();
    }
    putResult(work, result, { reason: 'All is well', keyAreaId: firstArea }, tom);
    for (const face of faces) {
      const { unmount, container } = await show(work, face);
      await screen.findByText(changed);
      await faultless(container);
      unmount();
    }
    expect(reportText((await viewOf(work, id)).summary)).toContain('Changed since noted, by Tom Okafor');
  });

  it('sharing again says beforehand what it does to what was cleared; closing before the outcome says that it is final', async () => {
    const { work, id } = await shared();
    const first = await show(work, <CommitteeScreen assessmentId={id} />);
    await clear(first.user);
    first.unmount();
    const share = await show(work, <ShareScreen assessmentId={id} />);
    await screen.findByText(/Sharing it again takes it back to shared/);
    share.unmount();
    const landing = await show(work, <LandingScreen assessmentId={id} />);
    await landing.user.click(await screen.findByRole('button', { name: 'Close the assessment' }));
    screen.getByText(/^The committee has not decided on it yet/);
  });
});
