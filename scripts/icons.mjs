// Draws the icons of the Teams app from their SVG sources (appPackage/icons/), with the Chromium that tests use. Run by
// hand after a source was changed: `node scripts/icons.mjs`; the pictures are committed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { obtainChromium } from './chromium.mjs';
import { root } from './common.mjs';

const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const executablePath = await obtainChromium();
if (!executablePath) throw new Error('Drawing the icons needs a Chromium.');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
for (const { name, size } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(path.join(root, `appPackage/icons/${name}.svg`), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: path.join(root, `appPackage/${name}.png`), omitBackground: true });
  console.log(`appPackage/${name}.png (${size} × ${size})`);
}
await browser.close();
