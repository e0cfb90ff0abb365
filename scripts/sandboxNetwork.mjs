// Loaded before a program (`node --import`): what it asks of Microsoft, the sandbox at SANDBOX answers. The program itself is unchanged.
const sandbox = process.env.SANDBOX ?? '';
const graph = 'https://graph.microsoft.com';
const places = new Map([
  ['https://login.microsoftonline.com', sandbox],
  [graph, `${sandbox}/graph`],
]);
const network = globalThis.fetch;

/** @param {Response} answer @returns {Promise<Response>} the same, with links that lead where they came from */
async function withLinks(answer) {
  const body = (await answer.text()).replaceAll(`${sandbox}/graph/`, `${graph}/`);
  const { status, headers } = answer;
  return new Response(status === 204 ? null : body, { status, headers });
}

globalThis.fetch = async (input, init) => {
  const asked = new Request(input, init);
  const { origin, pathname, search } = new URL(asked.url);
  const place = places.get(origin);
  if (place === undefined) return network(input, init);
  const answer = await network(`${place}${pathname}${search}`, {
    method: asked.method,
    headers: asked.headers,
    signal: asked.signal,
    ...(asked.body === null ? {} : { body: await asked.text() }),
  });
  return origin === graph ? withLinks(answer) : answer;
};
