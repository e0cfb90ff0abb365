// The one way in which tests start a browser: the Chromium that `npm test` found (CHROMIUM), with nothing of the
// machine's own browsing in it and nothing that calls home.
import { type Browser, chromium } from 'playwright-core';
import { installedChromium } from '../../scripts/chromium.mjs';

// Playwright gives every launched browser a fresh temporary user-data-dir and deletes it on close.
const flags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Playwright's own list of features it switches off (the last list counts), but for storage partitioning: without that,
  // Chromium refuses a framed page of another site any storage, which no council's browser does.
  `--disable-features=${[
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
  ].join()}`,
];

/** Starts a headless Chromium; each of its contexts is a profile of its own. Whoever calls closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installedChromium() ?? chromium.executablePath();
  // Chromium's own sandbox cannot start as root, which is what containers run tests as.
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, headless: true, args: asRoot ? [...flags, '--no-sandbox'] : flags });
}
