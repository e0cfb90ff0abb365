// Reads OData query options of a call: $select, $expand, $top, $filter and the sandbox's own page marks.
import odata from '@balena/odata-parser';
import { z } from 'zod';
import { GraphFault, invalidRequest } from './fault';
import type { GraphContext } from './types';

/** What is expanded, each with the members asked of it (undefined = all). */
export type Expand = ReadonlyMap<string, readonly string[] | undefined>;

const badQuery = (message: string): GraphFault => new GraphFault(400, 'BadRequest', message);

/** A query option with or without its dollar sign, as Graph accepts both. */
export const option = (c: GraphContext, name: string): string | undefined =>
  c.req.query(`$${name}`) ?? c.req.query(name);

/** The members of `$select`, or undefined where all are wanted. */
export function selectOf(c: GraphContext): readonly string[] | undefined {
  const text = option(c, 'select');
  if (text === undefined || text === '*') return undefined;
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const property = z.object({
  name: z.string(),
  options: z
    .object({
      $select: z.union([z.literal('*'), z.object({ properties: z.array(z.object({ name: z.string() })) })]).optional(),
    })
    .optional(),
});
const expandTree = z.object({ $expand: z.object({ properties: z.array(property) }) });

/** What `$expand` asks for. */
export function expandOf(c: GraphContext): Expand {
  const text = option(c, 'expand');
  if (text === undefined) return new Map();
  const dollared = text.replace(/\(\s*select=/gi, '($select=');
  try {
    const { tree } = odata.parse(`$expand=${encodeURI(dollared)}`, { startRule: 'ProcessRule', rule: 'QueryOptions' });
    return new Map(
      expandTree.parse(tree).$expand.properties.map(({ name, options }) => {
        const select = options?.$select;
        return [name, select === undefined || select === '*' ? undefined : select.properties.map((each) => each.name)];
      }),
    );
  } catch {
    throw badQuery(`Parsing OData Select and Expand failed: ${text}`);
  }
}

/** `$top` between 1 and `most`, or `usual` where it is absent. A larger wish gets fewer, as Graph may. */
export function topOf(c: GraphContext, usual: number, most: number): number {
  const text = option(c, 'top');
  if (text === undefined) return usual;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) {
    throw invalidRequest(
      `Invalid value '${text}' for $top query option found. The $top query option requires a positive integer value.`,
    );
  }
  return Math.min(top, most);
}

/** `$skip` is refused: only the links that the service gives can be followed. */
export function refuseSkip(c: GraphContext): void {
  if (option(c, 'skip') !== undefined) {
    throw invalidRequest('$skip is not supported on this API. Only URLs returned by the API can be used to page.');
  }
}

/** The same call at another place: `changes` are query options to set, or to remove where undefined. */
export function linkTo(c: GraphContext, base: string, changes: Readonly<Record<string, string | undefined>>): string {
  const from = new URL(c.req.url);
  const to = new URL(`${base}${from.pathname.replace(/^\/graph\/v1\.0/, '')}${from.search}`);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) to.searchParams.delete(name);
    else to.searchParams.set(name, value);
  }
  return to.href;
}

/** An object with only the members of `select`; annotations (names with @) of kept members stay. */
export function pick(
  body: Readonly<Record<string, unknown>>,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  if (select === undefined) return { ...body };
  const wanted = new Set(select.map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => {
      const owner = name.split('@')[0] ?? '';
      return owner === '' || wanted.has(owner.toLowerCase());
    }),
  );
}

const unreadable =
  'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';

/** The call's JSON body in the wanted shape; throws Graph's 400 for anything else. */
export async function bodyOf<T>(c: GraphContext, shape: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) throw badQuery(unreadable);
  const body: unknown = await c.req.json().catch(() => {
    throw badQuery(unreadable);
  });
  const read = shape.safeParse(body);
  if (!read.success) throw invalidRequest(`Invalid request: ${z.prettifyError(read.error)}`);
  return read.data;
}
