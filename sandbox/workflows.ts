// Workflows (Power Automate): "When a Teams webhook request is received", then "post card in a channel" as the flow's bot.
// Source: Microsoft Teams platform, "Create incoming webhooks with Workflows".
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Happening } from './faults/rules';
import { ConnectionBroken } from './graph/fault';
import { untilGivenUp } from './graph/faults';
import { cardShape, cardType, largest } from './graph/messages';
import type { Sandbox } from './graph/types';
import { allChannels, findChannel, insertMessage } from './store/messages';
import { workflowsBotId } from './store/seed';
import { readMeta } from './store/settings';

const message = z.object({
  type: z.literal('message'),
  attachments: z
    .array(z.object({ contentType: z.literal(cardType), contentUrl: z.null().optional(), content: cardShape }))
    .min(1),
});

/** What the signature in the address must be: whoever holds the address may post. */
const signatureFor = (sandbox: Sandbox, channelId: string): string =>
  createHash('sha256')
    .update(`${readMeta(sandbox.database, 'secret')} ${channelId}`)
    .digest('base64url');

/** The address of each channel's workflow, by the channel's id. */
export const workflowAddresses = (sandbox: Sandbox): Readonly<Record<string, string>> =>
  Object.fromEntries(
    allChannels(sandbox.database).map(({ id }) => [
      id,
      `${sandbox.origin()}/workflows/${encodeURIComponent(id)}/triggers/manual/paths/invoke?api-version=1&sig=${signatureFor(sandbox, id)}`,
    ]),
  );

const refusal = (code: string, text: string) => ({ error: { code, message: text } });

/** The endpoint. Rules of the fault book strike it by its path, such as `/workflows/`, as the person `workflows`. */
export function workflowsApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.post('/workflows/:channel/triggers/manual/paths/invoke', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const happened = sandbox.faults.strike(
      { method: 'POST', path: pathname + search, person: { id: workflowsBotId, slug: 'workflows' } },
      possible,
    );
    for (const happens of happened) {
      if (happens.kind === 'delay') await sandbox.wait(happens.milliseconds);
      if (happens.kind === 'hang') await untilGivenUp(c.req.raw);
      if (happens.kind === 'drop-before') throw new ConnectionBroken();
      if (happens.kind === 'status') {
        if (happens.retryAfter !== undefined) c.header('Retry-After', String(happens.retryAfter));
        return c.json(refusal(happens.code, happens.message), happens.status as ContentfulStatusCode);
      }
    }
    const answer = await accept(sandbox, c.req.param('channel'), c.req.query('sig'), await c.req.text());
    if (happened.some(({ kind }) => kind === 'drop-after')) throw new ConnectionBroken();
    return answer === null ? c.body(null, 202) : c.json(answer.body, answer.status);
  });
  // A broken connection is for the network to bring about.
  app.onError((error) => {
    throw error;
  });
  return app;
}

const possible = ({ kind }: Happening): boolean =>
  ['delay', 'hang', 'drop-before', 'drop-after', 'status'].includes(kind);

interface NotAccepted {
  readonly status: 400 | 401 | 413;
  readonly body: object;
}

/** Accepts a card, null, or says why not. Accepted is not posted: the flow runs later, and where its channel is gone it fails unheard. */
async function accept(
  sandbox: Sandbox,
  channelId: string,
  signature: string | undefined,
  text: string,
): Promise<NotAccepted | null> {
  if (signature !== signatureFor(sandbox, channelId))
    return { status: 401, body: refusal('DirectApiAuthorizationRequired', 'The request must be authenticated.') };
  if (Buffer.byteLength(text) > largest)
    return { status: 413, body: refusal('RequestEntityTooLarge', 'The request is too large.') };
  const wanted = message.safeParse(parsed(text));
  if (!wanted.success)
    return { status: 400, body: refusal('TriggerInputSchemaMismatch', z.prettifyError(wanted.error)) };
  if (findChannel(sandbox.database, channelId) === undefined) return null;
  const attachments = wanted.data.attachments.map((each, index) => ({
    id: `card${index}`,
    contentType: each.contentType,
    contentUrl: null,
    content: JSON.stringify(each.content),
    name: null,
    thumbnailUrl: null,
  }));
  insertMessage(sandbox.database, {
    channelId,
    replyTo: null,
    userId: workflowsBotId,
    createdAt: sandbox.now().toISOString(),
    body: {
      body: {
        contentType: 'html',
        content: attachments.map(({ id }) => `<attachment id="${id}"></attachment>`).join(''),
      },
      attachments,
    },
  });
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
