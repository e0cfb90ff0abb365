// The shape of what teams-js sends to a host window, and of what a host sends back.
// Source: Microsoft Teams JavaScript library 2.58, internal/communication and internal/messageObjects.
import { z } from 'zod';

const request = z.object({
  id: z.number().int(),
  uuidAsString: z.string().optional(),
  func: z.string().min(1),
  args: z.array(z.unknown()).nullish(),
  // Only nested app authentication travels here, as a JSON string.
  data: z.string().optional(),
});

/** One request of an app to its host. `args` is never null; `data` is there for nested app authentication only. */
export interface HostRequest {
  readonly id: number;
  readonly uuidAsString?: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
  readonly data?: string | undefined;
}

/** What the host sends back to one request. */
export interface HostReply {
  readonly id: number;
  readonly uuidAsString?: string | undefined;
  readonly args: readonly unknown[];
}

/** What the host sends by itself, for instance `themeChange` with `['dark']`. */
export interface HostEvent {
  readonly func: string;
  readonly args: readonly unknown[];
}

/** Reads a window message as a request; undefined for anything else (browser extensions post messages too). */
export function parseRequest(message: unknown): HostRequest | undefined {
  const parsed = request.safeParse(message);
  return parsed.success ? { ...parsed.data, args: parsed.data.args ?? [] } : undefined;
}

/** The reply to a request: teams-js finds its waiting promise by `uuidAsString`. */
export function replyTo(asked: HostRequest, args: readonly unknown[]): HostReply {
  return { id: asked.id, uuidAsString: asked.uuidAsString, args };
}

/** An event of the host, which teams-js hands to the handler registered under `func`. */
export function hostEvent(func: string, ...args: readonly unknown[]): HostEvent {
  return { func, args };
}
