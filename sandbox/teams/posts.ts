// A channel's messages, read and written through Graph as the person of the window.
// Source: Microsoft Graph v1.0, "List channel messages", "Send chatMessage in a channel or a chat".
import { z } from 'zod';
import type { PersonGraph } from '../pages/graph';
import { CallFailed } from '../pages/http';
import { teamId } from '../store/seed';

const message = z.object({
  id: z.string(),
  createdDateTime: z.string(),
  subject: z.string().nullish(),
  from: z
    .object({
      user: z.object({ id: z.string(), displayName: z.string().nullish() }).nullish(),
      application: z.object({ displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
  body: z.object({ contentType: z.enum(['text', 'html']), content: z.string() }),
  attachments: z
    .array(z.object({ id: z.string().nullish(), contentType: z.string().nullish(), content: z.string().nullish() }))
    .nullish(),
});

const post = message.extend({ replies: z.array(message) });

/** A message or reply as the page shows it. `at` is ISO 8601; `html` says how to read `content`. */
export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  readonly subject: string;
  readonly html: boolean;
  readonly content: string;
  readonly attachments: readonly { readonly id: string; readonly contentType: string; readonly content: string }[];
}

/** A message that opens a thread. */
export interface Post extends Reply {
  readonly replies: readonly Reply[];
}

const path = (channelId: string) => `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages`;

/** All posts of a channel with their replies, oldest first. Throws CallFailed when Graph refuses. */
export async function readPosts(graph: PersonGraph, channelId: string): Promise<readonly Post[]> {
  const found = await graph.list(`${path(channelId)}?$top=50&$expand=replies`, post);
  return found.toReversed().map((one) => ({ ...asReply(one), replies: one.replies.toReversed().map(asReply) }));
}

/** Posts plain text as the person, or replies with it. */
export async function sendPost(graph: PersonGraph, channelId: string, text: string, replyTo?: string): Promise<void> {
  const to = replyTo === undefined ? path(channelId) : `${path(channelId)}/${replyTo}/replies`;
  await graph.send('POST', to, { body: { contentType: 'text', content: text } });
}

function asReply(one: z.infer<typeof message>): Reply {
  return {
    id: one.id,
    author: one.from?.user?.displayName ?? one.from?.application?.displayName ?? 'Someone',
    at: one.createdDateTime,
    subject: one.subject ?? '',
    html: one.body.contentType === 'html',
    content: one.body.content,
    attachments: (one.attachments ?? []).map((attachment) => ({
      id: attachment.id ?? '',
      contentType: attachment.contentType ?? '',
      content: attachment.content ?? '',
    })),
  };
}

/** A refusal as Teams says it to a person. */
export const refusalInWords = (error: unknown): string => {
  if (error instanceof CallFailed && error.status === 403) return 'Only members of this team may do this.';
  return error instanceof Error ? error.message : String(error);
};
