// How the tab comes to a workplace, and what it can meet on the way. The entry supplies the start; App shows a screen for every outcome.
import type { Home } from '../../assessment';
import type { SignInFault } from '../../base/host';
import type { Result } from '../../base/result';
import type { Workplace } from '../../commands/workplace';
import type { GraphFault } from '../../graph/faults';
import type { Site } from '../../sharepoint/sites';

/** Whatever can go wrong with SharePoint or with signing in. */
export type Fault = GraphFault | SignInFault;

/** A channel whose site has our lists. */
export interface Place {
  readonly teamName: string;
  readonly home: Home;
}

export type Begin =
  | { readonly kind: 'ready'; readonly workplace: Workplace }
  /** Opened in a plain browser where nobody can sign in: only the framework can be read. */
  | { readonly kind: 'outside-teams' }
  /** No channel belongs to where we are (an ordinary meeting, the personal app): one has to be chosen. */
  | {
      readonly kind: 'choose-place';
      search(): Promise<Result<readonly Place[], GraphFault>>;
      choose(place: Place): Promise<Begin>;
    }
  /** The channel's site does not have our lists, or not all of them. */
  | {
      readonly kind: 'not-set-up';
      readonly home: Home;
      readonly site: Site;
      /** Some of them are there and others, or columns of them, are not. */
      readonly torn: boolean;
    }
  /** Somebody is missing a right or a connection; `where` says which link of the chain broke. */
  | { readonly kind: 'fault'; readonly where: 'sign-in' | 'site' | 'lists'; readonly fault: Fault };

/** Starts, or starts again. `ask` comes from a click and may open a sign-in window; `silent` never shows anything. */
export type Start = (how: 'silent' | 'ask') => Promise<Begin>;
