// Where our lists are: one site, and the id of each list in it.
import type { ListName } from './records';

export interface Place {
  readonly siteId: string;
  readonly lists: Readonly<Record<ListName, string>>;
}
