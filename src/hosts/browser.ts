// A plain browser as host: no channel, no meeting, and a sign-in window of our own where the configuration allows it.
import type { Environment } from '../base/environment';
import type { Host, HostContext, Theme } from '../base/host';
import { fail } from '../base/result';
import type { Config } from './config';
import { loadMsal, openMsal } from './msal';
import { openWebPage, pageAt } from './page';
import { createSignIn } from './signIn';

const contrast = '(forced-colors: active)';
const dark = '(prefers-color-scheme: dark)';

/** The plain browser. It always answers; whether anyone can sign in is a matter of the configuration. */
export function createBrowserHost(config: Config, environment: Environment): Host {
  const { after } = environment;
  const page = window.location.href;
  const signIn = createSignIn({
    environment,
    expected: null,
    open: () => openMsal({ config, page, framed: window.parent !== window, nested: false, after }, loadMsal),
  });
  const context = (): HostContext => ({
    person: signIn.person(),
    tenantId: tenantOf(config.authority),
    frame: 'browser',
    subPage: null,
    channel: null,
    meeting: null,
    site: null,
  });
  return {
    kind: 'browser',
    context,
    theme,
    onThemeChange,
    async token(scopes, how) {
      if (config.browserSignIn) return signIn.token(scopes, how);
      return fail({ kind: 'unavailable', detail: 'Signing in outside Teams is switched off (browserSignIn).' });
    },
    linkTo: (subPage) => pageAt(window.location.href, subPage),
    async open(url) {
      openWebPage(url);
    },
    notifyReady() {},
    pickPeople: null,
    shareToStage: null,
    configuration: null,
  };
}

/** The tenant in an authority's address; null for `common` and its like. */
function tenantOf(authority: string): string | null {
  const last = new URL(authority).pathname.split('/').filter(Boolean).at(-1) ?? '';
  return /^[0-9a-f-]{36}$/i.test(last) ? last.toLowerCase() : null;
}

function theme(): Theme {
  if (window.matchMedia(contrast).matches) return 'contrast';
  return window.matchMedia(dark).matches ? 'dark' : 'default';
}

function onThemeChange(listener: (theme: Theme) => void): () => void {
  const queries = [contrast, dark].map((query) => window.matchMedia(query));
  const changed = () => listener(theme());
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
