// Several calls in one: each part goes through the whole pipeline by itself, and is judged, logged and costed alone.
import { z } from 'zod';
import { GraphFault } from './fault';
import { lostWithPart } from './faults';
import { bodyOf } from './query';
import { type Connection, type GraphContext, graphBase, type Route, type Sandbox } from './types';

const most = 20;

const part = z.looseObject({
  id: z.string().min(1),
  method: z.string().transform((method) => method.toUpperCase()),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
type Part = z.infer<typeof part>;
const batch = z.object({ requests: z.array(part) });

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Dispatch = (request: Request, connection: Connection) => Response | Promise<Response>;

const bad = (message: string): GraphFault => new GraphFault(400, 'BadRequest', message);
const sameId = (id: string): string => id.toLowerCase();

function refuseBad(parts: readonly Part[]): void {
  if (parts.length === 0) throw bad('Invalid batch payload format: no requests.');
  if (parts.length > most) throw bad(`Number of batch request steps exceeds the maximum value of ${most}.`);
  const ids = new Set(parts.map((each) => sameId(each.id)));
  if (ids.size !== parts.length) throw bad('Duplicate request id found. Request ids must be unique within a batch.');
  for (const each of parts) {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(each.url) || each.url.startsWith('//'))
      throw bad('Request URLs in a batch must be relative.');
    if (/^\/?\$batch\b/i.test(each.url)) throw bad('A batch cannot hold another batch.');
    if (each.body !== undefined && each.body !== null && contentType(each) === undefined) {
      throw bad(`Write request id : ${each.id} does not contain Content-Type header or body.`);
    }
    for (const other of each.dependsOn ?? []) {
      if (!ids.has(sameId(other)) || sameId(other) === sameId(each.id))
        throw bad(`Request ${each.id} depends on an unknown request ${other}.`);
    }
  }
}

const contentType = (each: Part): string | undefined =>
  Object.entries(each.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];

const isJson = (type: string): boolean => /^application\/([\w.]+\+)?json\b/i.test(type);

/** The body of a part as bytes: JSON as such, anything else as Base64 text. */
function bytesOf(each: Part): string | Uint8Array<ArrayBuffer> | null {
  if (each.body === undefined || each.body === null) return null;
  if (isJson(contentType(each) ?? '')) return JSON.stringify(each.body);
  if (typeof each.body !== 'string') throw bad(`The body of request ${each.id} must be Base64 text.`);
  return new Uint8Array(Buffer.from(each.body, 'base64'));
}

const addressOf = (sandbox: Sandbox, each: Part): string => `${graphBase(sandbox)}/${each.url.replace(/^\//, '')}`;

function requestOf(c: GraphContext, sandbox: Sandbox, each: Part): Request {
  const headers = new Headers(each.headers ?? {});
  if (!headers.has('Authorization')) headers.set('Authorization', c.req.header('Authorization') ?? '');
  return new Request(addressOf(sandbox, each), {
    method: each.method,
    headers,
    body: bytesOf(each),
    // Who no longer waits for the batch waits for none of its parts.
    signal: c.req.raw.signal,
  });
}

const hidden = new Set(['vary', 'access-control-allow-origin', 'access-control-expose-headers']);

async function answerOf(id: string, response: Response): Promise<PartAnswer> {
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    if (hidden.has(name)) return;
    headers[name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())] = value;
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length === 0) return { id, status: response.status, headers };
  const body: unknown = isJson(headers['Content-Type'] ?? '') ? JSON.parse(bytes.toString()) : bytes.toString('base64');
  return { id, status: response.status, headers, body };
}

const failedDependency = (id: string): PartAnswer => ({
  id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: { error: { code: 'FailedDependency', message: 'A request this one depends on failed.' } },
});

/**
 * Runs the parts. Those that wait for no other run last part first, and answers come back in the order they were done:
 * the real service promises no order, so nothing may rely on one.
 */
async function runParts(parts: readonly Part[], send: (each: Part) => Promise<PartAnswer>): Promise<PartAnswer[]> {
  const done = new Map<string, PartAnswer>();
  let waiting = [...parts].reverse();
  while (waiting.length > 0) {
    const ready = waiting.filter((each) => (each.dependsOn ?? []).every((id) => done.has(sameId(id))));
    if (ready.length === 0) throw bad('Requests of a batch depend on each other in a circle.');
    for (const each of ready) {
      const failed = (each.dependsOn ?? []).some((id) => (done.get(sameId(id))?.status ?? 500) >= 400);
      done.set(sameId(each.id), failed ? failedDependency(each.id) : await send(each));
    }
    waiting = waiting.filter((each) => !done.has(sameId(each.id)));
  }
  return [...done.values()];
}

/** The batch call; `dispatch` sends a part through Graph's whole pipeline. A part that breaks the connection breaks it for all. */
export const batchRoute = (dispatch: Dispatch): Route => ({
  method: 'POST',
  path: '/$batch',
  scopes: [],
  need: { on: 'nothing' },
  units: 0,
  handle: async (c, sandbox) => {
    const { requests } = await bodyOf(c, batch);
    refuseBad(requests);
    const lost = lostWithPart(
      c,
      sandbox,
      requests.map((each) => ({ method: each.method, url: addressOf(sandbox, each) })),
    );
    if (lost !== undefined) return lost;
    const responses = await runParts(requests, async (each) =>
      answerOf(each.id, await dispatch(requestOf(c, sandbox, each), c.env.connection)),
    );
    return c.json({ responses });
  },
});
