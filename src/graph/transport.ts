// Carries one load to Graph and brings the answers back, by way of Microsoft's client library and the chain in middleware.ts.
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Environment } from '../base/environment';
import { type Answer, succeeded, unanswered } from './answers';
import { type Arrived, batchBody, type Errand, isDirect, takeApart } from './batch';
import type { GraphCall } from './graph';
import { fromVersionRoot } from './links';
import { Bearer, isDropped, NetworkLink, orNetworkError, RequestIdLink, TokenLink } from './middleware';

/** Longest wait for one exchange, in milliseconds; then it counts as dropped, so that nothing spins for ever. */
const patience = 60_000;

export interface TransportOptions {
  /** The version root, such as `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  readonly environment: Pick<Environment, 'newId' | 'after'>;
  readonly fetch: typeof fetch;
}

/**
 * What became of a load: `refused` is one answer for the whole of it (an expired token, a busy service, no batch at all),
 * `dropped` means that nobody can say how far it came.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly answers: readonly Arrived[] }
  | { readonly kind: 'refused'; readonly answer: Answer }
  | { readonly kind: 'dropped' };

export type Transport = (load: readonly Errand[], token: string) => Promise<Outcome>;

/** Makes the transport to one Graph. */
export function createTransport({ baseUrl, environment, fetch }: TransportOptions): Transport {
  const root = baseUrl.replace(/\/+$/, '');
  const versionAt = root.lastIndexOf('/');
  const client = Client.initWithMiddleware({
    baseUrl: root.slice(0, versionAt + 1),
    defaultVersion: root.slice(versionAt + 1),
    middleware: [new TokenLink(root), new RequestIdLink(environment.newId), new NetworkLink(fetch)],
  });
  const relative = (path: string): string => fromVersionRoot(root, path);

  async function exchange(call: GraphCall, token: string): Promise<Answer | null> {
    const giveUp = new AbortController();
    const stopTimer = environment.after(patience, () => giveUp.abort());
    try {
      const request = client
        .api(relative(call.path))
        .headers({ 'Content-Type': 'application/json', ...call.headers })
        .option('signal', giveUp.signal)
        .middlewareOptions([new Bearer(token)])
        .responseType(ResponseType.RAW);
      return await answerOf(await (call.method === 'PUT' ? request.put(call.body) : request.post(call.body)));
    } finally {
      stopTimer();
    }
  }

  /** The content of a file is a redirect to an address that is open to whoever has it (Microsoft Graph: JSON batching): no token goes there. */
  async function follow(answer: Answer): Promise<Answer | null> {
    const location = answer.status === 302 ? answer.headers.location : undefined;
    if (location === undefined) return answer;
    return await answerOf(await orNetworkError(() => fetch(location, { credentials: 'omit' })));
  }

  return async (load, token) => {
    const [only] = load;
    if (only && isDirect(only)) {
      const answer = await exchange(only[0], token);
      return answer ? { kind: 'answered', answers: [[answer]] } : { kind: 'dropped' };
    }
    const body = batchBody(load, relative);
    const answer = await exchange({ method: 'POST', path: '/$batch', scopes: [], body }, token);
    if (!answer) return { kind: 'dropped' };
    const answers = takeApart(load, answer.body);
    if (answers)
      return { kind: 'answered', answers: await Promise.all(answers.map((each) => Promise.all(each.map(follow)))) };
    return { kind: 'refused', answer: succeeded(answer) ? unanswered('the reply to a batch was none') : answer };
  };
}

/** What a response says; null where it never came, or broke off. */
async function answerOf(response: Response): Promise<Answer | null> {
  if (response.type === 'error') return null;
  const text = await textOf(response);
  if (text === null) return null;
  return { status: response.status, headers: Object.fromEntries(response.headers.entries()), body: parseJson(text) };
}

async function textOf(response: Response): Promise<string | null> {
  try {
    return await response.text();
  } catch (error) {
    if (!isDropped(error)) throw error;
    return null;
  }
}

/** JSON, or the text itself where it is none: proxies answer in HTML. */
function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
