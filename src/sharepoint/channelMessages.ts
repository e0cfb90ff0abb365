// Posting a card in a channel as the person signed in, and replying to one (Microsoft Graph: Send chatMessage in channel).
import type { ChatMessage } from '@microsoft/microsoft-graph-types';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece } from './odata';

export interface ChannelAddress {
  readonly teamId: string;
  readonly channelId: string;
}

/** What is posted: a line of plain text that says the most important, for where cards do not show, and an Adaptive Card. */
export interface CardMessage {
  readonly text: string;
  readonly card: object;
}

/** A message in Teams may hold about 28 KB, everything included (Limits and specifications for Microsoft Teams). */
const largestMessage = 28 * 1024;

const attachmentId = 'summary';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const asHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const bodyOf = ({ text, card }: CardMessage): ChatMessage => ({
  body: { contentType: 'html', content: `<p>${asHtml(text)}</p><attachment id="${attachmentId}"></attachment>` },
  attachments: [
    {
      id: attachmentId,
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: JSON.stringify(card),
      name: null,
      thumbnailUrl: null,
    },
  ],
});

/**
 * Posts once and never again by itself: after `offline` or `throttled` nobody knows whether it was posted.
 * @param replyTo the message that opens the thread; null opens a new one
 * @param leaveBy it leaves by then (this device's clock) or not at all
 * @returns the id of the message
 */
export async function postCard(
  graph: Graph,
  channel: ChannelAddress,
  message: CardMessage,
  replyTo: string | null,
  leaveBy: Date,
): Promise<Result<string, GraphFault>> {
  const messages = `/teams/${piece(channel.teamId)}/channels/${piece(channel.channelId)}/messages`;
  const path = replyTo === null ? messages : `${messages}/${piece(replyTo)}/replies`;
  const body = bodyOf(message);
  if (new TextEncoder().encode(JSON.stringify(body)).length > largestMessage) return fail({ kind: 'too-large' });
  const posted = await graph.send(
    { method: 'POST', path, scopes: scopes.postToChannel, body, leaveBy },
    z.object({ id: z.string() }),
  );
  return posted.ok ? ok(posted.value.id) : posted;
}
