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
];

/** Starts a headless Chromium; each of its contexts is a profile of its own. Whoever calls closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installedChromium() ?? chromium.executablePath();
  // Chromium's own sandbox cannot start as root, which is what containers run tests as.
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, headless: true, args: asRoot ? [...flags, '--no-sandbox'] : flags });
}
