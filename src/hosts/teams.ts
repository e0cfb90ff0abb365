// Microsoft Teams as host, through the Teams JavaScript library 2.58.
import { app, ErrorCode, meeting, nestedAppAuth, pages, people } from '@microsoft/teams-js';
import * as z from 'zod/mini';
import type { Environment } from '../base/environment';
import {
  type ConfigurationPage,
  type Host,
  type HostContext,
  type SavedTab,
  type Theme,
  tabEntityId,
} from '../base/host';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { Config } from './config';
import { deepLink, isDeepLink } from './deepLink';
import { loadMsal, openMsal } from './msal';
import { openWebPage, pageAt } from './page';
import { createSignIn, type SignIn } from './signIn';
import { hostContext, themeOf } from './teamsContext';
import { late, within } from './timer';

/** How long Teams may take to answer at all. The library itself would wait a minute. */
const patience = 10_000;

/** Joins Teams; null where no Teams is around this page, or none that answers. */
export async function connectTeams(config: Config, environment: Environment): Promise<Host | null> {
  if (!isHosted(window)) return null;
  const joined = await within(join(config), patience, environment.after);
  return joined === late ? null : createTeamsHost(joined, config, environment);
}

// On phones the page is no frame: the app's web view offers an object of this name instead (teams-js, internal/communication).
const isHosted = (page: Window): boolean => page.parent !== page || 'nativeInterface' in page;

async function join(config: Config): Promise<app.Context> {
  await app.initialize([...config.teamsOrigins]);
  return app.getContext();
}

function createTeamsHost(context: app.Context, config: Config, environment: Environment): Host {
  const here = hostContext(context);
  const signIn = createSignIn({
    environment,
    expected: here.person && { id: here.person.id, loginHint: context.user?.loginHint ?? null },
    open: () =>
      openMsal(
        {
          config,
          page: window.location.href,
          framed: true,
          nested: nestedAppAuth.isNAAChannelRecommended(),
          after: environment.after,
        },
        loadMsal,
      ),
  });
  return {
    kind: 'teams',
    context: () => withName(here, context, signIn),
    ...followTheme(themeOf(context.app.theme)),
    token: signIn.token,
    linkTo: (subPage, label) => linkTo(subPage, label, context, config),
    async open(url) {
      if (isDeepLink(url, config.teamsDeepLinks)) await app.openLink(url);
      else openWebPage(url);
    },
    notifyReady() {
      app.notifyAppLoaded();
      app.notifySuccess().catch(reportError);
    },
    pickPeople: (here.frame === 'content' || here.frame === 'settings') && people.isSupported() ? pickPeople : null,
    shareToStage: here.frame === 'sidePanel' && here.meeting !== null ? shareToStage : null,
    configuration: here.frame === 'settings' ? configurationPage : null,
  };
}

/** Teams often leaves the person's name out; the account they signed in with has it. */
function withName(here: HostContext, context: app.Context, signIn: SignIn): HostContext {
  const account = signIn.person();
  return here.person && account && !context.user?.displayName ? { ...here, person: account } : here;
}

function followTheme(first: Theme): Pick<Host, 'theme' | 'onThemeChange'> {
  const listeners = new Set<(theme: Theme) => void>();
  let theme = first;
  app.registerOnThemeChangeHandler((name) => {
    theme = themeOf(name);
    for (const listener of listeners) listener(theme);
  });
  return {
    theme: () => theme,
    onThemeChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function linkTo(subPage: string, label: string, context: app.Context, config: Config): string {
  const link = {
    appId: config.appId,
    entityId: context.page.id || tabEntityId,
    subPage,
    label,
    webUrl: pageAt(window.location.href, subPage),
    channelId: context.channel?.id || null,
    chatId: context.chat?.id || null,
  };
  return deepLink(link, config.teamsDeepLinks);
}

// The library rejects with plain objects of this shape instead of errors.
const sdkError = z.object({ errorCode: z.number(), message: z.optional(z.string()) });

const messageOf = (thrown: unknown): string => {
  const known = sdkError.safeParse(thrown);
  if (known.success) return known.data.message ?? `Teams error ${known.data.errorCode}`;
  return thrown instanceof Error ? thrown.message : String(thrown);
};

async function pickPeople(chosen: readonly Person[]): Promise<readonly Person[] | null> {
  try {
    const picked = await people.selectPeople({
      setSelected: chosen.map(({ id }) => id),
      openOrgWideSearchInChatOrChannel: true,
    });
    return picked.map(({ objectId, displayName, email }) => ({
      id: objectId.toLowerCase(),
      displayName: displayName || email || objectId,
    }));
  } catch (thrown) {
    const known = sdkError.safeParse(thrown);
    if (known.success && known.data.errorCode === ErrorCode.USER_ABORT) return null;
    throw new Error(messageOf(thrown));
  }
}

function shareToStage(subPage: string): Promise<Result<void, string>> {
  return new Promise((resolve) => {
    meeting.shareAppContentToStage(
      (error) => resolve(error === null ? ok(undefined) : fail(messageOf(error))),
      pageAt(window.location.href, subPage),
    );
  });
}

const configurationPage: ConfigurationPage = {
  setReady: (ready) => pages.config.setValidityState(ready),
  onSave(tab) {
    pages.config.registerOnSaveHandler((event) => {
      save(tab).then(
        (saved) => (saved.ok ? event.notifySuccess() : event.notifyFailure(saved.error)),
        (error: unknown) => event.notifyFailure(messageOf(error)),
      );
    });
  },
};

async function save(tab: () => Promise<Result<SavedTab, string>>): Promise<Result<void, string>> {
  const wanted = await tab();
  if (!wanted.ok) return wanted;
  const { entityId, name, contentUrl } = wanted.value;
  // Without a web address a channel tab is missing on phones.
  await pages.config.setConfig({ entityId, suggestedDisplayName: name, contentUrl, websiteUrl: contentUrl });
  return ok(undefined);
}
