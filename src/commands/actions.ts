// Actions: what is going to be done, by whom, by when.
import type { Action } from '../assessment';
import type { Workplace } from './workplace';

/** An empty action to fill in. */
export const newAction = (work: Workplace, assessmentId: string, keyAreaId: string): Action => ({
  id: work.environment.newId(),
  assessmentId,
  keyAreaId,
  text: '',
  owner: null,
  due: null,
  status: 'open',
});

/**
 * Saves an action, new or changed.
 * @param before the action as it was when changing it began: what others changed since stays, and what both changed is kept twice
 */
export const saveAction = (work: Workplace, action: Action, before?: Action): Promise<void> =>
  work.replica.put('actions', action.id, action, before);

/** Takes an action away; saving it again brings it back. */
export const removeAction = (work: Workplace, actionId: string): Promise<void> =>
  work.replica.remove('actions', actionId);
