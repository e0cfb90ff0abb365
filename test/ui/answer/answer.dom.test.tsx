// The answer screen as somebody uses it: choosing, typing, what is told of saving, and what happens to what cannot be saved.
import { act, screen, waitFor, within } from '@testing-library/react';
import type { Assessment } from '../../../src/assessment';
import { readMyAnswer } from '../../../src/commands/answer';
import { framework } from '../../../src/framework';
import { keys } from '../../../src/sharepoint/records';
import { AnswerScreen } from '../../../src/ui/answer/AnswerScreen';
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
import { pass, show } from '../render';

const area = firstKeyArea();
const descriptors = area.statements[0]?.descriptors ?? [];

async function answering(me = tom, more: Partial<Assessment> = {}) {
  const work = await fakeWorkplace(me);
  const assessment = openAssessmentOf(await assessmentPair(), more);
  putAssessment(work, assessment);
  const key = keys.response(assessment.id, area.id, me.id);
  const page = await show(work, <AnswerScreen assessmentId={assessment.id} keyAreaId={area.id} />);
  return { work, assessment, key, ...page };
}

const mine = async (work: FakeWorkplace, assessment: Assessment) => {
  const answer = await readMyAnswer(work, assessment, area.id);
  return answer.kind === 'answer' ? answer.content : answer.kind;
};

/** Waits until my answer, opened with my own key, says so. */
const saved = (work: FakeWorkplace, assessment: Assessment, content: object) =>
  waitFor(async () => expect(await mine(work, assessment)).toMatchObject(content));

const radio = (name: string) => screen.getByRole('radio', { name: new RegExp(`^${name}`) });

it('asks one question with six labelled choices, none chosen, each with its whole descriptor', async () => {
  await answering();
  const group = screen.getByRole('group', { name: 'Where is Northbridge Council today?' });
  const choices = within(group).getAllByRole('radio');
  expect(choices).toHaveLength(6);
  for (const choice of choices) expect(choice).not.toHaveProperty('checked', true);
  for (const descriptor of descriptors) expect(group.textContent).toContain(descriptor);
  expect(radio('Cannot judge')).toBeTruthy();
  expect(group.querySelectorAll('label button, label a, label label')).toHaveLength(0);
});

const allSaved = () => screen.findByText('Saved at 10:32');

it('saves a level at once, sealed, and says when', async () => {
  const { work, assessment, key, user } = await answering();
  await user.click(radio('3 Mature'));
  await allSaved();
  expect(await mine(work, assessment)).toMatchObject({ judgement: 3, movingOn: false, remark: '' });
  const row = await work.replica.one('workings', key);
  expect(JSON.stringify(row)).not.toContain('judgement');
});

it('says beside the remark who can learn what, and when', async () => {
  await answering();
  expect(await screen.findByText(/^Hidden until shown: until a facilitator shows the answers/)).toBeTruthy();
  expect(screen.getByText(/^That you answered, when, and roughly how long your text is can be seen/)).toBeTruthy();
});

it('lets somebody think again, and offers the next level only where there is one', async () => {
  const { work, assessment, user } = await answering();
  await user.click(radio('4 Leader'));
  await user.click(screen.getByRole('checkbox', { name: 'Moving towards the next level, Innovator' }));
  await saved(work, assessment, { judgement: 4, movingOn: true });
  await user.click(radio('Cannot judge'));
  await saved(work, assessment, { judgement: 'cannot-judge', movingOn: false });
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('waits for a pause in typing, and saves at the latest when the field is left', async () => {
  const { work, assessment, user } = await answering();
  await user.click(radio('2 Developing'));
  await allSaved();
  await user.type(screen.getByLabelText('Remark'), 'Early');
  expect(screen.getByText('Saving …')).toBeTruthy();
  expect(await mine(work, assessment)).toMatchObject({ remark: '' });
  act(() => work.environment.advance(800));
  await saved(work, assessment, { remark: 'Early' });
  await user.type(screen.getByLabelText('Remark'), ' days');
  await user.tab();
  await saved(work, assessment, { remark: 'Early days' });
});

it('keeps a link that is none on screen, says so, and saves everything else', async () => {
  const { work, assessment, user } = await answering();
  await user.click(radio('2 Developing'));
  await user.type(screen.getByLabelText('Link'), 'javascript:alert(1)');
  await user.type(screen.getByLabelText('Remark'), 'Kept');
  await user.tab();
  await saved(work, assessment, { judgement: 2, remark: 'Kept', evidence: null });
  expect(screen.getByText(/This is not the address of a web page/)).toBeTruthy();
  expect(screen.getByLabelText('Link')).toHaveProperty('value', 'javascript:alert(1)');
  await user.clear(screen.getByLabelText('Link'));
  await user.type(screen.getByLabelText('Link'), 'https://council.example/minutes');
  await user.tab();
  await saved(work, assessment, { evidence: { link: 'https://council.example/minutes', note: '' } });
  expect(screen.queryByText(/This is not the address/)).toBeNull();
});

it('counts a remark that is too long, keeps it, and saves everything else; also after going away and back', async () => {
  const { work, assessment, user, unmount } = await answering();
  await user.click(radio('2 Developing'));
  await user.click(screen.getByLabelText('Remark'));
  await user.paste('x'.repeat(10_001));
  await user.tab();
  await saved(work, assessment, { judgement: 2, remark: '' });
  expect(screen.getByText(/The remark has 10,001 characters; 10,000 can be saved/)).toBeTruthy();
  unmount();
  await show(work, <AnswerScreen assessmentId={assessment.id} keyAreaId={area.id} />);
  expect(await screen.findByLabelText('Remark')).toHaveProperty('value', 'x'.repeat(10_001));
});

it('shows hostile text as text', async () => {
  const { work, assessment, user, unmount } = await answering();
  const hostile = '<img src=x onerror="alert(1)"> **bold** “quotes” 😀 עברית';
  await user.click(radio('2 Developing'));
  await user.click(screen.getByLabelText('Remark'));
  await user.paste(hostile);
  await user.tab();
  await saved(work, assessment, { remark: hostile });
  showAnswersOf(work, assessment);
  unmount();
  const { container } = await show(work, <AnswerScreen assessmentId={assessment.id} keyAreaId={area.id} />);
  expect(await screen.findByText(hostile)).toBeTruthy();
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getByRole('link', { name: 'See how answers compare' })).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

it('says why an answer is not yet saved, and lets the person act where it will not be', async () => {
  const { work, key, user } = await answering();
  await user.click(radio('3 Mature'));
  await allSaved();
  act(() => work.replica.setSaveState('workings', key, { kind: 'waiting', because: { kind: 'offline' } }));
  expect(await screen.findByText(/Not yet saved in SharePoint because you are offline/)).toBeTruthy();
  act(() =>
    work.replica.setSaveState('workings', key, { kind: 'parked', because: { kind: 'no-access', to: '/sites' } }),
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('SharePoint does not allow you to do this');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(work.replica.retried).toHaveLength(1);
  expect(radio('3 Mature')).toHaveProperty('checked', true);
});

it('keeps what was entered when this device cannot store it', async () => {
  const { work, user } = await answering();
  work.replica.put = () => Promise.reject(new Error('QuotaExceededError'));
  await user.click(radio('3 Mature'));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be saved on this device');
  expect(radio('3 Mature')).toHaveProperty('checked', true);
});

it('takes over an answer given on another device', async () => {
  const { work, key, user } = await answering();
  await user.click(radio('3 Mature'));
  await allSaved();
  const older = await rowOf(work, key);
  await user.click(radio('4 Leader'));
  await waitFor(async () => expect(await rowOf(work, key)).not.toEqual(older));
  await allSaved();
  act(() => work.replica.putAs(tom, 'workings', key, older));
  await waitFor(() => expect(radio('3 Mature')).toHaveProperty('checked', true));
});

it('asks again where somebody else changed the answer', async () => {
  const { work, key, user } = await answering();
  await user.click(radio('3 Mature'));
  await allSaved();
  const row = await rowOf(work, key);
  act(() => work.replica.putAs(tom, 'workings', key, row, aisha));
  expect(await screen.findByText('Somebody else changed your answer in SharePoint')).toBeTruthy();
});

it('says in words who is not asked, and who can change that', async () => {
  await answering(tom, {
    participants: [
      { ...priya, takingPart: true },
      { ...tom, takingPart: false },
    ],
  });
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText('A facilitator can add you: Priya Shah.')).toBeTruthy();
});

it('tells who will see it, with or without names, as the assessment was opened', async () => {
  await answering(tom, { showNames: true });
  expect(screen.getByText(/sees your answer and your remark, with your name/)).toBeTruthy();
  expect(screen.getByText(/Do not name suppliers or individuals/)).toBeTruthy();
});

it('lets somebody who has not answered add theirs once answers are shown, knowingly and only by a press', async () => {
  const { work, assessment, user } = await answering();
  await user.type(screen.getByLabelText('Remark'), 'Typed before');
  act(() => showAnswersOf(work, assessment));
  expect(await screen.findByText('The answers are already shown')).toBeTruthy();
  expect(screen.getByText(/others may guess that it is yours/)).toBeTruthy();
  expect(screen.queryByText(/Hidden until shown/)).toBeNull();
  const add = screen.getByRole('button', { name: 'Add my answer to those shown' });
  await user.click(add);
  expect(screen.getByRole('alert').textContent).toContain('Choose a level');
  await user.click(radio('3 Mature'));
  await pass(work, 5_000);
  await user.tab();
  expect(await mine(work, assessment)).toBe('none');
  await user.click(add);
  await saved(work, assessment, { judgement: 3, remark: 'Typed before' });
  expect(await screen.findByText(/It is added to them as soon as a facilitator has this open/)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

it('tells somebody that their answer came after a level was agreed, or was changed after it was shown', async () => {
  const { work, assessment, user } = await answering();
  await user.click(radio('3 Mature'));
  await allSaved();
  const content = await mine(work, assessment);
  if (typeof content === 'string') throw new Error(content);
  const state = { assessmentId: assessment.id, keyAreaId: area.id, target: null, reason: '' } as const;
  const agreement = { level: 2, reason: 'r', at: '2026-11-22T10:12:00Z', by: priya } as const;
  act(() =>
    work.replica.putAs(priya, 'workings', keys.area(assessment.id, area.id), {
      kind: 'area',
      assessmentId: assessment.id,
      state: { ...state, phase: 'agreed', agreement },
    }),
  );
  expect(await screen.findByText(/^A level was agreed before your answer came/)).toBeTruthy();
  const note = { kind: 'opened', assessmentId: assessment.id, keyAreaId: area.id, voices: [tom.id] } as const;
  const shown = {
    ...content,
    judgement: 1,
    assessmentId: assessment.id,
    keyAreaId: area.id,
    person: null,
    recordedAs: 'own',
    recordedBy: null,
    count: 1,
  } as const;
  act(() => {
    work.replica.putAs(priya, 'responses', content.responseId, shown);
    work.replica.putAs(priya, 'workings', keys.opened(assessment.id, area.id, 'n'), note);
  });
  expect(await screen.findByText(/What you changed since came too late and is not shown/)).toBeTruthy();
  act(() => work.replica.putAs(priya, 'responses', content.responseId, { ...shown, judgement: 3 }));
  expect(await screen.findByText('What applies is agreed, so answers can no longer be changed.')).toBeTruthy();
});

async function rowOf(work: FakeWorkplace, key: string) {
  const row = await work.replica.one('workings', key);
  if (!row) throw new Error(`There is no row ${key}`);
  return row.record;
}

function showAnswersOf(work: FakeWorkplace, assessment: Assessment): void {
  const place = { assessmentId: assessment.id, keyAreaId: area.id };
  work.replica.putAs(priya, 'workings', keys.area(assessment.id, area.id), {
    kind: 'area',
    assessmentId: assessment.id,
    state: { ...place, phase: 'revealed', agreement: null, target: null, reason: '' },
  });
}

function firstKeyArea() {
  const [first] = framework.theme.keyAreas;
  if (!first) throw new Error('The framework has no key area');
  return first;
}

it('folds what the key area is once somebody has answered, but never under their hands', async () => {
  const { work, assessment, user, unmount } = await answering();
  const about = () => screen.getByText('What it is and why it is important').closest('details');
  expect(about()?.open).toBe(true);
  await user.click(radio('2 Developing'));
  await allSaved();
  expect(about()?.open).toBe(true);
  unmount();
  await show(work, <AnswerScreen assessmentId={assessment.id} keyAreaId={area.id} />);
  await screen.findByText('What it is and why it is important');
  expect(about()?.open).toBe(false);
});
