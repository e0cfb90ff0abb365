// Tokens for Microsoft Graph: silently where possible, by asking only where a click said so.
import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import type { Environment } from '../base/environment';
import type { SignInFault } from '../base/host';
import { type Person, samePerson } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { signInFault } from './signInFault';
import { late, within } from './timer';

/** What is used of MSAL's application. */
export interface TokenClient {
  getAllAccounts(): AccountInfo[];
  acquireTokenSilent(request: { scopes: string[]; account?: AccountInfo }): Promise<AuthenticationResult>;
  acquireTokenPopup(request: { scopes: string[]; loginHint?: string }): Promise<AuthenticationResult>;
}

export interface SignIn {
  token(scopes: readonly string[], how: 'silent' | 'ask'): Promise<Result<string, SignInFault>>;
  /** Who the last token was for; null before the first. */
  person(): Person | null;
}

export interface SignInParts {
  /** Loads MSAL and opens its application; asked once, and again after a failure. */
  readonly open: () => Promise<TokenClient>;
  readonly environment: Pick<Environment, 'after' | 'online'>;
  /** Whom the host says we are; a token for anyone else is refused. Null where the host does not know. */
  readonly expected: { readonly id: string; readonly loginHint: string | null } | null;
}

/** How long a silent answer may take. MSAL itself waits for a host for ever. */
const silentPatience = 20_000;

/** Signs in through MSAL. Requests for the same scopes at the same time share one call. */
export function createSignIn(parts: SignInParts): SignIn {
  const { environment, expected } = parts;
  const running = new Map<string, Promise<Result<string, SignInFault>>>();
  let client: Promise<TokenClient> | null = null;
  let person: Person | null = null;

  const opened = (): Promise<TokenClient> => {
    client ??= parts.open().catch((error: unknown) => {
      client = null;
      throw error;
    });
    return client;
  };

  const accept = (result: AuthenticationResult): Result<string, SignInFault> => {
    const { localAccountId, name, username } = result.account;
    if (expected && !samePerson(localAccountId, expected.id))
      return fail({ kind: 'unavailable', detail: `Signed in as ${username}, but Teams is open for somebody else.` });
    person = { id: localAccountId.toLowerCase(), displayName: name || username };
    return ok(result.accessToken);
  };

  const silently = async (msal: TokenClient, scopes: readonly string[]): Promise<Result<string, SignInFault>> => {
    const account = accountOf(msal, expected);
    const answer = await within(
      msal.acquireTokenSilent({ scopes: [...scopes], ...(account ? { account } : {}) }),
      silentPatience,
      environment.after,
    );
    return answer === late
      ? fail({ kind: 'unavailable', detail: 'No answer to the sign-in request.' })
      : accept(answer);
  };

  const attempt = async (scopes: readonly string[], how: 'silent' | 'ask'): Promise<Result<string, SignInFault>> => {
    if (!environment.online()) return fail({ kind: 'offline' });
    let msal: TokenClient;
    try {
      msal = await opened();
    } catch (error) {
      return fail({ kind: 'unavailable', detail: error instanceof Error ? error.message : String(error) });
    }
    const first = await caught(() => silently(msal, scopes), scopes);
    if (first.ok || how === 'silent' || !needsAsking(first.error)) return first;
    const hint = expected?.loginHint;
    return caught(
      async () => accept(await msal.acquireTokenPopup({ scopes: [...scopes], ...(hint ? { loginHint: hint } : {}) })),
      scopes,
    );
  };

  return {
    token(scopes, how) {
      const key = `${how} ${[...scopes].sort().join(' ')}`;
      const known = running.get(key);
      if (known) return known;
      const started = attempt(scopes, how).finally(() => running.delete(key));
      running.set(key, started);
      return started;
    },
    person: () => person,
  };
}

const needsAsking = (fault: SignInFault): boolean => fault.kind === 'interaction' || fault.kind === 'consent';

/** Whose token to look for. Inside Teams MSAL asks the host and finds no account of its own before the first token. */
function accountOf(msal: TokenClient, expected: SignInParts['expected']): AccountInfo | undefined {
  const accounts = msal.getAllAccounts();
  return expected ? accounts.find((account) => samePerson(account.localAccountId, expected.id)) : accounts[0];
}

async function caught(
  action: () => Promise<Result<string, SignInFault>>,
  scopes: readonly string[],
): Promise<Result<string, SignInFault>> {
  try {
    return await action();
  } catch (error) {
    return fail(signInFault(error, scopes));
  }
}
