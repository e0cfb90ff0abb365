// The little markdown that Teams shows in an Adaptive Card: bold, italic, links and lists. HTML stays text.
// Source: Microsoft Teams platform documentation, "Format cards in Teams".
import MarkdownIt from 'markdown-it';

const reader = new MarkdownIt('zero', { html: false }).enable([
  'emphasis',
  'link',
  'list',
  'escape',
  'entity',
  'newline',
]);

/** Turns a card's text into safe HTML. */
export const cardMarkdown = (text: string): string => reader.render(text).trim();
