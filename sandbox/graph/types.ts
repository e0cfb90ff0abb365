// What every part of the Graph emulation shares: the services it works with, and what a call carries.
import type { Context } from 'hono';
import type { FaultBook } from '../faults/book';
import type { Sockets } from '../sockets';
import type { SandboxDatabase } from '../store/database';
import type { List } from '../store/lists';
import type { Person } from '../store/people';
import type { Right } from '../store/rights';
import type { SeedSite } from '../store/seed';
import type { Usage } from '../usage';

/**
 * What handlers work with. `origin` is where the sandbox is reached, as `http://127.0.0.1:PORT`. `wait` takes milliseconds.
 * `reset` makes a clean Microsoft 365 of it. What is kept in memory (`faults`, `usage`, `sockets`) ends with the sandbox; there are
 * `sockets` only where it listens. `changed` takes the id of a list one of whose items was written.
 */
export interface Sandbox {
  readonly database: SandboxDatabase;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly origin: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly faults: FaultBook;
  readonly usage: Usage;
  readonly sockets: Sockets | undefined;
  readonly changed: (listId: string) => void;
  readonly reset: () => void;
}

/** The connection a call came over; broken, no answer reaches the caller, whatever was done. */
export interface Connection {
  broken: boolean;
}

/** Set on a call as it passes through the pipeline. `units` are SharePoint resource units; `lost`: it never arrived. */
export type GraphEnv = {
  /** All parts of a batch share its connection. */
  Bindings: { readonly connection: Connection; readonly inBatch: boolean };
  Variables: {
    requestId: string;
    clientRequestId: string;
    person: Person;
    /** Delegated scopes of a person's token; roles of the app's own. */
    scopes: ReadonlySet<string>;
    /** Whether the app calls without a person. `person` then names the app, and has no rights of its own. */
    unattended: boolean;
    units: number;
    lost: boolean;
    site: SeedSite;
    list: List;
    listRight: Right;
  };
};

export type GraphContext = Context<GraphEnv>;

/** What a call needs of the person, apart from the token's scopes. */
export type Need =
  | { readonly on: 'nothing' }
  | { readonly on: 'site'; readonly right: Right }
  | { readonly on: 'list'; readonly right: Right }
  /** Pages are files of a library: its rights are theirs. */
  | { readonly on: 'pages'; readonly right: Right }
  | { readonly on: 'team'; readonly to: 'read' | 'post' };

/** One line of the table of calls: any one of `scopes` is enough; without a person any one of `roles`, and none where there are none. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly scopes: readonly string[];
  readonly roles?: readonly string[];
  readonly need: Need;
  readonly units: number | ((c: GraphContext) => number);
  readonly handle: (c: GraphContext, sandbox: Sandbox) => Response | Promise<Response>;
}

/** Where Graph is reached in the sandbox, without a slash at the end. */
export const graphBase = (sandbox: Sandbox): string => `${sandbox.origin()}/graph/v1.0`;

/** The time as SharePoint writes it: ISO, UTC, whole seconds. */
export const stampOf = (sandbox: Sandbox): string => `${sandbox.now().toISOString().slice(0, 19)}Z`;
