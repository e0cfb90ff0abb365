// Graph's own error shape, and the refusals that several resources share.

/** A refusal: what Graph answers instead of a result. Thrown by handlers, turned into a response in one place. */
export class GraphFault extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 422 | 424 | 500,
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

/** 400 with SharePoint's usual code. */
export const invalidRequest = (message: string): GraphFault => new GraphFault(400, 'invalidRequest', message);

/** 404 with SharePoint's usual code. */
export const itemNotFound = (message = 'The resource could not be found.'): GraphFault =>
  new GraphFault(404, 'itemNotFound', message);

/** 403 for a person who may not; SharePoint says no more than this. */
export const accessDenied = (): GraphFault => new GraphFault(403, 'accessDenied', 'Access denied');
