// What is not in SharePoint yet: each change in words, with what can be done; and two versions, both readable until one is chosen.
import { act, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import type { ResponseContent } from '../../../src/assessment';
import { saveAnswer } from '../../../src/commands/answer';
import { tryItFirst } from '../../../src/commands/openAssessment';
import type { SaveState } from '../../../src/replica/replica';
import { keys } from '../../../src/sharepoint/records';
import { StandingBanner } from '../../../src/ui/app/StandingBanner';
import { SaveStatus } from '../../../src/ui/parts/SaveStatus';
import { UnsavedScreen } from '../../../src/ui/unsaved/UnsavedScreen';
import { aisha, type FakeWorkplace, fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, firstArea, putArea, putOpen } from '../shownAssessment';

const parked = (because: Extract<SaveState, { kind: 'parked' }>['because']): SaveState => ({ kind: 'parked', because });
const noAccess = parked({ kind: 'no-access', to: '/sites' });

const anAction = {
  id: 'cccccccc-0000-4000-8000-000000000001',
  assessmentId: 'aaaaaaaa-0000-4000-8000-000000000001',
  keyAreaId: firstArea,
  text: 'Brief the cabinet member',
  owner: { kind: 'post', post: 'Head of procurement' },
  due: '2027-01-31',
  status: 'open',
} as const;

const content = (more: Partial<ResponseContent>): ResponseContent => ({
  responseId: 'dddddddd-0000-4000-8000-000000000001',
  judgement: 2,
  movingOn: false,
  confidence: null,
  remark: '',
  evidence: null,
  ...more,
});

/** Tom's own answer, in two versions: both sealed, and both his. */
async function twoAnswers(mineSays: Partial<ResponseContent>, theirsSays: Partial<ResponseContent>) {
  const work = await fakeWorkplace(tom);
  const assessment = await putOpen(work);
  const key = keys.response(assessment.id, firstArea, tom.id);
  const sealed = async (says: Partial<ResponseContent>) => {
    await saveAnswer(work, assessment, firstArea, content(says));
    const row = await work.replica.one('workings', key);
    if (row?.record.kind !== 'response') throw new Error('No answer was written');
    return row.record;
  };
  const theirs = await sealed(theirsSays);
  const mine = await sealed(mineSays);
  work.replica.setThere('workings', key, theirs, tom);
  const state = { kind: 'two-versions', mine, theirs } as const;
  work.replica.setSaveState('workings', key, state);
  return { work, key, state };
}

const entries = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const faultless = async (container: Element) =>
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);

describe('the screen', () => {
  it('says so where everything is in SharePoint', async () => {
    const { container } = await show(await fakeWorkplace(), <UnsavedScreen />);
    expect(screen.getByRole('status').textContent).toBe('Everything is in SharePoint.');
    await faultless(container);
  });

  it('names every change in words, what needs somebody first, and leaves out what the product wrote by itself', async () => {
    const work = await fakeWorkplace();
    const assessment = await putOpen(work);
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, { kind: 'waiting', because: { kind: 'offline' } });
    putArea(work, assessment.id, agreedOn(3));
    work.replica.setSaveState('workings', keys.area(assessment.id, firstArea), noAccess);
    work.replica.setThere('assessments', assessment.id, assessment, priya);
    await work.replica.put('assessments', assessment.id, { ...assessment, participants: [] });
    work.replica.setSaveState('assessments', assessment.id, parked({ kind: 'too-large' }));
    const ownKey = keys.personKey(priya.id);
    await work.replica.put('workings', ownKey, { kind: 'person-key', personId: priya.id, keyId: 'k', publicKey: 'p' });
    work.replica.setSaveState('workings', ownKey, noAccess);
    const { container } = await show(work, <UnsavedScreen />);
    expect(entries()).toEqual([
      'Agreed level of Engaging councillors',
      'Who is asked',
      'The action “Brief the cabinet member”',
    ]);
    expect(screen.getByText('3 changes are not in SharePoint.')).toBeTruthy();
    expect(screen.getByText(/^Not yet saved in SharePoint because you are offline/)).toBeTruthy();
    expect(screen.getByText(/Ask an owner of the team/)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/area:|person-key|aaaaaaaa-/);
    await faultless(container);
  });

  it('counts opening an assessment as one change, whatever is written for it', async () => {
    const work = await fakeWorkplace();
    work.replica.writes = { kind: 'waiting', because: { kind: 'offline' } };
    await tryItFirst(work, 'Just trying', '');
    expect((await work.replica.unsent()).length).toBeGreaterThan(1);
    await show(work, <UnsavedScreen />);
    expect(entries()).toEqual(['The assessment “Just trying”']);
  });

  it('shows what was written, an answer opened, and copies it as text', async () => {
    const { work, key } = await twoAnswers({ remark: 'Members are briefed late' }, {});
    work.replica.setSaveState('workings', key, noAccess);
    const { user } = await show(work, <UnsavedScreen />);
    expect(await screen.findByText('Members are briefed late')).toBeTruthy();
    expect(entries()).toEqual(['Your answer to Engaging councillors']);
    await user.click(screen.getByRole('button', { name: 'Copy what I wrote' }));
    expect(await navigator.clipboard.readText()).toBe('Level: 2 Developing\nRemark: Members are briefed late');
  });

  it('asks before it discards, says what is lost, and can take that back', async () => {
    const work = await fakeWorkplace();
    await putOpen(work);
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, noAccess);
    const { user } = await show(work, <UnsavedScreen />);
    const discard = 'Discard: The action “Brief the cabinet member”';
    await user.click(screen.getByRole('button', { name: discard }));
    expect(screen.getByText('What you entered is then gone, here too.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Keep it/ }));
    await user.click(screen.getByRole('button', { name: discard }));
    await user.click(screen.getByRole('button', { name: /^Discard it/ }));
    await settle();
    expect(screen.getByText('Everything is in SharePoint.')).toBe(document.activeElement);
    expect(screen.getByText('Discarded: The action “Brief the cabinet member”.')).toBeTruthy();
    await work.replica.remove('actions', anAction.id);
    work.replica.writes = { kind: 'waiting', because: { kind: 'offline' } };
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await settle();
    expect(entries()).toEqual(['The action “Brief the cabinet member”']);
    expect((await work.replica.one('actions', anAction.id))?.record).toEqual(anAction);
  });

  it('tries again, or asks for the permission that is missing, from a click', async () => {
    const work = await fakeWorkplace();
    await putOpen(work);
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, noAccess);
    const { user } = await show(work, <UnsavedScreen />);
    await user.click(screen.getByRole('button', { name: /^Try again/ }));
    expect(work.replica.retried).toHaveLength(1);
    const missing = parked({ kind: 'consent-missing', scopes: ['Sites.ReadWrite.All'] });
    act(() => work.replica.setSaveState('actions', anAction.id, missing));
    await user.click(await screen.findByRole('button', { name: 'Allow' }));
    expect(work.host.asked).toEqual(['ask Sites.ReadWrite.All']);
    expect(work.replica.retried).toHaveLength(2);
  });

  it('says so where somebody removed what I changed, and what trying again would do', async () => {
    const work = await fakeWorkplace();
    await putOpen(work);
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, parked({ kind: 'not-found', what: anAction.id }));
    await show(work, <UnsavedScreen />);
    expect(screen.getByText(/the row for it, or the whole list, is no longer there/)).toBeTruthy();
    expect(screen.getByText('Trying again puts it into SharePoint anew. Discarding leaves it removed.')).toBeTruthy();
  });

  it('says that everything is lost with the page where the browser keeps nothing', async () => {
    const work = await fakeWorkplace();
    work.replica.durable = false;
    await putOpen(work);
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, { kind: 'waiting', because: { kind: 'offline' } });
    await show(work, <UnsavedScreen />);
    expect(screen.getByText('All of this is lost when this page closes')).toBeTruthy();
  });

  it('says so where reading fails, instead of looking empty', async () => {
    const work = await fakeWorkplace();
    work.replica.unsent = () => Promise.reject(new Error('The database is gone'));
    await show(work, <UnsavedScreen />);
    expect((await screen.findByRole('alert')).textContent).toContain('The database is gone');
    expect(screen.queryByText('Everything is in SharePoint.')).toBeNull();
  });

  it('is reached from the banner, which counts only what somebody changed', async () => {
    const work = await fakeWorkplace();
    await work.replica.put('actions', anAction.id, anAction);
    work.replica.setSaveState('actions', anAction.id, noAccess);
    const ownKey = keys.personKey(priya.id);
    await work.replica.put('workings', ownKey, { kind: 'person-key', personId: priya.id, keyId: 'k', publicKey: 'p' });
    work.replica.setSaveState('workings', ownKey, noAccess);
    await show(work, <StandingBanner />);
    const link = screen.getByRole('link', { name: '1 change not yet in SharePoint.' });
    expect(link.getAttribute('href')).toBe('#/unsaved');
  });
});

describe('two versions', () => {
  it('shows both answers side by side, only what differs, with who saved the other one and when', async () => {
    const { work, key, state } = await twoAnswers({ remark: 'From the phone' }, { remark: 'From the laptop' });
    const { container, user } = await show(work, <SaveStatus list="workings" recordKey={key} state={state} />);
    const group = await screen.findByRole('group', { name: 'Two versions: Your answer to Engaging councillors' });
    const mine = within(within(group).getByRole('group', { name: 'Yours' }));
    const theirs = within(within(group).getByRole('group', { name: 'The other one' }));
    expect(mine.getByText('From the phone')).toBeTruthy();
    expect(theirs.getByText('From the laptop')).toBeTruthy();
    expect(theirs.getByText('Saved by you somewhere else, 10:20.')).toBeTruthy();
    expect(within(group).queryByText('Level')).toBeNull();
    await faultless(container);
    await user.click(theirs.getByRole('button', { name: 'Copy this' }));
    expect(await navigator.clipboard.readText()).toContain('From the laptop');
    await user.click(theirs.getByRole('button', { name: /^Take the other one/ }));
    expect(work.replica.chosen).toEqual(['theirs']);
    await settle();
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('says that an answer sealed elsewhere cannot be shown here, and that two which say the same are the same', async () => {
    const { work, key, state } = await twoAnswers({ remark: 'Same' }, { remark: 'Same', responseId: 'other' });
    const { unmount } = await show(work, <SaveStatus list="workings" recordKey={key} state={state} />);
    expect(await screen.findByText(/^They say the same/)).toBeTruthy();
    unmount();
    const elsewhere = await fakeWorkplace(tom);
    elsewhere.replica.setSaveState('workings', key, state);
    await show(elsewhere, <SaveStatus list="workings" recordKey={key} state={state} />);
    expect(await screen.findAllByText('It cannot be shown on this device.')).toHaveLength(2);
  });

  it('says so where I removed what somebody else changed', async () => {
    const work = await fakeWorkplace();
    await putOpen(work);
    const changed = { ...anAction, text: 'Brief the leader' };
    work.replica.setThere('actions', anAction.id, changed, aisha);
    work.replica.setSaveState('actions', anAction.id, { kind: 'two-versions', mine: null, theirs: changed });
    const { user } = await show(work, <UnsavedScreen />);
    expect(entries()).toEqual(['Removing the action “Brief the leader”']);
    expect(screen.getByText('You removed it.')).toBeTruthy();
    expect(screen.getByText('Saved by Aisha Khan, 10:20.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Keep mine/ }));
    expect(work.replica.chosen).toEqual(['mine']);
  });

  it.each<[string, (work: FakeWorkplace) => Promise<void>, readonly [string, string]]>([
    [
      'an agreed level',
      async (work) => {
        const { id } = await putOpen(work);
        const state = { assessmentId: id, keyAreaId: firstArea, target: null, reason: '', ...agreedOn(3, 'Mine') };
        const [mine, theirs] = [state, { ...state, ...agreedOn(4, 'Theirs') }].map((each) => ({
          kind: 'area' as const,
          assessmentId: id,
          state: each,
        }));
        if (mine && theirs)
          work.replica.setSaveState('workings', keys.area(id, firstArea), { kind: 'two-versions', mine, theirs });
      },
      ['3 Mature', '4 Leader'],
    ],
    [
      'who is asked',
      async (work) => {
        const mine = await putOpen(work);
        const theirs = { ...mine, participants: [{ ...aisha, takingPart: true }] };
        work.replica.setSaveState('assessments', mine.id, { kind: 'two-versions', mine, theirs });
      },
      ['Priya Shah, Tom Okafor and Aisha Khan', 'Aisha Khan'],
    ],
    [
      'a result',
      async (work) => {
        const { id } = await putOpen(work);
        const mine = {
          assessmentId: id,
          keyAreaId: firstArea,
          assessmentTitle: 'Autumn 2026',
          organisation: 'Northbridge Council',
          keyArea: 'Engaging councillors',
          level: 'Mature',
          meaning: '',
          change: '',
          target: '',
          reason: 'Because of scrutiny',
          actions: '',
          comparison: '',
          sharedOn: '2026-11-22',
        };
        const theirs = { ...mine, reason: 'Because of cabinet' };
        work.replica.setSaveState('results', keys.result(id, firstArea), { kind: 'two-versions', mine, theirs });
      },
      ['Because of scrutiny', 'Because of cabinet'],
    ],
  ])('works for %s', async (_, prepare, [mine, theirs]) => {
    const work = await fakeWorkplace();
    await prepare(work);
    await show(work, <UnsavedScreen />);
    expect(within(screen.getByRole('group', { name: 'Yours' })).getByText(mine)).toBeTruthy();
    expect(within(screen.getByRole('group', { name: 'The other one' })).getByText(theirs)).toBeTruthy();
  });

  it('keeps the facilitators somebody else named at the same moment, and adds mine after them', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    const link = (facilitators: readonly (typeof priya)[]) =>
      ({ kind: 'facilitators', assessmentId: id, serial: 2, facilitators, publicKey: null }) as const;
    const key = keys.facilitators(id, 2);
    const [mine, theirs] = [link([priya, aisha]), link([priya, tom])];
    work.replica.putAs(priya, 'workings', key, theirs);
    work.replica.setSaveState('workings', key, { kind: 'two-versions', mine, theirs });
    const { user } = await show(work, <UnsavedScreen />);
    await user.click(screen.getByRole('button', { name: 'Keep mine: Who facilitates' }));
    await settle();
    expect((await work.replica.one('workings', key))?.record).toEqual(theirs);
    const next = await work.replica.one('workings', keys.facilitators(id, 3));
    expect(next?.record).toMatchObject({ facilitators: [priya, aisha] });
  });
});
