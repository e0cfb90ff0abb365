// A person at a browser: one window of the local Teams, signed in as somebody, with everything that must not go wrong watched.
import axe from 'axe-core';
import type { BrowserContext, Frame, FrameLocator, Page } from 'playwright-core';

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fluent's focus sentinels are hidden and focusable on purpose: the focus never stays on one (microsoft/fluentui, tabster). */
const focusSentinels = '[data-tabster-dummy]';

/** teams-js asks Microsoft for the list of hosts it may trust; here nothing leaves the machine. */
const trustedHosts = { validOrigins: ['teams.microsoft.com', '*.cloud.microsoft'] };

/** What went wrong in any window so far. A test ends with it empty. */
export interface Troubles {
  readonly found: string[];
}

/** Lets every window of a profile answer teams-js's own request from here. */
export async function prepareProfile(context: BrowserContext): Promise<void> {
  await context.route('https://res.cdn.office.net/**', (route) =>
    route.fulfill({ json: trustedHosts, headers: { 'access-control-allow-origin': '*' } }),
  );
}

/** Opens a window in a profile and watches it: console errors, unhandled rejections, failed requests. */
export async function openWindow(context: BrowserContext, who: string, troubles: Troubles): Promise<Page> {
  const page = await context.newPage();
  const note = (what: string) => troubles.found.push(`${who}: ${what}`);
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`unhandled: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    // A request that its own page gave up by leaving is no trouble.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      note(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`answer: ${response.status()} ${response.url()}`);
  });
  return page;
}

/** The product's page inside a window of Teams: the frame that shows it now. */
export const product = (page: Page): FrameLocator => page.frameLocator('iframe[data-product]');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds (WCAG 2.0 to 2.2, A and AA) in every frame of a window; each finding in a line. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  const perFrame = await Promise.all(page.frames().map(findingsIn));
  return perFrame.flat();
}

async function findingsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const result: AxeResult = await frame.evaluate(
    `axe.run({ exclude: [${JSON.stringify(focusSentinels)}] }, { runOnly: ${JSON.stringify(axeTags)}, iframes: false, resultTypes: ['violations'] })`,
  );
  return result.violations.map(
    ({ id, help, nodes }) => `${frame.url()}: ${id}, ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
}
