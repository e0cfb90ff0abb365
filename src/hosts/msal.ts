// Opens MSAL, which is large and therefore loaded only when the first token is wanted.
// Source: MSAL Browser 5.29, "Nested app authentication" and "Redirect bridge".
import type { Configuration } from '@azure/msal-browser';
import type { Environment } from '../base/environment';
import type { Config } from './config';
import type { TokenClient } from './signIn';
import { late, within } from './timer';

/** How long a host may take to answer nested app authentication's first question. */
const bridgePatience = 10_000;

/** The functions of MSAL that open an application. */
export interface MsalLibrary {
  createNestablePublicClientApplication(configuration: Configuration): Promise<TokenClient>;
  createStandardPublicClientApplication(configuration: Configuration): Promise<TokenClient>;
}

export interface MsalParts {
  readonly config: Pick<Config, 'clientId' | 'authority'>;
  /** Address of this page; `sign-in.html` lies beside it. */
  readonly page: string;
  /** Whether the page is in a frame of another site, where a sign-in window cannot share storage with it. */
  readonly framed: boolean;
  /** Whether the host answers for sign-in itself (nested app authentication). */
  readonly nested: boolean;
  readonly after: Environment['after'];
}

/** Loads MSAL's script. */
export const loadMsal = (): Promise<MsalLibrary> => import('@azure/msal-browser');

/** Opens MSAL through the host where it offers that, else with a sign-in window of its own. */
export async function openMsal(parts: MsalParts, load: () => Promise<MsalLibrary>): Promise<TokenClient> {
  const msal = await load();
  const configuration = configurationOf(parts);
  if (parts.nested) {
    const nested = msal.createNestablePublicClientApplication(configuration);
    const client = await within(nested, bridgePatience, parts.after);
    if (client !== late) return client;
  }
  return msal.createStandardPublicClientApplication(configuration);
}

function configurationOf({ config, page, framed }: MsalParts): Configuration {
  const signInPage = new URL('sign-in.html', page).href;
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      redirectUri: signInPage,
      ...(framed ? { popupRelayUri: signInPage } : {}),
    },
    cache: { cacheLocation: 'sessionStorage' },
  };
}
