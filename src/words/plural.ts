// Numbers with their nouns, and lists of things, as English says them.

/** `1 person`, `2 people`. The plural is given where it is not the singular with an s. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `Priya Shah, Tom Okafor and Aisha Khan`. Empty for an empty list. */
export const inWords = (items: readonly string[]): string => conjunction.format(items);
