// Posting a card by way of a channel's workflow (Microsoft Teams platform, "Create incoming webhooks with Workflows"). The workflow answers
// that it accepted the card, not that it posted it, and gives no id.
import type { Environment } from '../base/environment';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';

/** Longest wait for an answer, in milliseconds; after it nobody can say whether the card was taken. */
const patience = 30_000;
/** Longest a refusal that says *later* is waited for here, and the wait where it does not say how long. */
const usualWait = 5_000;

export interface WebhookParts {
  readonly fetch: typeof globalThis.fetch;
  readonly environment: Pick<Environment, 'now' | 'after'>;
  /** Told how many seconds a refusal is waited for. */
  readonly waits: (seconds: number) => void;
}

/** Why a card was not taken. `status` where there was an answer. */
export interface WebhookFault {
  readonly fault: GraphFault;
  readonly status: number | null;
}

/**
 * Posts a card. What surely did not arrive (a refusal for now, or no connection at all) is tried again until `leaveBy`, and nothing leaves
 * after it; what may have arrived never is.
 */
export async function postToWebhook(
  parts: WebhookParts,
  address: string,
  card: object,
  leaveBy: Date,
): Promise<Result<null, WebhookFault>> {
  for (;;) {
    if (parts.environment.now() >= leaveBy) return fail({ fault: { kind: 'too-late' }, status: null });
    const answer = await attempt(parts, address, card);
    if (answer.kind === 'answered' && answer.status < 300) return ok(null);
    if (answer.kind === 'lost') return fail({ fault: { kind: 'offline' }, status: null });
    const later = answer.kind === 'never-left' || answer.status === 429;
    if (!later) return fail({ fault: faultOf(answer.status), status: answer.status });
    const wait = answer.kind === 'answered' ? (answer.retryAfter ?? usualWait) : usualWait;
    const until = new Date(parts.environment.now().getTime() + wait);
    if (until >= leaveBy) return fail(givenUp(answer, until));
    parts.waits(Math.ceil(wait / 1000));
    await new Promise<void>((resolve) => parts.environment.after(wait, resolve));
  }
}

type Attempt =
  /** `retryAfter` in milliseconds. */
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: number | null }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'never-left' }
  /** It left, and no answer came. */
  | { readonly kind: 'lost' };

async function attempt({ fetch, environment }: WebhookParts, address: string, content: object): Promise<Attempt> {
  const giveUp = new AbortController();
  const stopTimer = environment.after(patience, () => giveUp.abort());
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'message', attachments: [attachment] }),
      signal: giveUp.signal,
      // A workflow answers itself; wherever else an address leads, no card goes.
      redirect: 'error',
    });
    await response.body?.cancel();
    const told = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return { kind: 'answered', status: response.status, retryAfter: Number.isFinite(told) ? told * 1000 : null };
  } catch (error) {
    return { kind: neverConnected(error) ? 'never-left' : 'lost' };
  } finally {
    stopTimer();
  }
}

/** Codes with which no connection came about (Node.js system errors; undici). */
const unconnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function neverConnected(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  return unconnected.includes(code) || ('cause' in error && neverConnected(error.cause));
}

function faultOf(status: number): GraphFault {
  switch (status) {
    case 401:
    case 403:
      return { kind: 'no-access', to: 'webhook' };
    case 404:
    case 410:
      return { kind: 'not-found', what: 'webhook' };
    case 413:
      return { kind: 'too-large' };
    default:
      return { kind: 'unexpected', status, message: '', requestId: null };
  }
}

const givenUp = (answer: Attempt, until: Date): WebhookFault =>
  answer.kind === 'answered'
    ? { fault: { kind: 'throttled', until: until.toISOString() }, status: answer.status }
    : { fault: { kind: 'too-late' }, status: null };
