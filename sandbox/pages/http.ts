// Calls of the pages to the sandbox's own endpoints: JSON in and out, checked, with a readable error.
import type { z } from 'zod';

/** A call that was answered with an error status. `message` is fit to be shown. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads JSON of a known shape. Throws CallFailed on an error status, ZodError on another shape. */
export async function getJson<T>(path: string, shape: z.ZodType<T>, token?: string): Promise<T> {
  return shape.parse(await (await call(path, 'GET', undefined, token)).json());
}

/** Sends a body (or none) and reads the answer. Throws as getJson does. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: unknown,
  shape: z.ZodType<T>,
): Promise<T> {
  return shape.parse(await (await call(path, method, body)).json());
}

/** Sends a call whose answer has no body. Throws CallFailed on an error status. */
export async function send(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  token?: string,
): Promise<void> {
  await call(path, method, body, token);
}

async function call(path: string, method: string, body?: unknown, token?: string): Promise<Response> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new CallFailed(response.status, (await response.text()) || response.statusText);
  return response;
}
