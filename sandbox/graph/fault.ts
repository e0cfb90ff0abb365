// Graph's own error shape, and the refusals that several resources share.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal: what Graph answers instead of a result. Thrown by handlers, turned into a response in one place. */
export class GraphFault extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    message: string,
    readonly more: { readonly innerCode?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
  }

  /** The body as Graph writes it. `date` is ISO, UTC. */
  body(date: string, requestId: string, clientRequestId: string): object {
    return {
      error: {
        code: this.code,
        message: this.message,
        innerError: {
          ...(this.more.innerCode === undefined ? {} : { code: this.more.innerCode }),
          date: date.slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId,
        },
      },
    };
  }
}

/** 401 for a token that ran out, is missing or is not ours. */
export const unauthorised = (message: string): GraphFault =>
  new GraphFault(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"`,
    },
  });

/** 401 for a token whose hour is over. */
export const tokenExpired = (): GraphFault => unauthorised('Lifetime validation failed, the token is expired.');

/** 422 for a query that touches more items than SharePoint allows without an index. */
export const tooManyResources = (): GraphFault =>
  new GraphFault(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    innerCode: 'tooManyResources',
  });

/** 429 for an app that used up its units; `seconds` until it may go on. */
export const tooManyRequests = (seconds: number): GraphFault =>
  new GraphFault(429, 'TooManyRequests', 'The request has been throttled. Please retry later.', {
    headers: { 'Retry-After': String(seconds) },
  });

/** 400 with SharePoint's usual code. */
export const invalidRequest = (message: string): GraphFault => new GraphFault(400, 'invalidRequest', message);

/** 404 with SharePoint's usual code. */
export const itemNotFound = (message = 'The resource could not be found.'): GraphFault =>
  new GraphFault(404, 'itemNotFound', message);

/** 403 for a person who may not; SharePoint says no more than this. */
export const accessDenied = (): GraphFault => new GraphFault(403, 'accessDenied', 'Access denied');

/** The connection broke before the caller had an answer: what fetch throws then. */
export class ConnectionBroken extends TypeError {
  constructor() {
    super('fetch failed');
  }
}
