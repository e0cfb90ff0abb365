// Builds the product and the sandbox with webpack, prints what a page's first script weighs, and refuses to let the
// tab's grow beyond its limit. `node scripts/build.mjs sandbox-server` builds one part.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import configurations from '../webpack.config.js';
import { bundle, tell } from './bundle.mjs';
import { root, took } from './common.mjs';
import { buildStamp, inputsHash } from './inputs.mjs';

/** The answer screen's first script, gzipped: what a council's laptop must fetch before anything shows. */
const limitInBytes = 250_000;

/**
 * What each page of the product loads at once.
 * @param {import('webpack').Stats} stats
 * @returns {{ name: string, bytes: number }[]} gzipped
 */
function initialScripts(stats) {
  const points = stats.toJson({ all: false, entrypoints: true }).entrypoints ?? {};
  return Object.entries(points).map(([name, { assets = [] }]) => ({
    name,
    bytes: assets
      .filter((asset) => asset.name.endsWith('.js'))
      .map((asset) => gzipSync(readFileSync(path.join(root, 'dist', asset.name))).length)
      .reduce((sum, bytes) => sum + bytes, 0),
  }));
}

/** @param {import('webpack').Stats} stats @returns {boolean} whether every page is light enough */
function weigh(stats) {
  const heavy = initialScripts(stats).filter(({ name, bytes }) => {
    console.log(`  ${name}.html: initial script ${Math.round(bytes / 1000)} kB gzip`);
    return name === 'tab' && bytes > limitInBytes;
  });
  for (const { name } of heavy)
    console.error(
      `  ${name}.html: more than ${limitInBytes / 1000} kB: load what the first screen does not need later`,
    );
  return heavy.length === 0;
}

/**
 * Builds the named parts, or all.
 * @param {readonly string[]} only names from webpack.config.js
 * @returns {Promise<boolean>} whether all went well
 */
async function build(only) {
  const parts = configurations.filter(({ name = '' }) => only.length === 0 || only.includes(name));
  const inputs = inputsHash(root);
  rmSync(buildStamp, { force: true });
  let well = parts.length > 0;
  for (const part of parts) {
    const since = performance.now();
    process.stdout.write(`Building ${part.name} … `);
    const stats = await bundle(part);
    console.log(stats.hasErrors() ? 'failed' : took(since));
    tell(stats);
    well = !stats.hasErrors() && (part.name !== 'product' || weigh(stats)) && well;
  }
  if (well && only.length === 0) {
    mkdirSync(path.dirname(buildStamp), { recursive: true });
    writeFileSync(buildStamp, inputs);
  }
  return well;
}

process.exitCode = (await build(process.argv.slice(2))) ? 0 : 1;
