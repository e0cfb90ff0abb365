// Nested app authentication: the host answers MSAL's bridge requests with tokens of the person of this window.
// Pure apart from the `Authority` it is given. Source: MSAL Browser 5.29, naa/BridgeProxy and naa/mapping.
import { z } from 'zod';
import type { Person } from './context';

const bridgeRequest = z.object({
  messageType: z.literal('NestedAppAuthRequest'),
  method: z.enum(['GetInitContext', 'GetToken', 'GetTokenPopup']),
  requestId: z.string(),
  tokenParams: z.object({ clientId: z.string(), scope: z.string() }).optional(),
});

/** How consent stands for a person: everything an administrator granted, or only what they accepted themselves. */
export type Consent = { readonly mode: 'all' } | { readonly mode: 'ask'; readonly granted: readonly string[] };

/** What stands behind the answers: the sandbox's token service, the kept consents and the consent dialog. */
export interface Authority {
  readonly person: Person;
  readonly tenantId: string;
  consent(): Promise<Consent>;
  /** Shows the consent dialog; resolves true when the person accepted, after which the scopes are kept. */
  ask(scopes: readonly string[]): Promise<boolean>;
  token(scopes: readonly string[]): Promise<string>;
  /** Milliseconds since 1970. */
  now(): number;
}

type Status = 'USER_INTERACTION_REQUIRED' | 'USER_CANCEL' | 'NO_NETWORK' | 'PERSISTENT_ERROR';
type Body = Readonly<Record<string, unknown>>;

/** Seconds for which MSAL keeps a token. */
const lifetime = 3600;
const environment = 'login.microsoftonline.com';
const signInScopes = ['openid', 'profile', 'offline_access', 'email'];

/** Answers one JSON request of MSAL with the JSON it expects; every failure is an answer too, never an exception. */
export async function answerAuthentication(json: string, authority: Authority): Promise<string> {
  const request = bridgeRequest.safeParse(parseJson(json));
  if (!request.success)
    return respond('', failure('PERSISTENT_ERROR', 'bad_request', 'The request is not understood.'));
  const { method, requestId, tokenParams } = request.data;
  if (method === 'GetInitContext') return respond(requestId, initContext(authority));
  const scopes = namedScopes(tokenParams?.scope ?? '');
  try {
    return respond(requestId, await token(scopes, method === 'GetTokenPopup', authority));
  } catch (error) {
    return respond(
      requestId,
      failure('NO_NETWORK', 'no_token', error instanceof Error ? error.message : String(error)),
    );
  }
}

/** The scopes of a request by their short names; those of sign-in itself need no consent and are left out. */
export function namedScopes(scope: string): readonly string[] {
  const names = scope
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.slice(part.lastIndexOf('/') + 1));
  return [...new Set(names)].filter((name) => !signInScopes.includes(name) && name !== '.default');
}

async function token(scopes: readonly string[], interactive: boolean, authority: Authority): Promise<Body> {
  const missing = notGranted(scopes, await authority.consent());
  if (missing.length > 0) {
    const description = `Consent is needed for ${missing.join(' ')}.`;
    if (!interactive) return failure('USER_INTERACTION_REQUIRED', 'consent_required', description);
    if (!(await authority.ask(missing))) return failure('USER_CANCEL', 'access_denied', 'The person cancelled.');
  }
  return {
    success: true,
    token: {
      access_token: await authority.token(scopes),
      id_token: idToken(authority),
      expires_in: lifetime,
      scope: scopes.join(' '),
    },
    account: {
      ...accountContext(authority),
      username: authority.person.userPrincipalName,
      localAccountId: authority.person.id,
      name: authority.person.displayName,
    },
  };
}

function notGranted(scopes: readonly string[], consent: Consent): readonly string[] {
  return consent.mode === 'all' ? [] : scopes.filter((scope) => !consent.granted.includes(scope));
}

function initContext(authority: Authority): Body {
  return {
    success: true,
    initContext: {
      sdkName: 'sandbox',
      sdkVersion: '1.0.0',
      capabilities: { queryAccount: false },
      accountContext: accountContext(authority),
    },
  };
}

function accountContext({ person, tenantId }: Authority) {
  return { homeAccountId: `${person.id}.${tenantId}`, environment, tenantId };
}

/** MSAL only decodes the identity token, so it carries no signature; Graph never sees it. */
function idToken({ person, tenantId, now }: Authority): string {
  const issued = Math.floor(now() / 1000);
  const claims = {
    iss: `https://${environment}/${tenantId}/v2.0`,
    sub: person.id,
    oid: person.id,
    tid: tenantId,
    preferred_username: person.userPrincipalName,
    name: person.displayName,
    iat: issued,
    exp: issued + lifetime,
  };
  return `${base64Url({ typ: 'JWT', alg: 'none' })}.${base64Url(claims)}.`;
}

function base64Url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const failure = (status: Status, code: string, description: string): Body => ({
  success: false,
  error: { status, code, description },
});

const respond = (requestId: string, body: Body): string =>
  JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...body });

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // Anything that is no JSON is no request either; the caller answers that in the protocol's own way.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
