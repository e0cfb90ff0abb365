// The page itself as a host sees it: links to its screens, and the way to other pages.

/** The page's address with a sub page; the query, which says whose lists are shown, stays. */
export function pageAt(page: string, subPage: string): string {
  const url = new URL(page);
  url.hash = `/${subPage}`;
  return url.href;
}

/** Opens a web page in a window of its own, which learns nothing of ours. Anything but http and https is refused. */
export function openWebPage(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`Not a web address: ${url}`);
  window.open(url, '_blank', 'noopener,noreferrer');
}
