// The people screen: counts follow, undo takes back, a search that fails says so.
import { cleanup, screen, within } from '@testing-library/react';
import type { ZodType } from 'zod';
import { fail, ok } from '../../../src/base/result';
import { PeopleScreen } from '../../../src/ui/people/PeopleScreen';
import { aisha, assessmentPair, fakeWorkplace, openAssessmentOf, priya, putAssessment, tom } from '../fakeWorkplace';
import { pass, settle, show } from '../render';

afterEach(cleanup);

/** Graph's answer to a search. */
const finds = (...users: readonly object[]) => ({
  send: async (_call: unknown, reply: ZodType) => ok(reply.parse({ value: users })),
});

async function people(as = priya) {
  const work = await fakeWorkplace(as);
  const assessment = openAssessmentOf(await assessmentPair());
  putAssessment(work, assessment);
  const page = await show(work, <PeopleScreen assessmentId={assessment.id} />);
  const asked = () => within(screen.getByRole('region', { name: 'Who is asked' }));
  const stored = async () => (await work.replica.one('assessments', assessment.id))?.record;
  return { ...page, work, asked, stored };
}

describe('the people screen', () => {
  it('marks somebody as not taking part, counts anew, and takes it back', async () => {
    const { user, asked, stored } = await people();
    asked().getByText('3 people are asked.');
    await user.click(asked().getByRole('button', { name: 'Not taking part: Tom Okafor' }));
    await settle();
    asked().getByText('2 people are asked; 1 no longer takes part and does not count.');
    expect((await stored())?.participants.find(({ id }) => id === tom.id)?.takingPart).toBe(false);
    await user.click(asked().getByRole('button', { name: 'Undo' }));
    await settle();
    asked().getByText('3 people are asked.');
    expect((await stored())?.participants.map(({ takingPart }) => takingPart)).toEqual([true, true, true]);
  });

  it('replaces somebody by a person found by name', async () => {
    const { user, work, asked, stored } = await people();
    const dan = { id: 'dan', displayName: 'Dan <b>Hughes</b>', jobTitle: 'Digital services lead', mail: '' };
    Object.assign(work.graph, finds(dan));
    await user.click(asked().getByRole('button', { name: 'Replace Aisha Khan' }));
    const chooser = within(asked().getByRole('group', { name: 'Who answers instead of Aisha Khan?' }));
    await user.type(chooser.getByRole('searchbox'), 'dan');
    await pass(work, 300);
    chooser.getByText('1 person found.');
    await user.click(chooser.getByRole('button', { name: 'Add Dan <b>Hughes</b>' }));
    await settle();
    expect((await stored())?.participants.slice(2)).toEqual([
      { ...aisha, takingPart: false },
      { id: 'dan', displayName: 'Dan <b>Hughes</b>', takingPart: true },
    ]);
  });

  it('says when the search fails, keeps what was typed, and tries again', async () => {
    const { user, work, asked } = await people();
    Object.assign(work.graph, { send: async () => fail({ kind: 'no-access', to: '/users' }) });
    const chooser = within(asked().getByRole('group', { name: 'Ask someone else' }));
    await user.type(chooser.getByRole('searchbox'), 'dan');
    await pass(work, 300);
    chooser.getByText('The search did not work.');
    expect(chooser.queryByText('Nobody found by that name.')).toBeNull();
    Object.assign(work.graph, finds());
    await user.click(chooser.getByRole('button', { name: 'Try again' }));
    await pass(work, 300);
    chooser.getByText('Nobody found by that name.');
    expect(chooser.getByRole<HTMLInputElement>('searchbox').value).toBe('dan');
  });

  it('asks before I stop being a facilitator, and never lets the last one go', async () => {
    const { user, work, stored } = await people();
    const section = () => within(screen.getByRole('region', { name: 'Facilitators' }));
    section().getByText(/There is only one facilitator/);
    expect(section().queryByRole('button', { name: 'Remove Priya Shah' })).toBeNull();
    Object.assign(work.graph, finds(tom));
    await user.type(section().getByRole('searchbox'), 'tom');
    await pass(work, 300);
    await user.click(section().getByRole('button', { name: 'Add Tom Okafor' }));
    await settle();
    await user.click(section().getByRole('button', { name: 'Remove Priya Shah' }));
    expect((await stored())?.facilitators).toEqual([priya, tom]);
    await user.click(section().getByRole('button', { name: 'Hand over' }));
    await settle();
    expect((await stored())?.facilitators).toEqual([tom]);
    expect(screen.queryByRole('button', { name: /^Not taking part/ })).toBeNull();
  });

  it('can only be read by others', async () => {
    await people(tom);
    screen.getByText('Only facilitators can change who is asked.');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Copy the link']);
  });
});
