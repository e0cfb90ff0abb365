// Checks exchanges with Graph against an OpenAPI description of it, where one is at hand.
import { readFileSync } from 'node:fs';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { Exchange } from '../../sandbox/graph/exchanges';

const openSchema = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof openSchema>;

const content = z.record(z.string(), z.looseObject({ schema: openSchema.optional() })).optional();
const response = z.looseObject({ $ref: z.string().optional(), content });
const operation = z.looseObject({
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), response),
});
const description = z.looseObject({
  paths: z.record(z.string(), openSchema),
  components: z.looseObject({ schemas: z.record(z.string(), openSchema), responses: z.record(z.string(), response) }),
});
type Operation = z.infer<typeof operation>;

/** What is wrong with an exchange (empty = nothing), or that the description does not know the call. */
export type Verdict = readonly string[] | 'not described';

export interface GraphDescription {
  readonly check: (exchange: Exchange) => Verdict;
}

const json = 'application/json';

/** A matcher for a path template. `{relative-path}` spans several segments, every other parameter one. */
function matcher(template: string): RegExp {
  const pattern = template
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (part === '{relative-path}') return '.+';
      return part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${pattern}$`);
}

// A template with fewer parameters says more: `items/delta` before `items/{id}`.
const byParameters = (a: string, b: string): number => (a.match(/\{/g)?.length ?? 0) - (b.match(/\{/g)?.length ?? 0);

const words = (errors: readonly ErrorObject[] | null | undefined): string[] =>
  (errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`);

/** Reads the description at `file` (OpenAPI 3.0 as JSON) and answers how to check exchanges against it. */
export function readGraphDescription(file: string): GraphDescription {
  const graph = description.parse(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats(ajv);
  ajv.addSchema({ components: { schemas: graph.components.schemas } }, 'graph.json');
  const templates = Object.keys(graph.paths)
    .sort(byParameters)
    .map((template) => ({ template, matches: matcher(template) }));
  const compiled = new Map<string, ValidateFunction>();

  const conforms = (key: string, schema: Schema, value: unknown): string[] => {
    const inGraph: Schema = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"graph.json#/components'));
    const validate = compiled.get(key) ?? ajv.compile(inGraph);
    compiled.set(key, validate);
    const shape = validate(value) ? [] : words(validate.errors);
    return [...shape, ...unknownMembers(graph.components.schemas, schema, value, '')];
  };

  const operationOf = ({ method, path }: Exchange): { key: string; found: Operation } | undefined => {
    const plain = path.split('?')[0] ?? '';
    const { template } = templates.find(({ matches }) => matches.test(plain)) ?? {};
    const found = template === undefined ? undefined : graph.paths[template]?.[method.toLowerCase()];
    return found === undefined ? undefined : { key: `${method} ${template}`, found: operation.parse(found) };
  };

  const checkRequest = (key: string, found: Operation, { requestBody }: Exchange): string[] => {
    const schema = found.requestBody?.content?.[json]?.schema;
    if (requestBody === undefined) return [];
    if (schema === undefined) return ['this call takes no body'];
    return conforms(`${key} asked`, schema, requestBody).map((fault) => `asked: ${fault}`);
  };

  const checkResponse = (key: string, found: Operation, { status, responseBody }: Exchange): string[] => {
    const named = found.responses[String(status)] ?? found.responses[`${Math.floor(status / 100)}XX`];
    if (named === undefined) return [`status ${status} is not among ${Object.keys(found.responses).join(', ')}`];
    const referred = named.$ref === undefined ? named : graph.components.responses[named.$ref.split('/').at(-1) ?? ''];
    const schema = referred?.content?.[json]?.schema;
    if (schema === undefined) return responseBody === undefined ? [] : [`an answer ${status} has no JSON body`];
    if (responseBody === undefined) return [`an answer ${status} has a JSON body`];
    return conforms(`${key} ${status}`, schema, responseBody).map((fault) => `answered: ${fault}`);
  };

  const check = (exchange: Exchange): Verdict => {
    const known = operationOf(exchange);
    if (known === undefined) return 'not described';
    // What was asked matters only where it was accepted: a refusal of nonsense is right.
    const asked = exchange.status < 400 ? checkRequest(known.key, known.found, exchange) : [];
    return [...asked, ...checkResponse(known.key, known.found, exchange)];
  };
  return { check };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parts = z.looseObject({
  $ref: z.string().optional(),
  allOf: z.array(openSchema).optional(),
  anyOf: z.array(openSchema).optional(),
  oneOf: z.array(openSchema).optional(),
  properties: z.record(z.string(), openSchema).optional(),
  items: openSchema.optional(),
  additionalProperties: z.unknown().optional(),
  discriminator: z.looseObject({ mapping: z.record(z.string(), z.string()).optional() }).optional(),
});

interface Known {
  readonly members: Map<string, Schema>;
  open: boolean;
  items: Schema | undefined;
}

/** All members a schema knows, its bases and alternatives included; a derived type adds its own by `@odata.type`. */
function gather(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  value: unknown,
  into: Known,
  seen: Set<string>,
): void {
  const { $ref, allOf, anyOf, oneOf, properties, items, additionalProperties, discriminator } = parts.parse(schema);
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    const next = schemas[name];
    if (next !== undefined && !seen.has(name)) gather(schemas, next, value, into, new Set([...seen, name]));
    return;
  }
  const type = isObject(value) ? value['@odata.type'] : undefined;
  const derived = typeof type === 'string' ? discriminator?.mapping?.[type] : undefined;
  if (derived !== undefined) gather(schemas, { $ref: derived }, value, into, seen);
  for (const each of [...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])]) gather(schemas, each, value, into, seen);
  for (const [name, member] of Object.entries(properties ?? {})) into.members.set(name, member);
  if (additionalProperties !== undefined && additionalProperties !== false) into.open = true;
  if (items !== undefined) into.items = items;
}

/**
 * Members that the description does not know. Schemas of Graph allow any, so a misspelt one would pass unseen.
 * Annotations (names with @) are free, as are members of open types and of those the description left empty.
 */
function unknownMembers(
  schemas: Readonly<Record<string, Schema>>,
  schema: Schema,
  value: unknown,
  path: string,
): string[] {
  const known: Known = { members: new Map(), open: false, items: undefined };
  gather(schemas, schema, value, known, new Set());
  const { items, members } = known;
  if (Array.isArray(value)) {
    return items === undefined
      ? []
      : value.flatMap((each, index) => unknownMembers(schemas, items, each, `${path}/${index}`));
  }
  if (!isObject(value) || members.size === 0) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = members.get(name);
    if (inner !== undefined) return unknownMembers(schemas, inner, member, `${path}/${name}`);
    return known.open || name.includes('@') ? [] : [`${path}/${name} is not known`];
  });
}
