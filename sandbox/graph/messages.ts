// Channel messages: post, reply, read.
import { z } from 'zod';
import { findMessage, insertMessage, type Message, messagesOf, postingIn } from '../store/messages';
import { findPerson } from '../store/people';
import { teamId, tenantId, workflowsBotId } from '../store/seed';
import { GraphFault, invalidRequest } from './fault';
import { bodyOf, expandOf, linkTo, option, topOf } from './query';
import { scopes } from './scopes';
import { channelHere } from './teams';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

/** Teams takes about 28 KB for a message with everything in it (Microsoft Teams: limits and specifications). */
export const largest = 28 * 1024;
export const cardType = 'application/vnd.microsoft.card.adaptive';
const newestCard = 1.5;

const attachment = z.looseObject({
  id: z.string().min(1),
  contentType: z.string(),
  contentUrl: z.string().nullish(),
  content: z.string().nullish(),
  name: z.string().nullish(),
  thumbnailUrl: z.string().nullish(),
});
const newMessage = z.looseObject({
  subject: z.string().nullish(),
  summary: z.string().nullish(),
  importance: z.enum(['normal', 'high', 'urgent']).optional(),
  body: z.object({ contentType: z.enum(['text', 'html']).default('text'), content: z.string().min(1) }),
  attachments: z.array(attachment).optional(),
  mentions: z.array(z.looseObject({})).optional(),
});
type NewMessage = z.infer<typeof newMessage>;

/** A card, as far as Teams looks into it before it takes it. */
export const cardShape = z.looseObject({ type: z.literal('AdaptiveCard'), version: z.string().regex(/^\d+\.\d+$/) });

function refuseBadCard(content: string | null | undefined): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content ?? '');
  } catch {
    throw invalidRequest('The content of an Adaptive Card attachment must be the card as a JSON string.');
  }
  const read = cardShape.safeParse(parsed);
  if (!read.success) throw invalidRequest('The content of the attachment is not an Adaptive Card.');
  if (Number(read.data.version) > newestCard)
    throw invalidRequest(`Adaptive Cards newer than ${newestCard} are not supported.`);
}

function refuseBadAttachments(wanted: NewMessage): void {
  const attachments = wanted.attachments ?? [];
  const placed = [...wanted.body.content.matchAll(/<attachment id="([^"]*)"/g)].map((match) => match[1]);
  const ids = attachments.map((each) => each.id);
  if (new Set(ids).size !== ids.length) throw invalidRequest('Attachment ids must be unique.');
  if (placed.length !== ids.length || !ids.every((id) => placed.includes(id))) {
    throw invalidRequest('Attachment ids must match the attachment tags in the body.');
  }
  if (ids.length > 0 && wanted.body.contentType !== 'html')
    throw invalidRequest('Attachments need a body of type html.');
  for (const each of attachments) if (each.contentType === cardType) refuseBadCard(each.content);
}

const workflowsBot = {
  '@odata.type': '#microsoft.graph.teamworkApplicationIdentity',
  id: workflowsBotId,
  displayName: 'Workflows',
  applicationIdentityType: 'bot',
};

function shape(sandbox: Sandbox, message: Message): Record<string, unknown> {
  const person = findPerson(sandbox.database, message.userId);
  const channel = encodeURIComponent(message.channelId);
  const root = message.replyTo ?? message.id;
  return {
    id: message.id,
    replyToId: message.replyTo,
    etag: message.id,
    messageType: 'message',
    createdDateTime: message.createdAt,
    lastModifiedDateTime: message.createdAt,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: null,
    summary: null,
    chatId: null,
    importance: 'normal',
    locale: 'en-us',
    webUrl: `https://teams.microsoft.com/l/message/${channel}/${message.id}?groupId=${teamId}&tenantId=${tenantId}&parentMessageId=${root}`,
    policyViolation: null,
    eventDetail: null,
    from:
      message.userId === workflowsBotId
        ? { application: workflowsBot, device: null, user: null }
        : {
            application: null,
            device: null,
            user: {
              '@odata.type': '#microsoft.graph.teamworkUserIdentity',
              id: message.userId,
              displayName: person?.displayName ?? null,
              userIdentityType: 'aadUser',
              tenantId,
            },
          },
    channelIdentity: { teamId, channelId: message.channelId },
    attachments: [],
    mentions: [],
    reactions: [],
    ...message.body,
  };
}

const rootHere = (c: GraphContext, sandbox: Sandbox): Message => {
  const message = findMessage(sandbox.database, channelHere(c, sandbox).id, c.req.param('message') ?? '');
  if (message === undefined || message.replyTo !== null)
    throw new GraphFault(404, 'NotFound', 'Message does not exist.');
  return message;
};

const context = (sandbox: Sandbox): string =>
  `${graphBase(sandbox)}/$metadata#teams('${teamId}')/channels('channel')/messages`;

function refuseWhoMayNotPost(c: GraphContext, sandbox: Sandbox, channelId: string): void {
  const posting = postingIn(sandbox.database, channelId);
  if (posting === 'archived') throw new GraphFault(403, 'Forbidden', 'The channel is archived and read only.');
  if (posting === 'owners' && c.get('person').role !== 'owner')
    throw new GraphFault(403, 'Forbidden', 'Only the owners of the channel may post in it.');
}

async function post(c: GraphContext, sandbox: Sandbox, replyTo: string | null): Promise<Response> {
  const channel = channelHere(c, sandbox);
  refuseWhoMayNotPost(c, sandbox, channel.id);
  const size = (await c.req.arrayBuffer()).byteLength;
  if (size > largest) throw new GraphFault(413, 'RequestEntityTooLarge', 'Request Entity Too Large');
  const wanted = await bodyOf(c, newMessage);
  refuseBadAttachments(wanted);
  const { subject, summary, importance, body, attachments, mentions } = wanted;
  const message = insertMessage(sandbox.database, {
    channelId: channel.id,
    replyTo,
    userId: c.get('person').id,
    createdAt: sandbox.now().toISOString(),
    body: {
      subject: subject ?? null,
      summary: summary ?? null,
      importance: importance ?? 'normal',
      body,
      attachments: attachments ?? [],
      mentions: mentions ?? [],
    },
  });
  return c.json({ '@odata.context': `${context(sandbox)}/$entity`, ...shape(sandbox, message) }, 201);
}

function page(c: GraphContext, sandbox: Sandbox, messages: readonly Message[]): Response {
  const top = topOf(c, 20, 50);
  const token = option(c, 'skiptoken');
  const rest =
    token === undefined ? messages : messages.slice(messages.findIndex((message) => message.id === token) + 1);
  const shown = rest.slice(0, top);
  const withReplies = expandOf(c).has('replies');
  return c.json({
    '@odata.context': context(sandbox),
    ...(rest.length > top
      ? { '@odata.nextLink': linkTo(c, graphBase(sandbox), { $skiptoken: shown.at(-1)?.id }) }
      : {}),
    value: shown.map((message) => ({
      ...shape(sandbox, message),
      ...(withReplies
        ? { replies: messagesOf(sandbox.database, message.channelId, message.id).map((reply) => shape(sandbox, reply)) }
        : {}),
    })),
  });
}

const all = '/teams/:team/channels/:channel/messages';
const one = `${all}/:message`;
const read = { scopes: scopes.messagesRead, need: { on: 'team', to: 'read' }, units: 0 } as const;
const send = { scopes: scopes.messagesSend, need: { on: 'team', to: 'post' }, units: 0 } as const;

export const messageRoutes: readonly Route[] = [
  { method: 'POST', path: all, ...send, handle: (c, sandbox) => post(c, sandbox, null) },
  {
    method: 'POST',
    path: `${one}/replies`,
    ...send,
    handle: (c, sandbox) => post(c, sandbox, rootHere(c, sandbox).id),
  },
  {
    method: 'GET',
    path: all,
    ...read,
    handle: (c, sandbox) => page(c, sandbox, messagesOf(sandbox.database, channelHere(c, sandbox).id, null)),
  },
  {
    method: 'GET',
    path: one,
    ...read,
    handle: (c, sandbox) =>
      c.json({ '@odata.context': `${context(sandbox)}/$entity`, ...shape(sandbox, rootHere(c, sandbox)) }),
  },
  {
    method: 'GET',
    path: `${one}/replies`,
    ...read,
    handle: (c, sandbox) => {
      const root = rootHere(c, sandbox);
      return page(c, sandbox, messagesOf(sandbox.database, root.channelId, root.id));
    },
  },
];
