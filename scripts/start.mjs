// `npm start`: from a fresh clone to a running Microsoft 365 of one's own. Installs and builds where needed, starts the
// sandbox's server, and opens the browser where there is one.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { nodeTooOld, root, run } from './common.mjs';
import { buildIsCurrent } from './inputs.mjs';
import { install } from './install.mjs';

/**
 * How this machine opens a page, or null where it should or can not.
 * @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env @param {string} url
 * @returns {[string, ...string[]] | null}
 */
function opener(platform, env, url) {
  if (env.NO_OPEN === '1' || env.CI) return null;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open', url] : null;
}

/** @param {string} url */
function openBrowser(url) {
  const command = opener(process.platform, process.env, url);
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => console.log(`No browser could be opened here: open ${url} yourself.`));
  child.unref();
}

/** npm does not pass on that it was told to end, and what it started would live on. @param {() => void} stop */
function whenNpmEnds(stop) {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, 1000);
  look.unref();
}

/** Runs the server until it ends or we are asked to. @returns {Promise<number>} its exit code */
function serve() {
  return new Promise((resolve) => {
    const server = spawn(process.execPath, [path.join(root, 'build/sandbox/server/server.mjs')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: server.stdout }).on('line', (line) => {
      console.log(line);
      const ready = /^Ready: (http\S+)$/.exec(line);
      if (ready?.[1]) openBrowser(ready[1]);
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
    }
    whenNpmEnds(() => server.kill('SIGTERM'));
    server.on('close', (code) => resolve(code ?? 1));
  });
}

/** @returns {Promise<number>} the exit code */
async function start() {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld) console.error(tooOld);
  if (tooOld || !(await install(root))) return 1;
  if (!buildIsCurrent()) {
    // In a process of its own: what it needs may have been installed only a moment ago.
    const code = await run(process.execPath, ['scripts/build.mjs']);
    if (code !== 0) return code;
  }
  return serve();
}

process.exitCode = await start();
