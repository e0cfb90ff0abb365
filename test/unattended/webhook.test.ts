// A channel's workflow: what surely did not arrive is tried again until it must not leave any more, and what may have arrived never is.
import type { Result } from '../../src/base/result';
import { postToWebhook, type WebhookFault } from '../../src/unattended/webhook';

const start = Date.UTC(2026, 10, 25, 10);
const leaveBy = new Date(start + 60_000);
const address = 'https://flow.example/workflows/1?sig=s';

type Reply = number | 'hangs' | 'breaks' | 'never-leaves' | { readonly status: number; readonly retryAfter: string };

/** Posts a card to a workflow that answers so, one after the other; time passes only by waiting. */
async function posting(replies: readonly Reply[]) {
  let at = start;
  const left = [...replies];
  const requests: RequestInit[] = [];
  const waited: number[] = [];
  const fetch = async (_: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    requests.push(init);
    const reply = left.shift() ?? 202;
    if (reply === 'hangs') {
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    }
    if (reply === 'breaks') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    if (reply === 'never-leaves') throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    const { status, retryAfter } = typeof reply === 'number' ? { status: reply, retryAfter: null } : reply;
    return new Response(status === 202 ? null : '{}', {
      status,
      headers: retryAfter ? { 'Retry-After': retryAfter } : {},
    });
  };
  const after = (milliseconds: number, callback: () => void) => {
    let stopped = false;
    setImmediate(() => {
      if (stopped) return;
      at += milliseconds;
      callback();
    });
    return () => {
      stopped = true;
    };
  };
  const waits = (seconds: number): void => void waited.push(seconds);
  const parts = { fetch, environment: { now: () => new Date(at), after }, waits };
  const result: Result<null, WebhookFault> = await postToWebhook(parts, address, { type: 'AdaptiveCard' }, leaveBy);
  return { result, requests, waited };
}

test('the card goes as an object, in the shape a workflow takes', async () => {
  const { result, requests } = await posting([202]);
  expect(result).toEqual({ ok: true, value: null });
  expect(JSON.parse(String(requests[0]?.body))).toEqual({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: { type: 'AdaptiveCard' } },
    ],
  });
});

test('a refusal for now is waited for as long as it says, and tried again', async () => {
  const { result, requests, waited } = await posting([{ status: 429, retryAfter: '7' }, 429, 202]);
  expect(result.ok).toBe(true);
  expect(requests).toHaveLength(3);
  expect(waited).toEqual([7, 5]);
});

test('it gives up where it would have to wait beyond the moment it must have left by', async () => {
  const { result, requests } = await posting([{ status: 429, retryAfter: '120' }]);
  expect(result).toMatchObject({ error: { fault: { kind: 'throttled' }, status: 429 } });
  expect(requests).toHaveLength(1);
});

test('no connection at all is tried again, and in the end nothing was sent', async () => {
  expect((await posting(['never-leaves', 202])).result.ok).toBe(true);
  const { result } = await posting(Array.from({ length: 50 }, () => 'never-leaves' as const));
  expect(result).toMatchObject({ error: { fault: { kind: 'too-late' } } });
});

test.each([
  [400, { kind: 'unexpected', status: 400 }],
  [500, { kind: 'unexpected', status: 500 }],
  [401, { kind: 'no-access' }],
  [404, { kind: 'not-found' }],
  [410, { kind: 'not-found' }],
  [413, { kind: 'too-large' }],
] as const)('%i is final, and sent once', async (status, fault) => {
  const { result, requests } = await posting([status, 202]);
  expect(result).toMatchObject({ ok: false, error: { fault, status } });
  expect(requests).toHaveLength(1);
});

test.each(['hangs', 'breaks'] as const)(
  'where it %s after it left, nobody knows, and it is not sent again',
  async (how) => {
    const { result, requests } = await posting([how, 202]);
    expect(result).toMatchObject({ ok: false, error: { fault: { kind: 'offline' }, status: null } });
    expect(requests).toHaveLength(1);
  },
);
