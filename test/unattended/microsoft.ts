// The network of a worker in a test: what it asks of Microsoft's addresses, the sandbox in this process answers.
import type { Tenant } from '../sharepoint/tenant';

/** A fetch to which Microsoft is the tenant. */
export function microsoftAt(tenant: Pick<Tenant, 'baseUrl' | 'fetch'>): typeof fetch {
  const sandbox = new URL(tenant.baseUrl).origin;
  const places = new Map([
    ['https://login.microsoftonline.com', sandbox],
    ['https://graph.microsoft.com', `${sandbox}/graph`],
    [sandbox, sandbox],
  ]);
  return (input, init) => {
    const asked = new Request(input, init);
    const { origin, pathname, search } = new URL(asked.url);
    const place = places.get(origin);
    if (place === undefined) throw new Error(`Nobody is at ${origin}`);
    return tenant.fetch(new Request(`${place}${pathname}${search}`, asked));
  };
}
