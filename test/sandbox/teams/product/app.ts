// A product for trying the small Teams: the real teams-js and MSAL, handed to the test under `window.product`.
import { createNestablePublicClientApplication } from '@azure/msal-browser';
import { app, meeting, pages, people } from '@microsoft/teams-js';

const settled = <T>(work: (done: (error: unknown, result: T | null) => void) => void): Promise<T | null> =>
  new Promise((resolve, reject) => work((error, result) => (error ? reject(error) : resolve(result))));

/** What the test calls inside the frame. Everything resolves with plain data, refusals included. */
export interface Product {
  context(): Promise<app.Context>;
  themes(): readonly string[];
  token(scopes: string[], interactive: boolean): Promise<{ token: string; fromCache: boolean } | { refused: string }>;
  pick(): Promise<readonly string[] | { refused: unknown }>;
  share(url: string): Promise<boolean | null>;
}

async function start(): Promise<Product> {
  await app.initialize([window.location.origin.replace('localhost', '127.0.0.1')]);
  if (new URLSearchParams(window.location.search).has('broken')) {
    app.notifyFailure({ reason: app.FailedReason.Other, message: 'It is broken on purpose.' });
    return new Promise(() => undefined);
  }
  const seen: string[] = [];
  app.registerOnThemeChangeHandler((theme) => seen.push(theme));
  const msal = await createNestablePublicClientApplication({
    auth: {
      clientId: '2a6f4e0d-81c3-4b57-a9d2-6e3f17c05b84',
      authority: 'https://login.microsoftonline.com/organizations',
    },
  });
  if (window.location.pathname.endsWith('configure.html')) {
    pages.config.registerOnSaveHandler((event) => {
      const tab = { entityId: 'procurement-assessment', suggestedDisplayName: 'Our assessment' };
      pages.config.setConfig({ ...tab, contentUrl: `${window.location.origin}/tab.html` }).then(
        () => event.notifySuccess(),
        (error: unknown) => event.notifyFailure(String(error)),
      );
    });
    pages.config.setValidityState(true);
  }
  app.notifyAppLoaded();
  await app.notifySuccess();
  return {
    context: app.getContext,
    themes: () => seen,
    async token(scopes, interactive) {
      try {
        const answer = await (interactive ? msal.acquireTokenPopup({ scopes }) : msal.acquireTokenSilent({ scopes }));
        return { token: answer.accessToken, fromCache: answer.fromCache };
      } catch (error) {
        return { refused: error instanceof Error ? error.name : String(error) };
      }
    },
    pick: () =>
      people.selectPeople({ setSelected: [] }).then(
        (picked) => picked.map(({ displayName }) => displayName ?? ''),
        (refused: unknown) => ({ refused }),
      ),
    share: (url) => settled<boolean>((done) => meeting.shareAppContentToStage(done, url)),
  };
}

Object.assign(window, { product: start() });
