// A small file in the person's own OneDrive app folder, which their other devices can read and nobody else can (Microsoft Graph: Using an App Folder).
import * as z from 'zod/mini';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece } from './odata';

/** One JSON file. Some organisations refuse app folders: whoever uses this needs a way without. */
export interface AppFile {
  /** The file's JSON text; null where there is none yet. */
  read(): Promise<Result<string | null, GraphFault>>;
  write(json: string): Promise<Result<void, GraphFault>>;
}

/** The file of that name. */
export function appFile(graph: Graph, name: string): AppFile {
  const path = `/me/drive/special/approot:/${piece(name)}:/content`;
  return {
    read: async () => {
      const found = await graph.send({ method: 'GET', path, scopes: scopes.appFolder }, z.unknown());
      if (!found.ok) return found.error.kind === 'not-found' ? ok(null) : found;
      return ok(typeof found.value === 'string' ? found.value : JSON.stringify(found.value));
    },
    write: async (json) => {
      const sent = await graph.send({ method: 'PUT', path, scopes: scopes.appFolder, body: json }, z.unknown());
      return sent.ok ? ok(undefined) : sent;
    },
  };
}
