// Checks a whole log of exchanges with Graph: each by the description where that is at hand, else by our own schemas.
import { existsSync } from 'node:fs';
import type { Exchange } from '../../sandbox/graph/exchanges';
import { type GraphDescription, readGraphDescription } from './graphDescription';
import { checkByOwnSchema, errorBody } from './ownSchemas';

export interface Report {
  /** One line per fault: the call, its status, and what is wrong. */
  readonly faults: readonly string[];
  /** How many exchanges the description judged. */
  readonly described: number;
  /** Calls the description lacks, judged by our own schemas, each once. */
  readonly ownCalls: readonly string[];
}

/** The description named by GRAPH_OPENAPI, or undefined. A name that leads nowhere is an error. */
export function describedGraph(): GraphDescription | undefined {
  const file = process.env.GRAPH_OPENAPI ?? '';
  if (file === '') return undefined;
  if (!existsSync(file)) throw new Error(`GRAPH_OPENAPI names ${file}, which is not there.`);
  return readGraphDescription(file);
}

// Ids make every call look different; a call is named by the rest of its address.
const nameOf = ({ method, path }: Exchange): string =>
  `${method} ${(path.split('?')[0] ?? '').replace(/(?<=\/)(?:[^/]*[0-9a-f]{8}-[^/]*|\d+|b![^/]+|19(?:%3A|:)[^/]+)/gi, '{id}')}`;

/** Judges every exchange. Without a description only the calls of our own schemas and all error bodies are judged. */
export function checkExchanges(exchanges: readonly Exchange[], graph: GraphDescription | undefined): Report {
  const faults: string[] = [];
  const ownCalls = new Set<string>();
  let described = 0;
  for (const exchange of exchanges) {
    const byGraph = graph?.check(exchange) ?? 'not described';
    const byOwn = byGraph === 'not described' ? checkByOwnSchema(exchange) : 'not described';
    const found: string[] = [];
    if (byGraph !== 'not described') {
      described += 1;
      found.push(...byGraph);
    } else if (byOwn !== 'not described') {
      ownCalls.add(nameOf(exchange));
      found.push(...byOwn);
    } else if (graph !== undefined) {
      found.push('neither the description nor a schema of our own knows this call');
    }
    if (exchange.status >= 400 && !errorBody.safeParse(exchange.responseBody).success)
      found.push('not the shape of a Graph error');
    faults.push(...found.map((fault) => `${nameOf(exchange)} ${exchange.status}: ${fault}`));
  }
  return { faults: [...new Set(faults)], described, ownCalls: [...ownCalls].sort() };
}
