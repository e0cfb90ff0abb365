// Loaded before a program (`node --import`): what it asks of Microsoft, the sandbox at SANDBOX answers. The program itself is unchanged.
const sandbox = process.env.SANDBOX ?? '';
const places = new Map([
  ['https://login.microsoftonline.com', sandbox],
  ['https://graph.microsoft.com', `${sandbox}/graph`],
]);
const network = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const place = places.get(url.origin);
  if (place === undefined) return network(input, init);
  const there = `${place}${url.pathname}${url.search}`;
  return input instanceof Request ? network(new Request(there, input), init) : network(there, init);
};
