// Discussing a key area: nothing is seen before the showing; afterwards everything is, and facilitators record what is agreed.
import { act, cleanup, screen, within } from '@testing-library/react';
import { saveAnswer } from '../../../src/commands/answer';
import { openAssessment } from '../../../src/commands/openAssessment';
import { readView } from '../../../src/commands/view';
import { publicHalf } from '../../../src/sealing';
import { keys } from '../../../src/sharepoint/records';
import { DiscussScreen } from '../../../src/ui/discuss/DiscussScreen';
import { aisha, type FakeWorkplace, fakeWorkplace, priya, tom } from '../fakeWorkplace';
import { settle, show } from '../render';
import { agreedOn, firstArea, putAnswer, putArea, putOpen } from '../shownAssessment';

afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)> **bold** "שלום" 😀';
const region = (name: string) => within(screen.getByRole('region', { name }));

/** Opens an assessment as Priya, asks these people, and gives Priya's answer. */
async function openWithMyAnswer(work: FakeWorkplace, participants = [priya]): Promise<string> {
  const [mine] = await work.keyring.mine();
  const { id: keyId, key: publicKey } = publicHalf(mine);
  const personKey = { kind: 'person-key', personId: priya.id, keyId, publicKey } as const;
  work.replica.putAs(priya, 'workings', keys.personKey(priya.id), personKey);
  const opened = await openAssessment(work, {
    title: 'Autumn 2026',
    organisation: 'Northbridge Council',
    dueDate: null,
    keyAreaIds: [firstArea],
    facilitators: [priya],
    participants: participants.map((person) => ({ ...person, takingPart: true })),
    showNames: false,
    earlier: [],
    previousId: null,
    tellChannel: false,
  });
  const id = opened.ok ? opened.value : '';
  const assessment = (await readView(work, id))?.assessment;
  if (!assessment) throw new Error('not opened');
  await saveAnswer(work, assessment, firstArea, {
    responseId: '00000000-0000-4000-8000-0000000000aa',
    judgement: 4,
    movingOn: false,
    confidence: 'high',
    remark: hostile,
    evidence: null,
  });
  return id;
}

describe('before answers are shown', () => {
  it('says only how many there are, and shows them all at once when a facilitator says so', async () => {
    const work = await fakeWorkplace();
    const id = await openWithMyAnswer(work);
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    screen.getByText('1 of 1 person asked has answered.');
    expect(document.body.textContent).not.toContain('bold');
    expect(screen.queryByRole('heading', { name: 'How answers compare' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show answers' }));
    // Opening what was sealed takes as long as it takes.
    await screen.findByRole('region', { name: 'How answers compare' }, { timeout: 5000 });
    region('How answers compare').getByText('Most said Leader (1 of 1).');
    region('What people added').getByText(hostile);
    region('What people added').getByText('With so few people, others may guess who said what.');
    expect(document.querySelector('img')).toBeNull();
  });

  it('asks first where fewer than half have answered', async () => {
    const work = await fakeWorkplace();
    const id = await openWithMyAnswer(work, [priya, tom, aisha]);
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    await user.click(screen.getByRole('button', { name: 'Show answers' }));
    screen.getByText('Fewer than half have answered: Engaging councillors 1 of 3.');
    expect((await readView(work, id))?.states[0]?.phase).toBe('collecting');
    await user.click(screen.getByRole('button', { name: 'Show answers anyway' }));
    await screen.findByRole('region', { name: 'How answers compare' }, { timeout: 5000 });
    expect((await readView(work, id))?.states[0]?.phase).toBe('revealed');
  });

  it('lets others only wait', async () => {
    const work = await fakeWorkplace(tom);
    const { id } = await putOpen(work);
    await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    screen.getByText(/A facilitator shows the answers/);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('for people in the room', () => {
  /** Priya facilitates and has opened the product with nobody's answer but her own. */
  async function discussing() {
    const work = await fakeWorkplace();
    const id = await openWithMyAnswer(work, [priya, tom, aisha]);
    const page = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    const inRoom = region('For people in the room');
    return { work, id, inRoom, ...page };
  }

  it('records an answer for one of those asked who have none, hidden until shown, and takes it back', async () => {
    const { work, id, inRoom, user } = await discussing();
    await user.click(inRoom.getByText('Record an answer for someone in the room'));
    const whom = inRoom.getByLabelText(/Whose answer/);
    expect(
      within(whom)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Choose a person', 'Tom Okafor', 'Aisha Khan']);
    await user.click(inRoom.getAllByRole('button', { name: 'Record' })[0] as HTMLElement);
    expect(inRoom.getByRole('alert').textContent).toContain('Choose whose answer it is');
    await user.selectOptions(whom, 'Tom Okafor');
    await user.click(inRoom.getByRole('radio', { name: /^2 Developing/ }));
    await user.type(inRoom.getByLabelText(/What they say about it/), 'Said aloud');
    await user.click(inRoom.getAllByRole('button', { name: 'Record' })[0] as HTMLElement);
    await screen.findByText('Tom Okafor: recorded by you');
    screen.getByText('2 of 3 people asked have answered.');
    expect(JSON.stringify(await work.replica.all('workings', id))).not.toContain('Said aloud');
    await user.click(screen.getByRole('button', { name: 'Remove what is recorded for Tom Okafor' }));
    await settle();
    expect(screen.queryByText('Tom Okafor: recorded by you')).toBeNull();
  });

  it('records a show of hands, which is shown as one', async () => {
    const { inRoom, user } = await discussing();
    await user.click(inRoom.getByText('Record a show of hands'));
    const record = () => inRoom.getAllByRole('button', { name: 'Record' }).at(-1) as HTMLElement;
    await user.click(record());
    inRoom.getByRole('button', { name: 'Enter how many hands were up for at least one level' });
    await user.type(inRoom.getByLabelText('3 Mature'), 'some');
    await user.click(record());
    inRoom.getByRole('button', { name: 'Enter a whole number from 0 to 999 for 3 Mature' });
    await user.clear(inRoom.getByLabelText('3 Mature'));
    await user.type(inRoom.getByLabelText('3 Mature'), '7');
    await user.type(inRoom.getByLabelText('Cannot judge'), '2');
    await user.click(record());
    await screen.findByText('Show of hands: recorded by you');
    await user.click(screen.getByRole('button', { name: 'Show answers' }));
    await user.click(await screen.findByRole('button', { name: 'Show answers anyway' }));
    await screen.findByRole('region', { name: 'How answers compare' }, { timeout: 5000 });
    region('How answers compare').getByText(/2 people cannot judge. 9 answers were recorded by a facilitator/);
    region('What people added').getByText('Mature · show of hands: 7 · recorded by Priya Shah');
    screen.getByText('A show of hands is recorded and shown.');
  });

  it('is for facilitators only', async () => {
    const work = await fakeWorkplace(tom);
    const { id } = await putOpen(work);
    await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    expect(screen.queryByRole('region', { name: 'For people in the room' })).toBeNull();
  });
});

it('offers a way out where this device cannot open the answers', async () => {
  const work = await fakeWorkplace();
  const { id } = await putOpen(work);
  const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
  await user.click(screen.getByRole('button', { name: 'Show answers' }));
  await user.click(screen.getByRole('button', { name: 'Show answers anyway' }));
  const told = await screen.findByText('This device cannot open the answers');
  expect(told.closest('[role=alert]')?.textContent).toContain('nobody types anything twice');
  const before = (await readView(work, id))?.assessment.publicKey?.id;
  await user.click(screen.getByRole('button', { name: 'Let everybody’s device pass their answer on' }));
  await screen.findByText(/^Asked. The answers come in by themselves/);
  expect((await readView(work, id))?.assessment.publicKey?.id).not.toBe(before);
});

it('counts answers that are not opened, and says so differently once a level is agreed', async () => {
  const work = await fakeWorkplace(tom);
  const { id } = await putOpen(work);
  const sealed = {
    kind: 'response',
    assessmentId: id,
    keyAreaId: firstArea,
    personId: aisha.id,
    frameworkVersion: '1',
    envelope: { version: 1, content: 'x', recipients: [] },
  } as const;
  work.replica.putAs(aisha, 'workings', keys.response(id, firstArea, aisha.id), sealed);
  putArea(work, id, {});
  await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
  screen.getByText('1 answer is not opened yet.');
  await act(async () => putArea(work, id, agreedOn(2)));
  await settle();
  screen.getByText('1 answer was not opened before this was agreed, and does not count.');
  const note = { kind: 'opened', assessmentId: id, keyAreaId: firstArea, voices: [aisha.id] } as const;
  await act(async () => work.replica.putAs(priya, 'workings', keys.opened(id, firstArea, 'n'), note));
  await settle();
  expect(screen.queryByText(/not opened/)).toBeNull();
});

describe('once answers are shown', () => {
  it('changes everybody’s screen by itself, and others only read', async () => {
    const work = await fakeWorkplace(tom);
    const { id } = await putOpen(work);
    await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    await act(async () => {
      putAnswer(work, id, { remark: hostile, evidence: { link: 'javascript:alert(1)', note: 'Plan' } });
      putArea(work, id, { phase: 'revealed' });
    });
    await settle();
    region('What people added').getByText(hostile);
    region('What people added').getByText('Plan (javascript:alert(1))');
    region('Where are we now').getByText(/A facilitator records what you agree/);
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });

  it('opens evidence through the host, and names the site it leads to', async () => {
    const work = await fakeWorkplace(tom);
    const { id } = await putOpen(work);
    putAnswer(work, id, { evidence: { link: 'https://www.northbridge.example/plan', note: 'Forward plan' } });
    putArea(work, id, {});
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    await user.click(screen.getByRole('button', { name: 'Forward plan (opens www.northbridge.example)' }));
    expect(work.host.opened).toEqual(['https://www.northbridge.example/plan']);
  });

  it('names people only where the answers carry names', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work, { showNames: true });
    putAnswer(work, id, { responseId: 'r1', person: tom });
    putAnswer(work, id, { responseId: 'r2', recordedAs: 'for-person', recordedBy: priya, judgement: 3 });
    putArea(work, id, {});
    await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    region('What people added').getByText('Tom Okafor · Developing');
    region('What people added').getByText('Mature · recorded by Priya Shah');
    expect(screen.queryByText(/others may guess/)).toBeNull();
  });

  it('records a level only with a reason, chosen by people, and keeps what was typed until then', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    putAnswer(work, id, {});
    putArea(work, id, {});
    const shown = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    const now = () => region('Where are we now');
    expect(
      now()
        .getAllByRole<HTMLInputElement>('radio')
        .map((radio) => radio.checked),
    ).toEqual(Array(5).fill(false));
    await shown.user.type(now().getByRole('textbox', { name: 'Why this level' }), 'Agreed in the meeting');
    await shown.user.click(now().getByRole('button', { name: 'Record what is agreed' }));
    now().getByRole('button', { name: 'Choose the level you agreed on' });
    shown.unmount();

    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    expect(now().getByRole<HTMLTextAreaElement>('textbox').value).toBe('Agreed in the meeting');
    await user.click(now().getByRole('radio', { name: /Mature/ }));
    await user.click(now().getByRole('button', { name: 'Record what is agreed' }));
    await settle();
    now().getByText('Reason: Agreed in the meeting');
    expect(now().getByRole('img').getAttribute('aria-label')).toBe('Now Mature');
    expect((await readView(work, id))?.states[0]?.agreement).toMatchObject({ level: 3, by: priya });
  });

  it('takes a target of our own choosing, with nothing chosen beforehand, or one to be agreed later', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    putArea(work, id, agreedOn(2));
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    const target = () => region('Where do we want to be, and by when');
    const stored = async () => (await readView(work, id))?.states[0]?.target;
    expect(
      target()
        .getAllByRole<HTMLInputElement>('radio')
        .some((radio) => radio.checked),
    ).toBe(false);
    await user.click(target().getByRole('button', { name: 'Record the target' }));
    target().getByRole('button', { name: 'Choose a level, or choose to agree it later' });
    await user.click(target().getByRole('radio', { name: 'To be agreed later' }));
    await user.click(target().getByRole('button', { name: 'Record the target' }));
    await settle();
    target().getByText('To be agreed.');
    expect(await stored()).toEqual({ kind: 'later', agreeBy: null });
    await user.click(target().getByRole('button', { name: 'Remove the target' }));
    await settle();
    expect(await stored()).toBeNull();
    await user.click(target().getByRole('button', { name: 'Undo' }));
    await settle();
    expect(await stored()).toEqual({ kind: 'later', agreeBy: null });
  });

  it('adds an action for a post, and gives back a removed one', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    putArea(work, id, agreedOn(2));
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    const actions = () => region('Actions');
    await user.click(actions().getByRole('button', { name: 'Add an action' }));
    await settle();
    await user.type(actions().getByRole('textbox', { name: 'What is going to be done' }), hostile);
    await user.selectOptions(actions().getByRole('combobox', { name: 'Who does it' }), 'post');
    await user.type(actions().getByRole('textbox', { name: 'Name of the post' }), 'Head of procurement');
    await user.click(actions().getByRole('button', { name: 'Save the action' }));
    await settle();
    actions().getByText('Head of procurement · no date · Open');
    await user.click(actions().getByRole('button', { name: `Remove: ${hostile}` }));
    await settle();
    actions().getByText('No actions yet.');
    await user.click(actions().getByRole('button', { name: 'Undo' }));
    await settle();
    actions().getByText(hostile);
  });

  it('reopens only with a reason', async () => {
    const work = await fakeWorkplace();
    const { id } = await putOpen(work);
    putAnswer(work, id, {});
    putArea(work, id, {});
    const { user } = await show(work, <DiscussScreen assessmentId={id} keyAreaId={firstArea} />);
    const phase = async () => (await readView(work, id))?.states[0]?.phase;
    await user.click(screen.getByText('Skip, set aside or reopen'));
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    screen.getByText('Give a reason');
    expect(await phase()).toBe('revealed');
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Two people were ill');
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    await settle();
    expect(await phase()).toBe('collecting');
    screen.getByText('Reason: Two people were ill');
  });
});
