// What setting up and the connection check tell a screen: literal ids for links, steps and remedies. Words for them are in src/words.
import type { SignInFault } from '../base/host';
import type { GraphFault } from '../graph/faults';
import type { ListName } from '../sharepoint/records';
import type { Site } from '../sharepoint/sites';

/** The links of the chain from this page to the lists, in the order in which they are looked at. */
export const linkIds = [
  'host',
  'sign-in',
  'consent',
  'channel',
  'site',
  'lists',
  'columns',
  'rights',
  'councillors',
] as const;
export type LinkId = (typeof linkIds)[number];

/** What would mend a broken link, and by whom. */
export type Remedy =
  | 'open-in-teams'
  | 'sign-in'
  | 'allow'
  | 'admin-consent'
  | 'choose-channel'
  | 'ask-owner-for-access'
  | 'ask-owner-to-set-up'
  /** An owner of the site in which councillors read and comment. */
  | 'ask-councillors-owner'
  | 'set-up'
  | 'repair'
  | 'wait'
  | 'go-online'
  | 'tell-it';

export interface LinkReport {
  readonly link: LinkId;
  /** `not-checked`: an earlier link is broken, so that nothing can be said. */
  readonly state: 'checking' | 'good' | 'broken' | 'not-checked';
  readonly remedies: readonly Remedy[];
  readonly fault: GraphFault | SignInFault | null;
  /** Technical, for an administrator: scopes, addresses, names of lists and columns. Never a token. */
  readonly details: readonly string[];
}

/** What this person may do with the lists. */
export type Right = 'write' | 'read' | 'none' | 'unknown';

/** What this person may do with the lists that councillors read and write. */
export type CouncillorsRights = Readonly<Record<'results' | 'comments', Right>>;

export interface CheckReport {
  readonly links: readonly LinkReport[];
  readonly site: Site | null;
  readonly right: Right;
  readonly councillors: CouncillorsRights;
}

/** One list to be made ready. */
export interface SetUpStep {
  readonly list: ListName;
  /** The name the list has, or will get. */
  readonly displayName: string;
  /** `out-of-reach`: in a site that this person cannot look at. It is left as it is, and holds up nothing. */
  readonly state: 'there' | 'missing' | 'incomplete' | 'out-of-reach' | 'working' | 'done' | 'failed';
  /** Display names of columns that an existing list of ours lacks. */
  readonly missingColumns: readonly string[];
  /** A list of the same name that is not ours is in the site, and is left alone. */
  readonly foreign: boolean;
}

/** Where councillors' lists are, or will be. */
export type CouncillorsPlace =
  | { readonly kind: 'here' }
  | { readonly kind: 'there'; readonly site: Site }
  /** In a site that this person cannot look at. */
  | { readonly kind: 'out-of-reach'; readonly siteId: string; readonly fault: GraphFault };

export interface SetUpPlan {
  readonly site: Site;
  readonly councillors: CouncillorsPlace;
  /** Councillors' lists are elsewhere until now; they stay there, with what is in them. */
  readonly moves: boolean;
  readonly steps: readonly SetUpStep[];
  /** Nothing needs to be done. */
  readonly complete: boolean;
}

/** Where set-up stopped; what was done before stays. */
export interface SetUpFailure {
  readonly list: ListName;
  readonly fault: GraphFault;
}
