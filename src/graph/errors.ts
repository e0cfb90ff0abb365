// From what Graph or sign-in answers to a fault. Pure.
import * as z from 'zod/mini';
import type { SignInFault } from '../base/host';
import { unreachable } from '../base/result';
import { type Answer, header } from './answers';
import type { GraphFault } from './faults';
import type { GraphCall } from './graph';

const errorSchema = z.object({
  error: z.object({
    code: z.catch(z.string(), ''),
    message: z.catch(z.string(), ''),
    innerError: z.catch(
      z.optional(z.object({ 'request-id': z.optional(z.string()), code: z.optional(z.string()) })),
      undefined,
    ),
  }),
});

interface Told {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
}

function toldBy(answer: Answer): Told {
  const parsed = errorSchema.safeParse(answer.body);
  const error = parsed.success ? parsed.data.error : null;
  return {
    code: (error?.code ?? '').toLowerCase(),
    message: error?.message ?? '',
    requestId: error?.innerError?.['request-id'] ?? header(answer, 'request-id'),
  };
}

/** Collections and fixed names of Graph addresses; every other piece of a path is somebody's id or name. */
const fixedPieces = new Set(
  (
    'approot channels columns content delta drive drives fields filesFolder groups items joinedTeams lists me messages ' +
    'photo replies root sendActivityNotification sites special teams teamwork users'
  ).split(' '),
);

/** The shape of an address, without ids and names: `/sites/…/lists/…/items`. */
export function shapeOf(path: string): string {
  const [place = ''] = path.replace(/^https?:\/\/[^/]+(\/[^?]*)?\/v1\.0/, '').split('?');
  const pieces = place.split('/').map((piece) => (piece === '' || fixedPieces.has(piece) ? piece : '…'));
  while (pieces.at(-1) === '…') pieces.pop();
  return pieces.join('/') || '/';
}

/** SharePoint has no status of its own for a unique value that is taken, only these words, and has sent them with 500. */
const saysTaken = ({ code, message }: Told): boolean =>
  code === 'namealreadyexists' || /duplicate values|unique constraints/i.test(message);

/** A token without the scope and a person without the right get the same status and code; the words differ. */
const saysScopes = ({ message }: Told): boolean => /\bscp\b|\bscopes?\b|roles claim/i.test(message);

/**
 * What a refused call means.
 * @param until when to try again, for answers that ask for patience (UTC, ISO 8601)
 */
export function faultOf(call: GraphCall, answer: Answer, until: string): GraphFault {
  const told = toldBy(answer);
  if (answer.status >= 400 && saysTaken(told)) return { kind: 'already-exists' };
  switch (answer.status) {
    case 401:
      return { kind: 'signed-out' };
    case 403:
      return saysScopes(told)
        ? { kind: 'consent-missing', scopes: call.scopes }
        : { kind: 'no-access', to: shapeOf(call.path) };
    case 404:
      return { kind: 'not-found', what: shapeOf(call.path) };
    case 409:
    case 412:
      return { kind: 'conflict' };
    case 410:
      return { kind: 'resync' };
    case 413:
      return { kind: 'too-large' };
    case 429:
      return { kind: 'throttled', until };
    case 503:
    case 504:
      return { kind: 'throttled', until, ...(call.method === 'POST' && { perhapsDone: true }) };
    default:
      return told.code === 'requestentitytoolarge'
        ? { kind: 'too-large' }
        : { kind: 'unexpected', status: answer.status, message: told.message, requestId: told.requestId };
  }
}

/** An answer that is not what it should be: a defect here or a change there. */
export const notUnderstood = (answer: Pick<Answer, 'status' | 'headers'>, detail: string): GraphFault => ({
  kind: 'unexpected',
  status: answer.status,
  message: `The reply was not understood: ${detail}`,
  requestId: answer.headers['request-id'] ?? null,
});

/** What a missing token means for a call that needs these scopes. */
export function faultOfSignIn(fault: SignInFault, scopes: readonly string[]): GraphFault {
  switch (fault.kind) {
    case 'interaction':
    case 'cancelled':
      return { kind: 'consent-missing', scopes };
    case 'consent':
      return { kind: 'consent-missing', scopes: fault.scopes.length > 0 ? fault.scopes : scopes };
    case 'offline':
      return { kind: 'offline' };
    case 'unavailable':
      return { kind: 'unexpected', status: 0, message: fault.detail, requestId: null };
    default:
      return unreachable(fault);
  }
}
