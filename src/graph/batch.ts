// `$batch`, purely: which errands travel together, what is sent, and which answer belongs to which (Microsoft Graph: Combine multiple HTTP requests using JSON batching).
import * as z from 'zod/mini';
import { type Answer, lowerCase, unanswered } from './answers';
import type { GraphCall } from './graph';

/** One call, or a change with a read that depends on it. */
export type Errand = readonly [GraphCall] | readonly [change: GraphCall, read: GraphCall];

/** An errand on its way; `later` is its read, where that goes once the change has come back. */
export interface Underway {
  readonly errand: Errand;
  readonly later: GraphCall | null;
}

/** The most requests a batch may hold. */
const batchSize = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

export interface BatchBody {
  readonly requests: readonly Part[];
}

/** The scopes an errand needs, each once, in a fixed order. */
export const scopesOf = (errand: Errand): readonly string[] =>
  [...new Set(errand.flatMap((call) => call.scopes))].sort();

/**
 * Puts errands into loads that travel together, each with one token. Only errands with the same scopes share a load, so that a
 * consent nobody gave yet holds up nothing else. A change with its dependent read has a load of its own: Graph wants a batch
 * to be either without dependencies or serial throughout (see `parted`). A PUT (the content of a file) is a load of its own too.
 */
export function loadsOf<T extends { readonly errand: Errand }>(waiting: readonly T[]): readonly (readonly T[])[] {
  const together = new Map<string, T[]>();
  const alone: T[][] = [];
  for (const item of waiting) {
    if (travelsAlone(item.errand)) alone.push([item]);
    else {
      const scopes = scopesOf(item.errand).join(' ');
      together.set(scopes, [...(together.get(scopes) ?? []), item]);
    }
  }
  return [...alone, ...[...together.values()].flatMap(chunks)];
}

/**
 * Lets several changes of one turn travel together, and their reads after them, again together: two loads for up to twenty, where each
 * with its read would be a load of its own. A lone change keeps its read beside it.
 */
export function parted<T extends Underway>(waiting: readonly T[]): readonly T[] {
  if (waiting.filter(({ errand }) => errand.length === 2).length < 2) return waiting;
  return waiting.map((item) => {
    const [change, read] = item.errand;
    return read ? { ...item, errand: [change], later: read } : item;
  });
}

/** Whether an errand goes without `$batch`. */
export const isDirect = (errand: Errand): boolean => errand[0].method === 'PUT';

const travelsAlone = (errand: Errand): boolean => isDirect(errand) || errand.length === 2;

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );

/** What is sent for a load. `relative` gives a call's address from the version root. */
export function batchBody(load: readonly Errand[], relative: (path: string) => string): BatchBody {
  const requests = load.flatMap((errand, place) =>
    errand.map((call, step): Part => {
      const headers = { ...call.headers, ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }) };
      return {
        id: partId(place, step),
        method: call.method,
        url: relative(call.path),
        ...(Object.keys(headers).length > 0 ? { headers } : {}),
        ...(call.body === undefined ? {} : { body: call.body }),
        ...(step === 0 ? {} : { dependsOn: [partId(place, step - 1)] }),
      };
    }),
  );
  return { requests };
}

const partId = (place: number, step: number): string => `${place + 1}${step === 0 ? '' : 'r'}`;

const replySchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.nullish(z.record(z.string(), z.coerce.string())),
      body: z.optional(z.unknown()),
    }),
  ),
});

/** An errand's answers, in the order of its calls. */
export type Answers = readonly Answer[];
/** The same, as they came: null for a file whose content never came. */
export type Arrived = readonly (Answer | null)[];

/**
 * Gives each errand of a load its own answers, by id: they come in any order. Null where this is no answer to a batch at all.
 */
export function takeApart(load: readonly Errand[], body: unknown): readonly Answers[] | null {
  const reply = replySchema.safeParse(body);
  if (!reply.success) return null;
  const byId = new Map(
    reply.data.responses.map((part) => [
      part.id.toLowerCase(),
      { status: part.status, headers: lowerCase(part.headers ?? {}), body: part.body ?? undefined },
    ]),
  );
  return load.map((errand, place) =>
    errand.map((_, step) => byId.get(partId(place, step)) ?? unanswered('a part of a batch has no answer')),
  );
}
