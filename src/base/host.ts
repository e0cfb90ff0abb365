// What the product needs of the program that shows it: Teams, Office, or a plain browser. src/hosts/ implements it; only entries choose one.
import type { Person } from './person';
import type { Result } from './result';

/** The kinds of frame a page can be shown in (TeamsJS frame contexts, plus the two other hosts). */
export type Frame = 'settings' | 'content' | 'sidePanel' | 'meetingStage' | 'taskPane' | 'browser';

export type Theme = 'default' | 'dark' | 'contrast';

/** Why there is no token. `interaction` can be cured by asking the person, `consent` names the scopes an administrator or the person must allow. */
export type SignInFault =
  | { readonly kind: 'interaction' }
  | { readonly kind: 'consent'; readonly scopes: readonly string[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Where the host says we are. It is a hint, never proof of who someone is: SharePoint decides that. */
export interface HostContext {
  /** Who is signed in to the host; null in a plain browser before signing in. */
  readonly person: Person | null;
  readonly tenantId: string | null;
  readonly frame: Frame;
  /** The page inside the tab that a link asked for, e.g. `assessment/{id}`. */
  readonly subPage: string | null;
  readonly channel: {
    readonly teamId: string;
    readonly channelId: string;
    readonly teamName: string;
    readonly channelName: string;
  } | null;
  readonly meeting: { readonly id: string; readonly chatId: string | null } | null;
  /** The SharePoint site that belongs to the channel: host name and server-relative path. */
  readonly site: { readonly domain: string; readonly path: string } | null;
}

/** The entity id of every tab of this product; deep links name it, so it never changes. */
export const tabEntityId = 'procurement-assessment';

/** What the tab keeps in the host's own configuration: only ids that never change (TeamsJS issue 2169). */
export interface SavedTab {
  /** Identifies the tab for deep links. */
  readonly entityId: string;
  readonly name: string;
  readonly contentUrl: string;
}

/** Offered only while the host shows the configuration page. */
export interface ConfigurationPage {
  /** Allows or forbids the host's own Save button. */
  setReady(ready: boolean): void;
  /** Called when the person presses Save; the answer decides what is saved. */
  onSave(tab: () => Promise<Result<SavedTab, string>>): void;
}

export interface Host {
  readonly kind: 'teams' | 'office' | 'browser';
  context(): HostContext;
  theme(): Theme;
  onThemeChange(listener: (theme: Theme) => void): () => void;
  /**
   * A Microsoft Graph token for the scopes. `silent` never shows anything; `ask` may open a window and must come from a click.
   */
  token(scopes: readonly string[], how: 'silent' | 'ask'): Promise<Result<string, SignInFault>>;
  /** A link that opens this tab at a sub page, for messages and for people to pass on. */
  linkTo(subPage: string, label: string): string;
  /** Opens a link outside the product (a SharePoint list, an evidence page). */
  open(url: string): Promise<void>;
  /** Tells the host that something can be seen, so that it takes its own loading picture away. */
  notifyReady(): void;
  /** The host's people picker; null where it is not allowed (side panel, stage, browser). Null result when cancelled. */
  readonly pickPeople: ((chosen: readonly Person[]) => Promise<readonly Person[] | null>) | null;
  /** Shows a sub page on the meeting's stage; null where there is no meeting. */
  readonly shareToStage: ((subPage: string) => Promise<Result<void, string>>) | null;
  readonly configuration: ConfigurationPage | null;
}
