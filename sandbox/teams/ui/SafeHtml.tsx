// The HTML of a message, or of a page's text, as React nodes: only what Teams and SharePoint allow there survives, and nothing is ever set as HTML.
import { Fragment, type ReactNode } from 'react';

export interface SafeHtmlProps {
  readonly html: string;
  onLink(url: string): void;
  /** What stands in the place of an attachment, by its id. */
  attachment(id: string): ReactNode;
}

const plainTags = [
  'h2',
  'h3',
  'h4',
  'p',
  'div',
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
] as const;
const dropped = ['script', 'style', 'iframe', 'object', 'embed', 'template'];

/** Renders a message; an element that is not allowed leaves its text behind. */
export function SafeHtml(props: SafeHtmlProps) {
  const parsed = new DOMParser().parseFromString(props.html, 'text/html');
  return <>{children(parsed.body, props)}</>;
}

function children(parent: Node, props: SafeHtmlProps): ReactNode {
  // The position is the only identity a part of a message has, and a message never changes.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return [...parent.childNodes].map((node, index) => <Fragment key={index}>{render(node, props)}</Fragment>);
}

function render(node: Node, props: SafeHtmlProps): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const tag = node.tagName.toLowerCase();
  if (dropped.includes(tag)) return null;
  if (tag === 'br') return <br />;
  if (tag === 'at') return <strong>{node.textContent}</strong>;
  if (tag === 'attachment') return props.attachment(node.id);
  if (tag === 'a') return link(node, props);
  const Plain = plainTags.find((allowed) => allowed === tag);
  return Plain ? <Plain>{children(node, props)}</Plain> : children(node, props);
}

function link(node: Element, props: SafeHtmlProps): ReactNode {
  const url = node.getAttribute('href') ?? '';
  if (!/^https?:\/\//i.test(url)) return children(node, props);
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        props.onLink(url);
      }}
    >
      {children(node, props)}
    </a>
  );
}
