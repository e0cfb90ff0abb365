// The chain a request passes on its way out. The client library's own handlers give no token to `http` hosts, do not look inside
// a batch and report to Microsoft which features were used; these three do what this product needs instead.
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { isUnder } from './links';

/** Carries a request's token to the chain. */
export class Bearer {
  constructor(readonly token: string) {}
}

const addressOf = (context: Context): URL =>
  new URL(typeof context.request === 'string' ? context.request : context.request.url);

/** The library types a request's options by their class and gives them back as anything. */
const bearerOf = (control: Context['middlewareControl']): Bearer | null => {
  const found: unknown = control?.getMiddlewareOptions(Bearer);
  return found instanceof Bearer ? found : null;
};

abstract class Link implements Middleware {
  private next: Middleware | null = null;

  setNext(next: Middleware): void {
    this.next = next;
  }

  protected async pass(context: Context): Promise<void> {
    if (!this.next) throw new Error('The chain of a Graph request ends too early');
    await this.next.execute(context);
  }

  protected setHeader(context: Context, name: string, value: string): void {
    const headers = new Headers(context.options?.headers);
    headers.set(name, value);
    context.options = { ...context.options, headers: Object.fromEntries(headers.entries()) };
  }

  abstract execute(context: Context): Promise<void>;
}

/** Gives the token to the configured Graph and to nothing else. */
export class TokenLink extends Link {
  constructor(private readonly baseUrl: string) {
    super();
  }

  async execute(context: Context): Promise<void> {
    const bearer = bearerOf(context.middlewareControl);
    if (!isUnder(this.baseUrl, addressOf(context)))
      throw new Error('A request was about to leave the configured Graph');
    if (!bearer) throw new Error('A Graph request needs a token');
    this.setHeader(context, 'Authorization', `Bearer ${bearer.token}`);
    await this.pass(context);
  }
}

/** Names each request, so that an administrator can find it in Microsoft's logs. */
export class RequestIdLink extends Link {
  constructor(private readonly newId: () => string) {
    super();
  }

  async execute(context: Context): Promise<void> {
    this.setHeader(context, 'client-request-id', this.newId());
    await this.pass(context);
  }
}

/** Sends the request. */
export class NetworkLink implements Middleware {
  constructor(private readonly fetch: typeof globalThis.fetch) {}

  async execute(context: Context): Promise<void> {
    context.response = await orNetworkError(() => this.fetch(context.request, context.options));
  }
}

/** No network is an expected answer, not an exception: it becomes a network-error response. */
export async function orNetworkError(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    if (!isDropped(error)) throw error;
    return Response.error();
  }
}

/** Whether an exception of fetch, or of reading a body, means that the answer never came: no network (TypeError), or given up waiting. */
export const isDropped = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'TypeError' || error.name === 'AbortError');
