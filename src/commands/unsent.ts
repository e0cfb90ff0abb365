// What of mine is not in SharePoint yet: every change somebody made, each with what can be done about it.
import { unreachable } from '../base/result';
import { sameJson } from '../replica/merge';
import type { Unsent } from '../replica/replica';
import type { Working } from '../sharepoint/records';
import { newState } from './change';
import type { Workplace } from './workplace';

/** The newest unsent change of every record that somebody changed. What the product writes of its own accord is left out. */
export async function readUnsent({ replica }: Workplace): Promise<readonly Unsent[]> {
  const newest = new Map((await replica.unsent()).map((change) => [`${change.list} ${change.key}`, change]));
  return [...newest.values()].filter(isSomebodys);
}

/** Whether SharePoint could not take this by itself: still under way is no news to anybody. */
export const isHeldUp = ({ state }: Unsent): boolean => state.kind !== 'saving' && state.kind !== 'saved';

function isSomebodys(change: Unsent): boolean {
  if (change.list !== 'workings') return true;
  const about = change.record ?? change.before;
  return about !== null && isSomebodysWorking(about, change.before === null);
}

/** Keys, and the rows that come with opening an assessment, say nothing that anybody entered. */
function isSomebodysWorking(working: Working, isNew: boolean): boolean {
  switch (working.kind) {
    case 'response':
    case 'recorded':
      return true;
    case 'area':
      return !isNew || !sameJson(working.state, newState(working.assessmentId, working.state.keyAreaId));
    case 'facilitators':
      return working.serial > 1;
    case 'arrangements':
    case 'edition':
      return true;
    case 'person-key':
    case 'assessment-key':
    case 'message':
    case 'opened':
    case 'latest':
    case 'settings':
    case 'page':
      return false;
    default:
      return unreachable(working);
  }
}

/** Gives up a change: what SharePoint has stands again. */
export const discardChange = ({ replica }: Workplace, { list, key }: Unsent): Promise<void> =>
  replica.discard(list, key);

/** Makes a change again that was given up; what others changed meanwhile stays. */
export function restoreChange({ replica }: Workplace, change: Unsent): Promise<void> {
  const { list, key, record } = change;
  return record === null ? replica.remove(list, key) : replica.put(list, key, record, change.before ?? undefined);
}
