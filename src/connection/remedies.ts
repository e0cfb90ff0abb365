// Which remedies a fault has, best first. Pure.
import type { SignInFault } from '../base/host';
import { unreachable } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Remedy } from './report';

/** What would mend a fault of signing in or of Graph. */
export function remediesFor(fault: GraphFault | SignInFault): readonly Remedy[] {
  switch (fault.kind) {
    case 'signed-out':
    case 'interaction':
    case 'cancelled':
      return ['sign-in'];
    case 'consent':
    case 'consent-missing':
      return ['allow', 'admin-consent'];
    case 'no-access':
      return ['ask-owner-for-access'];
    case 'offline':
      return ['go-online'];
    case 'throttled':
    case 'too-late':
    case 'conflict':
    case 'resync':
      return ['wait'];
    case 'not-found':
    case 'already-exists':
    case 'too-large':
    case 'unavailable':
    case 'unexpected':
      return ['tell-it'];
    default:
      return unreachable(fault);
  }
}
