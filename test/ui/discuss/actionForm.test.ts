// What is typed of an action, and the action it stands for.
import type { Action } from '../../../src/assessment';
import { type ActionForm, actionFaults, formOfAction, withForm } from '../../../src/ui/discuss/actionForm';

const today = '2026-11-22';
const action: Action = {
  id: 'a',
  assessmentId: 'x',
  keyAreaId: 'y',
  text: 'Train members',
  owner: { kind: 'post', post: 'Head of procurement' },
  due: '2026-01-31',
  status: 'open',
};

describe('the form of an action', () => {
  it('gives back the action it was made from, whoever owns it', () => {
    for (const owner of [null, action.owner, { kind: 'person', person: { id: 'p', displayName: 'Tom' } } as const])
      expect(withForm(action, formOfAction({ ...action, owner }))).toEqual({ ...action, owner });
  });

  it.each<[Partial<ActionForm>, readonly string[]]>([
    [{}, []],
    [{ text: ' ' }, ['text']],
    [{ owner: 'post', post: ' ' }, ['owner']],
    [{ owner: 'search' }, ['owner']],
    [{ due: '2026-11-21' }, ['due']],
    [{ due: 'unfinished' }, ['due']],
    [{ due: '' }, []],
  ])('finds what is faulty in %j', (part, fields) => {
    const form = { ...formOfAction(action), ...part };
    // A day that has passed since may stay; a new one must be to come.
    expect(actionFaults(form, today, action.due).map((fault) => fault.field)).toEqual(fields);
  });
});
