// The scene of an end-to-end walk: a sandbox with the built product, a browser, people in profiles, and eyes on everything that must not go wrong.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningSandbox, startSandbox } from '../../sandbox/start';
import { launchBrowser } from '../browser/launch';
import { axeFindings, openWindow, prepareProfile, type Troubles } from '../browser/person';

const root = path.resolve(__dirname, '../..');
/** Where pictures of the visited screens go; none are taken where it is not set. */
const pictures = process.env.WALK_PICTURES;

export interface Stage {
  readonly sandbox: RunningSandbox;
  readonly troubles: Troubles;
  /** A browser profile of its own. */
  profile(): Promise<BrowserContext>;
  /** A window of the local Teams in a profile. `query` says who, where and in which theme. */
  window(profile: BrowserContext, query: string): Promise<Page>;
  /** Looks at a screen: axe finds nothing (and a picture is taken where they are wanted). */
  look(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

/** Sets the scene. Nothing of it is left after `close`. */
export async function setStage(): Promise<Stage> {
  const sandbox = await startSandbox({
    port: 0,
    directory: ':memory:',
    productDirectory: path.join(root, 'dist'),
    pagesDirectory: path.join(root, 'build/sandbox/pages'),
    quiet: true,
    recordExchanges: true,
    settings: { tenantSize: 'without-limit' },
  });
  const browser: Browser = await launchBrowser();
  const troubles: Troubles = { found: [] };
  return {
    sandbox,
    troubles,
    async profile() {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
      context.setDefaultTimeout(15_000);
      await prepareProfile(context);
      return context;
    },
    async window(profile, query) {
      const page = await openWindow(profile, query, troubles);
      await page.goto(`${sandbox.origin}/?${query}`);
      return page;
    },
    async look(page, name) {
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: path.join(pictures, `${name}.png`) });
      }
      troubles.found.push(...(await axeFindings(page)).map((finding) => `${name}: ${finding}`));
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}
