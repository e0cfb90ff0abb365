// What every command works with: who is working, where, and through what. Entries put it together once.
import type { Home } from '../assessment';
import type { Environment } from '../base/environment';
import type { Host } from '../base/host';
import type { Person } from '../base/person';
import type { Framework } from '../framework';
import type { Graph } from '../graph/graph';
import type { Replica } from '../replica/replica';
import type { ListAccess } from '../sharepoint/listAccess';
import type { Place } from '../sharepoint/place';
import type { ListName } from '../sharepoint/records';
import type { SiteClock } from '../sharepoint/siteClock';
import type { Keyring } from './keyring';
import type { OwnRows } from './ownRows';

export interface Workplace {
  readonly host: Host;
  readonly environment: Environment;
  readonly graph: Graph;
  readonly replica: Replica;
  /** The lists themselves, for what must not wait in a queue (claiming a channel message) and what no replica holds (versions). */
  readonly access: ListAccess;
  /** The time by SharePoint's clock, for what two devices must not both believe to be theirs. */
  readonly siteClock: SiteClock;
  readonly keyring: Keyring;
  /** What counts of assessments' own rows where somebody who is no facilitator wrote them last. */
  readonly ownRows: OwnRows;
  readonly framework: Framework;
  /** Who is signed in. */
  readonly person: Person;
  /** The channel whose assessments are worked on here. */
  readonly home: Home;
  /** Where our lists are. */
  readonly place: Place;
  /** The web address of the site. */
  readonly siteUrl: string;
  /** The web addresses of our lists, as far as SharePoint names them. */
  readonly listUrls: Readonly<Partial<Record<ListName, string>>>;
}
