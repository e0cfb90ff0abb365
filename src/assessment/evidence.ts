// What may be given as a link to evidence: an address of the web, nothing that could run.

/** Whether text is a web address (http or https). Anything else, `javascript:` above all, is refused. */
export function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text.trim());
    return url.protocol === 'https:' || url.protocol === 'http:';
  } catch {
    return false;
  }
}
