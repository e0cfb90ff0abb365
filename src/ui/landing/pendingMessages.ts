// Which channel messages somebody still has to see to: those that were to be told and have no message, and those not surely posted.
import type { PressedEvent } from '../../commands/messages';
import type { AssessmentView } from '../../commands/view';

export interface PendingMessage {
  readonly event: PressedEvent;
  readonly occasion: string;
}

/** Messages that wait; empty for practice assessments, which tell nobody. */
export function pendingMessages(view: Pick<AssessmentView, 'assessment' | 'messages'>): readonly PendingMessage[] {
  const { assessment, messages } = view;
  if (assessment.practice) return [];
  const pending = messages.flatMap(({ event, occasion, state }) =>
    (event === 'opened' || event === 'shared') && state !== 'posted' ? [{ event, occasion }] : [],
  );
  const untold =
    assessment.tellChannel && assessment.openedAt !== null && !messages.some((message) => message.event === 'opened');
  return untold ? [{ event: 'opened', occasion: '1' }, ...pending] : pending;
}
