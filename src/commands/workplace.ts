// What every command works with: who is working, where, and through what. Entries put it together once.

import type { Home } from '../assessment';
import type { Environment } from '../base/environment';
import type { Host } from '../base/host';
import type { Person } from '../base/person';
import type { Framework } from '../framework';
import type { Graph } from '../graph/graph';
import type { Replica } from '../replica/replica';

export interface Workplace {
  readonly host: Host;
  readonly environment: Environment;
  readonly graph: Graph;
  readonly replica: Replica;
  readonly framework: Framework;
  /** Who is signed in. */
  readonly person: Person;
  /** The channel whose assessments are worked on here. */
  readonly home: Home;
  /** The web address of the site, for links to its lists. */
  readonly siteUrl: string;
}
