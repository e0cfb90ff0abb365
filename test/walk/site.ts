// What tests do to the site behind the product's back: Graph and the sandbox's own interfaces, as one of its people.
import { z } from 'zod';
import type { RunningSandbox } from '../../sandbox/start';
import { people, siteId } from '../../sandbox/store/seed';

const everyScope = ['Sites.ReadWrite.All', 'Sites.Manage.All'];
const token = z.object({ access_token: z.string() });
const lists = z.object({ value: z.array(z.object({ id: z.string(), displayName: z.string() })) });
const columns = z.object({ value: z.array(z.object({ id: z.string(), name: z.string() })) });
const items = z.object({ value: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })) });

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The guid of a demo person; `slug` is their first name in lower case. */
export function personId(slug: string): string {
  const found = people.find((person) => person.slug === slug);
  if (!found) throw new Error(`There is no person ${slug}.`);
  return found.id;
}

export interface Site {
  /** Asks Graph; the path begins behind `/graph/v1.0`. Throws where it refuses. */
  graph(method: Method, path: string, body?: object): Promise<unknown>;
  /** Asks the sandbox itself; the path begins behind `/sandbox`. Throws where it refuses. */
  sandbox(method: Method, path: string, body?: object): Promise<unknown>;
  /** The id of the list of this name. */
  list(displayName: string): Promise<string>;
  /** All names of lists, hidden ones too. */
  listNames(): Promise<readonly string[]>;
  /** The id of a column, by its internal name. */
  column(listId: string, name: string): Promise<string>;
  /** The fields of every row of a list. */
  rows(listId: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  deleteList(displayName: string): Promise<void>;
}

/** The site as a person reaches it with all permissions. */
export async function siteAs(running: RunningSandbox, slug: string): Promise<Site> {
  const authorization = { value: '' };
  const ask = async (address: string, method: Method, body?: object): Promise<unknown> => {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: authorization.value },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const sandbox: Site['sandbox'] = (method, path, body) => ask(`${running.origin}/sandbox${path}`, method, body);
  const graph: Site['graph'] = (method, path, body) => ask(`${running.origin}/graph/v1.0${path}`, method, body);
  const wish = { userId: personId(slug), scopes: everyScope };
  authorization.value = `Bearer ${token.parse(await sandbox('POST', '/token', wish)).access_token}`;

  const all = async () =>
    lists.parse(await graph('GET', `/sites/${siteId}/lists?$select=id,displayName,list,system`)).value;
  const list = async (displayName: string): Promise<string> => {
    const found = (await all()).find((each) => each.displayName === displayName);
    if (!found) throw new Error(`There is no list ${displayName}.`);
    return found.id;
  };
  return {
    graph,
    sandbox,
    list,
    listNames: async () => (await all()).map((each) => each.displayName),
    async column(listId, name) {
      const found = columns
        .parse(await graph('GET', `/sites/${siteId}/lists/${listId}/columns`))
        .value.find((each) => each.name === name);
      if (!found) throw new Error(`There is no column ${name}.`);
      return found.id;
    },
    async rows(listId) {
      const path = `/sites/${siteId}/lists/${listId}/items?$expand=fields&$top=999`;
      return items.parse(await graph('GET', path)).value.map((item) => item.fields);
    },
    async deleteList(displayName) {
      await graph('DELETE', `/sites/${siteId}/lists/${await list(displayName)}`);
    },
  };
}
