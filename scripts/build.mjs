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

/** What the answer screen cannot do without: the tab's first script, the lists and ciphers, and the screen itself. */
const answerScreen = ['tab', 'work', 'answer'];

/** @typedef {{ assets?: { name: string }[] }} Group */

/** @param {readonly (Group | undefined)[]} groups @returns {number} gzipped bytes of their scripts, each counted once */
function weightOf(groups) {
  const names = new Set(groups.flatMap((group) => (group?.assets ?? []).map((asset) => asset.name)));
  return [...names]
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipSync(readFileSync(path.join(root, 'dist', name))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** @param {number} bytes */
const inWords = (bytes) => `${Math.round(bytes / 1000)} kB gzip`;

/** @param {import('webpack').Stats} stats @returns {boolean} whether the tab is light enough */
function weigh(stats) {
  const { entrypoints = {}, namedChunkGroups = {} } = stats.toJson({
    all: false,
    entrypoints: true,
    chunkGroups: true,
  });
  for (const [name, group] of Object.entries(entrypoints))
    console.log(`  ${name}.html: initial script ${inWords(weightOf([group]))}`);
  const answering = weightOf(answerScreen.map((name) => namedChunkGroups[name]));
  console.log(`  the answer screen with all it needs but sign-in: ${inWords(answering)}`);
  if (weightOf([entrypoints.tab]) <= limitInBytes) return true;
  console.error(`  tab.html: more than ${inWords(limitInBytes)}: load what the first screen does not need later`);
  return false;
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
