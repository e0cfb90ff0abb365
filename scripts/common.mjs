// What every script here needs: where the repository is, how to run a program, how to speak of time. No dependencies,
// because `npm start` and `npm test` run before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Whether a module was started as the program, rather than imported.
 * @param {string} url the module's own `import.meta.url`
 */
export const isMain = (url) => process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);

/**
 * Runs a program to its end and gives its exit code (a program that cannot be started gives 127, one that was killed 1).
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options] `quiet` hides its output
 * @returns {Promise<number>}
 */
export function run(program, args, { env = process.env, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: root,
      env,
      shell,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs npm: the one that started us where there is one, else the one on the path.
 * @param {readonly string[]} args
 */
export function npm(args) {
  const self = process.env.npm_execpath;
  return self?.endsWith('.js')
    ? run(process.execPath, [self, ...args])
    : run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * Runs a program that came with a package of ours, by its JavaScript entry.
 * @param {string} entry inside node_modules @param {readonly string[]} [args] @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 */
export const tool = (entry, args = [], options = {}) =>
  run(process.execPath, [path.join(root, 'node_modules', entry), ...args], options);

/** @param {number} since from `performance.now()` @returns {string} such as `3.2 s` */
export const took = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * A sentence for someone whose Node is too old for this product, or null.
 * @param {string} version such as `20.20.2`
 */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `This needs Node 20.19 or newer; you have ${version}. Get a newer one from https://nodejs.org and run the command again.`;
}
