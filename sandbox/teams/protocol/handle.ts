// Answers one request of an app: which host function was called, what it means here, and what goes back.
// Pure apart from the `Host` it is given, so that every answer is tested without a window.
// Source of names and argument orders: Microsoft Teams JavaScript library 2.58, public/*.
import { z } from 'zod';
import type { LegacyContext } from './context';
import type { HostRequest } from './messages';
import { type FrameContext, initializeReply } from './runtime';

/** What a configurable tab keeps (`pages.config.setConfig`). */
export const tabConfigShape = z.object({
  entityId: z.string().optional(),
  contentUrl: z.string().min(1),
  websiteUrl: z.string().optional(),
  removeUrl: z.string().optional(),
  suggestedDisplayName: z.string().optional(),
});
export type TabConfig = z.infer<typeof tabConfigShape>;

/** A person as `people.selectPeople` gives them. */
export interface PickedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}

const pickerShape = z
  .object({
    title: z.string().optional(),
    setSelected: z.array(z.string()).optional(),
    openOrgWideSearchInChatOrChannel: z.boolean().optional(),
    singleSelect: z.boolean().optional(),
  })
  .default({});
/** What an app may ask of the people picker. */
export type PickerRequest = z.infer<typeof pickerShape>;

/** The meeting as `meeting.getMeetingDetails` tells it. */
export interface MeetingDetails {
  readonly details: Readonly<
    Record<'id' | 'title' | 'type' | 'joinUrl' | 'scheduledStartTime' | 'scheduledEndTime', string>
  >;
  readonly conversation: { id: string };
  readonly organizer: { id: string; tenantId: string };
}

/** What the page around a frame offers to the app inside. */
export interface Host {
  readonly frameContext: FrameContext;
  context(): LegacyContext;
  /** The app reported how its start went; `failed` carries the reason in teams-js' words and the app's own message. */
  started(state: 'loaded' | 'succeeded'): void;
  failed(reason: string, message: string): void;
  config(): TabConfig | undefined;
  setConfig(config: TabConfig): Promise<void>;
  setValidity(valid: boolean): void;
  /** The app's answer to `settings.save`; a text is the reason why it failed. */
  saved(failure?: string): void;
  /** Resolves undefined when the person closed the picker. */
  selectPeople(request: PickerRequest): Promise<readonly PickedPerson[] | undefined>;
  /** Undefined outside a meeting. */
  meeting(): MeetingDetails | undefined;
  /** What of this app is on the stage now; undefined for nothing. */
  staged(): string | undefined;
  stage(url: string | undefined): Promise<void>;
  /** True when the link was followed. */
  openLink(url: string): boolean;
  shareLink(link: { subPageId: string; label: string; webUrl: string | undefined }): void;
  /** Nested app authentication: the JSON request of MSAL in, the JSON response out. */
  authenticate(request: string): Promise<string>;
}

// Error codes of the library (public/interfaces, ErrorCode).
const notSupported = { errorCode: 100, message: 'This place has no meeting.' };
const invalidArguments = (message: string) => ({ errorCode: 4000, message });
const urlNotAllowed = { errorCode: 501, message: 'The address is not one of the app.' };
const userAbort = { errorCode: 8000, message: 'The person closed the picker.' };

type Answer = readonly unknown[] | undefined;

/**
 * Answers a request with the arguments of the reply, or undefined where teams-js expects none. A function that this
 * host does not know gets `'unknown'`, so that the page can say so instead of leaving the app waiting without a trace.
 */
export async function answer(asked: HostRequest, host: Host, appOrigin: string): Promise<Answer | 'unknown'> {
  const [first, second, third] = asked.args;
  switch (asked.func) {
    case 'initialize':
      return initializeReply(host.frameContext);
    case 'getContext':
      return [host.context()];
    case 'appInitialization.appLoaded':
      host.started('loaded');
      return undefined;
    case 'appInitialization.success':
      host.started('succeeded');
      return undefined;
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      host.failed(text(first) ?? 'Other', text(second) ?? '');
      return undefined;
    case 'registerHandler':
    case 'readyToUnload':
    case 'returnFocus':
      return undefined;
    case 'executeDeepLink':
      return host.openLink(text(first) ?? '') ? [true] : [false, 'The link cannot be opened here.'];
    case 'shareDeepLink':
      host.shareLink({ subPageId: text(first) ?? '', label: text(second) ?? '', webUrl: text(third) });
      return undefined;
    case 'nestedAppAuth.execute':
      return [null, await host.authenticate(asked.data ?? '')];
    case 'people.selectPeople':
      return selectPeople(first, host);
    default: {
      const settings = await answerSettings(asked, host);
      return settings === 'unknown' ? answerMeeting(asked, host, appOrigin) : settings;
    }
  }
}

async function selectPeople(input: unknown, host: Host): Promise<Answer> {
  const asked = pickerShape.safeParse(input ?? undefined);
  if (!asked.success) return [invalidArguments('The people picker does not understand its input.')];
  const picked = await host.selectPeople(asked.data);
  return picked ? [null, picked] : [userAbort];
}

/** The functions of `pages.config`. */
async function answerSettings(asked: HostRequest, host: Host): Promise<Answer | 'unknown'> {
  const [first] = asked.args;
  switch (asked.func) {
    case 'settings.getSettings':
      return [host.config() ?? {}];
    case 'settings.setSettings': {
      const config = tabConfigShape.safeParse(first);
      if (!config.success) return [false, 'A tab needs at least a contentUrl.'];
      await host.setConfig(config.data);
      return [true];
    }
    case 'settings.setValidityState':
      host.setValidity(first === true);
      return undefined;
    case 'settings.save.success':
      host.saved();
      return undefined;
    case 'settings.save.failure':
      host.saved(text(first) ?? 'The app could not save.');
      return undefined;
    default:
      return 'unknown';
  }
}

async function answerMeeting(asked: HostRequest, host: Host, appOrigin: string): Promise<Answer | 'unknown'> {
  const meeting = host.meeting();
  switch (asked.func) {
    case 'meeting.getMeetingDetails':
      return meeting ? [null, meeting] : [notSupported];
    case 'meeting.getAppContentStageSharingCapabilities':
      return meeting ? [null, { doesAppHaveSharePermission: true }] : [notSupported];
    case 'meeting.getAppContentStageSharingState':
      return meeting ? [null, { isAppSharing: host.staged() !== undefined }] : [notSupported];
    case 'meeting.shareAppContentToStage':
      if (!meeting) return [notSupported];
      return shareToStage(text(asked.args[0]) ?? '', host, appOrigin);
    case 'meeting.stopSharingAppContentToStage':
      if (!meeting) return [notSupported];
      await host.stage(undefined);
      return [null, true];
    default:
      return 'unknown';
  }
}

async function shareToStage(url: string, host: Host, appOrigin: string): Promise<Answer> {
  // Teams only puts pages of the app's own valid domains on the stage.
  if (!URL.canParse(url) || new URL(url).origin !== appOrigin) return [urlNotAllowed];
  await host.stage(url);
  return [null, true];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
