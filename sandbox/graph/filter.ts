// Understands $filter: parses it, says which property one index could serve, and tests a record.
import odata from '@balena/odata-parser';
import { z } from 'zod';
import { type GraphFault, invalidRequest } from './fault';

export type Comparable = string | number | boolean | null;
type Get = (path: string) => Comparable | undefined;

const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
type Operator = (typeof operators)[number];

/** One comparison that must hold: what an index can be looked up with. */
export interface Condition {
  readonly path: string;
  readonly operator: Operator | 'startswith';
  readonly value: Comparable;
}

export interface Filter {
  /** Every property the filter names, as `fields/Name` or `name`. */
  readonly paths: readonly string[];
  /** Comparisons joined by `and` at the top: all of them must hold. */
  readonly conditions: readonly Condition[];
  readonly test: (get: Get) => boolean;
}

interface PathNode {
  readonly name: string;
  readonly property?: PathNode | undefined;
}
const pathNode: z.ZodType<PathNode> = z.lazy(() => z.object({ name: z.string(), property: pathNode.optional() }));
const bindNode = z.object({ bind: z.number() });
const compareNode = z.tuple([z.enum(operators), pathNode, z.union([bindNode, z.null()])]);
const joinNode = z.tuple([z.enum(['and', 'or']), z.unknown(), z.unknown()]).rest(z.unknown());
const notNode = z.tuple([z.literal('not'), z.unknown()]);
const callNode = z.tuple([
  z.literal('call'),
  z.object({ method: z.literal('startswith'), args: z.tuple([pathNode, bindNode]) }),
]);
const bindShape = z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean(), z.date()])]).rest(z.unknown());

const nameOf = (node: PathNode): string =>
  node.property === undefined ? node.name : `${node.name}/${nameOf(node.property)}`;

const order = (left: Comparable | undefined, right: Comparable): number => {
  if (typeof left === 'number' || typeof right === 'number') return Number(left) - Number(right);
  const [a, b] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
};

const asFlag = (value: Comparable | undefined): Comparable | undefined =>
  typeof value === 'boolean' ? Number(value) : value;

function holds({ operator, value }: Condition, actual: Comparable | undefined): boolean {
  const left = asFlag(actual);
  const right = asFlag(value);
  if (operator === 'eq' && right === null) return left === undefined || left === null;
  if (operator === 'ne' && right === null) return left !== undefined && left !== null;
  if (left === undefined || left === null || right === null || right === undefined) return operator === 'ne';
  if (operator === 'startswith') return String(left).toLowerCase().startsWith(String(right).toLowerCase());
  const sign = order(left, right);
  const outcome: Readonly<Record<Operator, boolean>> = {
    eq: sign === 0,
    ne: sign !== 0,
    lt: sign < 0,
    le: sign <= 0,
    gt: sign > 0,
    ge: sign >= 0,
  };
  return outcome[operator];
}

const unsupported = (text: string): GraphFault => invalidRequest(`Unsupported or invalid query filter clause: ${text}`);

const isoMoment = /('(?:[^']|'')*')|\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** Parses `$filter`; throws Graph's 400 for what SharePoint's filters do not know. */
export function parseFilter(text: string): Filter {
  // The parser knows moments only in quotes, Graph takes them bare too.
  const quoted = text.replace(isoMoment, (found, inQuotes: string | undefined) => inQuotes ?? `'${found}'`);
  let parsed: { tree: unknown; binds: readonly unknown[] };
  try {
    parsed = odata.parse(quoted, { startRule: 'ProcessRule', rule: 'FilterByExpression' });
  } catch {
    throw unsupported(text);
  }
  const binds = parsed.binds.map((bind) => {
    const value = bindShape.parse(bind)[1];
    return value instanceof Date ? value.toISOString() : value;
  });
  const boundValue = (node: z.infer<typeof bindNode> | null): Comparable =>
    node === null ? null : (binds[node.bind] ?? null);

  const conditionOf = (node: unknown): Condition | undefined => {
    const compare = compareNode.safeParse(node);
    if (compare.success) {
      const [operator, path, value] = compare.data;
      return { operator, path: nameOf(path), value: boundValue(value) };
    }
    const call = callNode.safeParse(node);
    if (!call.success) return undefined;
    const [path, value] = call.data[1].args;
    return { operator: 'startswith', path: nameOf(path), value: boundValue(value) };
  };

  const build = (node: unknown): Filter => {
    const condition = conditionOf(node);
    if (condition !== undefined) {
      return { paths: [condition.path], conditions: [condition], test: (get) => holds(condition, get(condition.path)) };
    }
    const join = joinNode.safeParse(node);
    if (join.success) {
      const [word, ...parts] = join.data;
      const sides = parts.map(build);
      return {
        paths: sides.flatMap((side) => side.paths),
        conditions: word === 'and' ? sides.flatMap((side) => side.conditions) : [],
        test: (get) => (word === 'and' ? sides.every((side) => side.test(get)) : sides.some((side) => side.test(get))),
      };
    }
    const not = notNode.safeParse(node);
    if (!not.success) throw unsupported(text);
    const inner = build(not.data[1]);
    return { paths: inner.paths, conditions: [], test: (get) => !inner.test(get) };
  };
  return build(parsed.tree);
}
