// Why MSAL gave no token, in the product's own few kinds. Pure.
// Source: MSAL Browser 5.29, BrowserAuthErrorCodes, ClientAuthErrorCodes and InteractionRequiredAuthErrorCodes; Microsoft Entra error codes.
import * as z from 'zod/mini';
import type { SignInFault } from '../base/host';

/** What MSAL's errors have in common, read by shape: they cross from a script that is loaded later. */
const authError = z.object({
  name: z.string(),
  errorCode: z.string(),
  errorMessage: z.optional(z.string()),
  subError: z.optional(z.string()),
});
type AuthError = z.infer<typeof authError>;

const cancelled = ['user_cancelled', 'user_canceled'];
const offline = ['no_network_connectivity', 'network_error', 'post_request_failed', 'get_request_failed'];
const needsPerson = [
  'no_account_error',
  'no_account_found',
  'no_tokens_found',
  'refresh_token_expired',
  'login_required',
  'interaction_required',
  'consent_required',
  // A hidden sign-in frame that never comes back: the browser blocks its cookies.
  'timed_out',
  'silent_sso_error',
];
// AADSTS65001: nobody consented; 90094: only an administrator may; 65004: the person declined.
const consentMarks = /consent_required|AADSTS65001|AADSTS90094/;
const declinedMark = /AADSTS65004/;

/** The fault for what MSAL threw while a token with these scopes was wanted. Anything that is not MSAL's is thrown on. */
export function signInFault(thrown: unknown, scopes: readonly string[]): SignInFault {
  const parsed = authError.safeParse(thrown);
  if (!parsed.success) throw thrown;
  const error = parsed.data;
  const said = `${error.errorCode} ${error.subError ?? ''} ${error.errorMessage ?? ''}`;
  if (cancelled.includes(error.errorCode) || declinedMark.test(said)) return { kind: 'cancelled' };
  if (offline.includes(error.errorCode)) return { kind: 'offline' };
  if (consentMarks.test(said)) return { kind: 'consent', scopes };
  if (isInteraction(error)) return { kind: 'interaction' };
  return {
    kind: 'unavailable',
    detail: error.errorMessage ? `${error.errorCode}: ${error.errorMessage}` : error.errorCode,
  };
}

const isInteraction = (error: AuthError): boolean =>
  error.name === 'InteractionRequiredAuthError' || needsPerson.includes(error.errorCode);
