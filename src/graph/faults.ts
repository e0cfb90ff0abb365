// Everything that can go wrong between this product and Microsoft Graph, as a small closed set. Screens have words for each.

export type GraphFault =
  | { readonly kind: 'signed-out' }
  /** The token lacks scopes that someone must consent to. */
  | { readonly kind: 'consent-missing'; readonly scopes: readonly string[] }
  /** The person has no right on what was asked for; `to` is the path without ids of items. */
  | { readonly kind: 'no-access'; readonly to: string }
  | { readonly kind: 'not-found'; readonly what: string }
  /** Somebody changed it since it was read (412, or SharePoint's transient 409). */
  | { readonly kind: 'conflict' }
  /** A unique value, or a list's name, is taken. */
  | { readonly kind: 'already-exists' }
  /** The service asks for patience until a moment (UTC, ISO 8601). */
  | {
      readonly kind: 'throttled';
      readonly until: string;
      /** The service was busy with it (503, 504) when it gave up: what was to be made may have been made all the same. */
      readonly perhapsDone?: true;
    }
  /** It had not left by the moment it was to leave by, and never will: nothing was sent. */
  | { readonly kind: 'too-late' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'offline' }
  /** A change feed's token is too old: read afresh. */
  | { readonly kind: 'resync' }
  | {
      readonly kind: 'unexpected';
      readonly status: number;
      readonly message: string;
      readonly requestId: string | null;
    };

/** Whether the same call may succeed later without anyone doing anything. */
export const isPassing = (fault: GraphFault): boolean =>
  fault.kind === 'throttled' ||
  fault.kind === 'offline' ||
  fault.kind === 'conflict' ||
  (fault.kind === 'unexpected' && fault.status >= 500);

/** Whether Graph did what was asked, and nobody can read what it said: no JSON, or JSON of another shape. */
export const isNotUnderstood = (fault: GraphFault): boolean =>
  fault.kind === 'unexpected' && fault.status >= 200 && fault.status < 300;
