// Which channel messages somebody still has to see to: those that were to be told and have no message, and those not surely posted.
import type { AssessmentView } from '../../commands/view';
import type { ChannelMessage, MessageEvent } from '../../sharepoint/records';

export interface PendingMessage {
  readonly event: MessageEvent;
  readonly occasion: number;
  readonly state: Exclude<ChannelMessage['state'], 'posted'> | 'missing';
  readonly reason: string;
}

/** Messages that wait; empty for practice assessments, which tell nobody. */
export function pendingMessages(view: Pick<AssessmentView, 'assessment' | 'messages'>): readonly PendingMessage[] {
  const { assessment, messages } = view;
  if (assessment.practice) return [];
  const pending = messages.flatMap((message): readonly PendingMessage[] =>
    message.state === 'posted'
      ? []
      : [{ event: message.event, occasion: message.occasion, state: message.state, reason: message.reason }],
  );
  const untold =
    assessment.tellChannel && assessment.openedAt !== null && !messages.some((message) => message.event === 'opened');
  return untold ? [{ event: 'opened', occasion: 1, state: 'missing', reason: '' }, ...pending] : pending;
}
