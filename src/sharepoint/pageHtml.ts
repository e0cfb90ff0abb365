// The results page as HTML for SharePoint's text web parts. Tags are only ever written here; whatever text holds stays text.
import type { PageBlock, PageLink } from '../report';
import { storable } from './limits';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML that says exactly that, without the characters SharePoint refuses. */
const escaped = (text: string): string => storable(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

const lines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escaped)
    .join('<br>');

const element = (tag: string, inner: string): string => `<${tag}>${inner}</${tag}>`;

/** Only addresses of the web; any other stays words. */
const link = ({ text, url }: PageLink): string =>
  /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);

/** One section of the page. */
export const pageHtml = (blocks: readonly PageBlock[]): string => blocks.map(blockHtml).join('');

function blockHtml(block: PageBlock): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, escaped(block.text));
    case 'paragraph':
      return element('p', block.strong ? element('strong', lines(block.text)) : lines(block.text));
    case 'list':
      return element('ul', block.items.map((item) => element('li', lines(item))).join(''));
    case 'links':
      return element('ul', block.links.map((each) => element('li', link(each))).join(''));
  }
}
