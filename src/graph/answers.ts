// One answer from Graph, whichever way it came.

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where there was none. */
  readonly body: unknown;
}

/** A value of a header, or null. */
export const header = (answer: Answer, name: string): string | null => answer.headers[name.toLowerCase()] ?? null;

/** Headers with their names in lower case: the parts of a batch spell them as they please. */
export const lowerCase = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

export const succeeded = (answer: Answer): boolean => answer.status >= 200 && answer.status < 300;

/** Stands for an answer that Graph owed and did not give: status 0, and why in Graph's own error shape. */
export const unanswered = (why: string): Answer => ({ status: 0, headers: {}, body: { error: { message: why } } });
