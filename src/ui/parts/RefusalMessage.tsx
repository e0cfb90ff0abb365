// Why a step was refused, in words: the one way in which commands' refusals are shown.
import { unreachable } from '../../base/result';
import type { Refusal } from '../../commands/refusal';
import { words } from '../../words';
import { FaultMessage } from './FaultMessage';
import { Message } from './Message';

/** What a refusal means and what to do; null for a Graph fault, which `FaultMessage` shows. */
function refusalWords(refusal: Exclude<Refusal, { kind: 'graph' }>): string {
  const said = words.faults.refused;
  switch (refusal.kind) {
    case 'wrong-phase':
      return said.wrongPhase;
    case 'not-allowed':
      return said.notAllowed;
    case 'reason-missing':
      return said.reasonMissing;
    case 'no-assessment':
      return said.noAssessment;
    case 'key-missing':
      return said.keyMissing;
    case 'answered-already':
      return said.answeredAlready;
    case 'draft':
    case 'incomplete':
      return said.draft;
    case 'nothing-to-share':
      return said.nothingToShare;
    case 'edited-by-hand':
      return said.editedByHand;
    case 'share-first':
      return said.shareFirst;
    case 'nothing-to-tell':
      return said.nothingToTell;
    case 'practice':
      return said.practice;
    default:
      return unreachable(refusal);
  }
}

/** Shows why a command was refused. */
export function RefusalMessage(props: { readonly refusal: Refusal; readonly onRetry?: () => void }) {
  const { refusal, onRetry } = props;
  if (refusal.kind === 'graph') return <FaultMessage fault={refusal.fault} {...(onRetry && { onRetry })} />;
  return (
    <Message kind="warning" role="alert">
      <span>{refusalWords(refusal)}</span>
    </Message>
  );
}
