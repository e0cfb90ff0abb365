// Posting a card in a channel as the person signed in, and replying to one (Microsoft Graph: Send chatMessage in channel).
import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece } from './odata';

export interface ChannelAddress {
  readonly teamId: string;
  readonly channelId: string;
}

/** What is posted: an Adaptive Card, under one sentence of plain text for notifications and for where no card can be shown. */
export interface CardMessage {
  readonly text: string;
  readonly card: object;
}

/** A message in Teams may hold about 28 KB, everything included (Limits and specifications for Microsoft Teams). */
export const largestMessage = 28 * 1024;

const attachmentId = 'summary';

/** Plain text for the HTML body of a message. */
const htmlText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

function bodyOf({ text, card }: CardMessage): object {
  const content = `<p>${htmlText(text)}</p><attachment id="${attachmentId}"></attachment>`;
  return {
    body: { contentType: 'html', content },
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
  };
}

/**
 * Posts once and never again by itself: after `offline` or `throttled` nobody knows whether it was posted.
 * @param replyTo the message that opens the thread; null opens a new one
 * @returns the id of the message
 */
export async function postCard(
  graph: Graph,
  channel: ChannelAddress,
  message: CardMessage,
  replyTo: string | null,
): Promise<Result<string, GraphFault>> {
  const messages = `/teams/${piece(channel.teamId)}/channels/${piece(channel.channelId)}/messages`;
  const path = replyTo === null ? messages : `${messages}/${piece(replyTo)}/replies`;
  const body = bodyOf(message);
  if (new TextEncoder().encode(JSON.stringify(body)).length > largestMessage) return fail({ kind: 'too-large' });
  const posted = await graph.send(
    { method: 'POST', path, scopes: scopes.postToChannel, body },
    z.object({ id: z.string() }),
  );
  return posted.ok ? ok(posted.value.id) : posted;
}
