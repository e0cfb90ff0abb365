// `npm run worker -- remind|digest|watch [--dry-run]`: builds the worker where it is not built yet, and runs it. With SANDBOX set to the
// address of a sandbox, that answers in Microsoft's place.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './common.mjs';
import { buildIsCurrent, inputsHash } from './inputs.mjs';

const built = path.join(root, 'build/worker/worker.mjs');
const stamp = path.join(root, 'build/worker.sha256');

/** @returns {boolean} whether the worker was built, by itself or with all the rest, from what is here now */
function isCurrent() {
  if (!existsSync(built)) return false;
  return buildIsCurrent() || (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash(root));
}

/** @returns {Promise<boolean>} whether all went well */
async function build() {
  const [{ default: configurations }, { bundle, tell }] = await Promise.all([
    import('../webpack.config.js'),
    import('./bundle.mjs'),
  ]);
  const inputs = inputsHash(root);
  const configuration = configurations.find(({ name }) => name === 'worker');
  if (!configuration) throw new Error('webpack.config.js does not say how to build the worker.');
  const stats = await bundle(configuration);
  tell(stats);
  if (!stats.hasErrors()) writeFileSync(stamp, inputs);
  return !stats.hasErrors();
}

/** Runs it; signals go on to it, so that it finishes what it has begun. @param {readonly string[]} args @returns {Promise<number>} */
function work(args) {
  const sandboxNetwork = String(pathToFileURL(path.join(root, 'scripts/sandboxNetwork.mjs')));
  const preload = process.env.SANDBOX ? ['--import', sandboxNetwork] : [];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...preload, built, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

process.exitCode = isCurrent() || (await build()) ? await work(process.argv.slice(2)) : 1;
