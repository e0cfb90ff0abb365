// Pieces of Graph addresses, made safe.

/** One piece of a path. A site's id keeps its commas, as Graph itself writes them. */
export const piece = (id: string): string => encodeURIComponent(id).replaceAll('%2C', ',');

/** A text literal in a filter: in quotes, its own quotes doubled (OData 4.01, URL conventions, 5.1.1.6.1). */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A query string; values are encoded here. */
export const query = (options: Readonly<Record<string, string>>): string =>
  `?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
