// Which addresses are Graph's, and what they look like from the version root. A token never goes anywhere else.

/**
 * The address of a call from the version root, with a leading slash: as `$batch` wants it. Links that Graph returned are
 * absolute; one that leads anywhere but to the configured Graph is a defect or an attack, so this throws before anything is sent.
 * @param baseUrl the version root, such as `https://graph.microsoft.com/v1.0`
 */
export function fromVersionRoot(baseUrl: string, path: string): string {
  const root = baseUrl.replace(/\/+$/, '');
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(path);
  if (!absolute && (!path.startsWith('/') || path.startsWith('//'))) throw notGraph(path);
  const address = new URL(absolute ? path : root + path);
  if (!isUnder(root, address)) throw notGraph(path);
  return absolute ? path.slice(path.indexOf(new URL(root).pathname) + new URL(root).pathname.length) : path;
}

/** Whether an address lies under the version root: the same origin, and a path below it once `..` is worked out. */
export const isUnder = (baseUrl: string, address: URL): boolean => {
  const root = new URL(baseUrl);
  return address.origin === root.origin && address.pathname.startsWith(`${root.pathname.replace(/\/+$/, '')}/`);
};

/** Names the place without its query, which may hold a person's data. */
const notGraph = (path: string): Error =>
  new Error(`Only the configured Microsoft Graph may be called, not ${path.split('?')[0]}`);
