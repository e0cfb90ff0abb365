// Text that people typed, on its way into an Adaptive Card.

/**
 * Typed text as a run of a RichTextBlock. Runs know no Markdown, so nothing typed becomes a link or a list; only the date
 * functions `{{DATE(…)}}` and `{{TIME(…)}}` would still run, and a zero-width space between the braces keeps them text.
 */
export const cardText = (text: string): string => text.replaceAll('{{', '{\u200B{').replace(/\r\n?/g, '\n');

/** Cuts text to so many characters, never through a surrogate pair, and marks that it was cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
