// Records whole exchanges for contract checks: what was asked and answered, never a token and never a file's content.
import type { MiddlewareHandler } from 'hono';
import { graphPath } from './pipeline';
import type { GraphEnv } from './types';

/** One call and its answer. `path` is relative to the version root, with its query. Bodies are parsed JSON, absent otherwise. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody?: unknown;
}

const isJson = (type: string | null | undefined): boolean => /^application\/json\b/i.test(type ?? '');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Hands every exchange to `keep` once it is answered; a call that never arrived is none. */
export const record =
  (keep: (exchange: Exchange) => void): MiddlewareHandler<GraphEnv> =>
  async (c, next) => {
    const path = graphPath(c.req.url);
    const isContent = /:\/content(\?|$)/.test(path);
    const asked = !isContent && isJson(c.req.header('Content-Type')) ? parsed(await c.req.text()) : undefined;
    await next();
    if (c.get('lost')) return;
    const answered = isJson(c.res.headers.get('Content-Type')) ? parsed(await c.res.clone().text()) : undefined;
    keep({
      method: c.req.method,
      path,
      ...(asked === undefined ? {} : { requestBody: asked }),
      status: c.res.status,
      ...(answered === undefined ? {} : { responseBody: answered }),
    });
  };
