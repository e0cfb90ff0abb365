// Telling the channel: what will be said, and saying it as the person who pressed the button.

import type { MessageEvent } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { type MessageContent, openedMessage, post, sharedMessage } from '../channel';
import { postCard } from '../sharepoint/channelMessages';
import { type ChannelMessage, keys } from '../sharepoint/records';
import { asFacilitator } from './change';
import { messageStore } from './messageStore';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** What somebody says by a press. */
export type PressedEvent = Extract<MessageEvent, 'opened' | 'shared'>;

/** Exactly what the channel will read. */
export function previewMessage(
  work: Workplace,
  view: Pick<AssessmentView, 'assessment' | 'summary'>,
  event: PressedEvent,
): MessageContent {
  const link = work.host.linkTo(
    `assessment/${view.assessment.id}${event === 'shared' ? '/results' : ''}`,
    view.assessment.title,
  );
  return event === 'opened' ? openedMessage(view.summary, link) : sharedMessage(view.summary, link);
}

/** Posts a message as the facilitator who asks for it, or posts it again where it may not have arrived. Waits first until SharePoint has the assessment. */
export async function postMessage(
  work: Workplace,
  assessmentId: string,
  event: PressedEvent,
  occasion: string,
): Promise<Result<ChannelMessage, Refusal>> {
  const confirmed = await work.replica.confirmed('assessments', assessmentId);
  if (!confirmed.ok) return fail(graphRefusal(confirmed.error));
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
  const content = previewMessage(work, view, event);
  const key = keys.message(assessmentId, event, occasion);
  const posted = await post({
    store: messageStore(work.access),
    key,
    message: { assessmentId, event, occasion },
    by: work.person,
    owner: work.environment.newId(),
    thread: threadOf(view),
    now: work.environment.now(),
    send: (thread) =>
      postCard(work.graph, view.assessment.home, { text: content.sentence, card: content.card }, thread),
  });
  await work.replica.fetchOne('workings', key);
  return posted.ok ? ok(posted.value) : fail(graphRefusal(posted.error));
}

/**
 * Posts a message while the person goes on. What becomes of it stands in its row; one that never got that far is not lost
 * either: the landing screen offers to post what the assessment says should be told and has no message.
 */
export function announce(work: Workplace, assessmentId: string, event: PressedEvent, occasion: string): void {
  postMessage(work, assessmentId, event, occasion).catch((error: unknown) => reportError(error));
}

/** The first post of an assessment opens a thread; later ones reply in it. */
const threadOf = (view: AssessmentView): string | null =>
  view.messages.find((message) => message.event === 'opened' && message.messageId !== null)?.messageId ?? null;
