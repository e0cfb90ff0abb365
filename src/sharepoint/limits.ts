// How long texts may be. SharePoint holds 255 characters in a line of text and 63,999 in several lines; these leave room to spare.
import { longestTitle } from '../assessment';

/** Most characters (UTF-16 units, as SharePoint and the browser count) for what people type. */
export const limits = {
  title: longestTitle,
  organisation: longestTitle,
  remark: 10_000,
  reason: 4_000,
  action: 1_000,
  post: 200,
  evidenceLink: 2_000,
  evidenceNote: 1_000,
} as const;

/** What SharePoint's own columns hold. */
export const columnLimits = { line: 255, lines: 63_999 } as const;

/** Whether every text fits into the longest kind of column: SharePoint's own refusal of a longer one has no kind of its own. */
export const fits = (fields: Readonly<Record<string, unknown>>): boolean =>
  Object.values(fields).every((value) => typeof value !== 'string' || value.length <= columnLimits.lines);

/** Unpaired halves of a surrogate pair: no text, and refused by services that check. */
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Control characters that XML, and so SharePoint, does not allow (XML 1.0, section 2.2). Pasting from slides brings some.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The text as SharePoint can hold it: without characters it refuses. */
export const storable = (text: string): string =>
  text.replaceAll('\v', '\n').replace(forbidden, '').replace(loneSurrogates, '\ufffd');

/** The text on one line, as a single-line column holds it. */
export const onOneLine = (text: string): string => storable(text).replace(/[\r\n\t\u0085\u2028\u2029]+/g, ' ');
