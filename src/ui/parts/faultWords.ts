// The words for each kind of fault: what happened, what to do, and a clause that fits into a sentence.
import { unreachable } from '../../base/result';
import { words } from '../../words';
import type { Fault } from '../app/begin';

export interface FaultWords {
  /** Completes "… because …". */
  readonly because: string;
  readonly happened: string;
  readonly todo: string;
  /** What only an administrator needs; empty mostly. */
  readonly details: string;
}

const faults = words.faults;

/** The words for a fault. `now` decides whether a time needs its day. */
export function faultWords(fault: Fault, now: Date): FaultWords {
  switch (fault.kind) {
    case 'signed-out':
    case 'interaction':
      return { ...faults.signedOut, details: '' };
    case 'consent-missing':
    case 'consent':
      return { ...faults.consent, todo: faults.consent.todo(fault.scopes), details: '' };
    case 'cancelled':
      return { ...faults.cancelled, details: '' };
    case 'no-access':
      return { ...faults.noAccess, details: fault.to };
    case 'not-found':
      return { ...faults.notFound, details: fault.what };
    case 'conflict':
      return { ...faults.conflict, details: '' };
    case 'already-exists':
      return { ...faults.alreadyExists, details: '' };
    case 'throttled':
      return { ...faults.throttled, because: faults.throttled.because(fault.until, now), details: '' };
    case 'too-late':
      return { ...faults.tooLate, details: '' };
    case 'too-large':
      return { ...faults.tooLarge, details: '' };
    case 'offline':
      return { ...faults.offline, details: '' };
    case 'resync':
      return { ...faults.resync, details: '' };
    case 'unavailable':
      return { ...faults.unavailable, details: fault.detail };
    case 'unexpected':
      return {
        ...faults.unexpected,
        details: [fault.message, fault.requestId === null ? '' : faults.requestId(fault.requestId)].join(' ').trim(),
      };
    default:
      return unreachable(fault);
  }
}

/** The scopes a fault says are missing; empty for every other fault. */
export const missingScopes = (fault: Fault): readonly string[] =>
  fault.kind === 'consent-missing' || fault.kind === 'consent' ? fault.scopes : [];
