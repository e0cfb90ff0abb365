// Whether somebody moved councillors' lists to another site while this tab is open: what is shared must not go to the old ones.
import { keys } from '../sharepoint/records';
import type { Workplace } from './workplace';

/** Where they are now, as a text to compare; null where they are where this workplace has them. Read inside `replica.watch`. */
export async function movedTo({ replica, place }: Workplace): Promise<string | null> {
  const row = await replica.one('workings', keys.settings);
  if (row?.record.kind !== 'settings') return null;
  const { councillorsSiteId, lists } = row.record;
  const { results, comments } = lists;
  if (results === undefined || comments === undefined) return null;
  const same =
    councillorsSiteId === place.councillorsSiteId &&
    results === place.lists.results &&
    comments === place.lists.comments;
  return same ? null : [councillorsSiteId, results, comments].join(' ');
}
