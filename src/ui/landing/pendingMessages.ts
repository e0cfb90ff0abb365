// Which channel messages somebody still has to see to: those that were to be told and have no message, and those not surely posted.
import type { AssessmentView } from '../../commands/view';
import type { MessageEvent } from '../../sharepoint/records';

export interface PendingMessage {
  readonly event: MessageEvent;
  readonly occasion: number;
}

/** Messages that wait; empty for practice assessments, which tell nobody. */
export function pendingMessages(view: Pick<AssessmentView, 'assessment' | 'messages'>): readonly PendingMessage[] {
  const { assessment, messages } = view;
  if (assessment.practice) return [];
  const pending = messages.filter((message) => message.state !== 'posted');
  const untold =
    assessment.tellChannel && assessment.openedAt !== null && !messages.some((message) => message.event === 'opened');
  return untold ? [{ event: 'opened', occasion: 1 }, ...pending] : pending;
}
