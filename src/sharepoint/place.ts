// Where our lists are: the site of the officers' lists, the one of the councillors' (often the same), and the id of each list.
import { piece } from './odata';
import type { ListName } from './records';

export interface Place {
  readonly siteId: string;
  /** The site of results and comments; null where it is the same. */
  readonly councillorsSiteId: string | null;
  readonly lists: Readonly<Record<ListName, string>>;
}

/** The lists that may lie in another site, because councillors read or write them. */
export const isForCouncillors = (list: ListName): boolean => list === 'results' || list === 'comments';

/** The site a list lies in. */
export const siteOf = (place: Place, list: ListName): string =>
  (isForCouncillors(list) ? place.councillorsSiteId : null) ?? place.siteId;

/** The address of a list's items. */
export const itemsOf = (place: Place, list: ListName): string =>
  `/sites/${piece(siteOf(place, list))}/lists/${piece(place.lists[list])}/items`;
