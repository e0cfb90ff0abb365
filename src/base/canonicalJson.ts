// JSON of which there is one form only: what says the same is the same text, on every device and after any store.

/** Text in one form: Unicode NFC, and lines ended by a line feed alone. */
export const canonicalText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');

/** Canonical JSON: keys sorted by their code units, no white space, every text in its one form. A field that is undefined is left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(canonicalText(value));
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [canonicalText(name), field] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}
