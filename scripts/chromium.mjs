// Finds a Chromium for the browser tests, or obtains one: an installed Chrome, Edge or Chromium; else the system's
// package manager; else the test tool's own download. No dependencies until the last step.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, tool } from './common.mjs';

const linux = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
];
const mac = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * Where a browser may lie on this machine, best first.
 * @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function places(platform, env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.join(os.homedir(), 'Applications')];
    return mac.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return windows.flatMap((name) => folders.map((folder) => `${folder}\\${name}`));
  }
  const folders = [...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return linux.flatMap((name) =>
    folders.filter((folder) => folder !== '').map((folder) => path.posix.join(folder, name)),
  );
}

/**
 * The browser on this machine, or null. A CHROMIUM that is set counts before all others.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null}
 */
export function installedChromium(env = process.env) {
  return (
    [...(env.CHROMIUM ? [env.CHROMIUM] : []), ...places(process.platform, env)].find((place) => existsSync(place)) ??
    null
  );
}

/** What each package manager calls it. @type {readonly { manager: string, commands: readonly string[][], needsRoot: boolean }[]} */
const managers = [
  {
    manager: 'apt-get',
    commands: [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ],
    needsRoot: true,
  },
  { manager: 'dnf', commands: [['install', '-y', '-q', 'chromium']], needsRoot: true },
  { manager: 'apk', commands: [['add', '--no-progress', 'chromium']], needsRoot: true },
  { manager: 'pacman', commands: [['-Sy', '--noconfirm', '--needed', 'chromium']], needsRoot: true },
  { manager: 'brew', commands: [['install', '--cask', 'chromium']], needsRoot: false },
];

/** @param {string} program @returns {boolean} whether it is on the path */
function onPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

/** Whether we may install software for the whole machine, and how. @returns {Promise<string[] | null>} what to put before the command */
async function asRoot() {
  if (process.getuid?.() === 0) return [];
  return onPath('sudo') && (await run('sudo', ['-n', 'true'], { quiet: true })) === 0 ? ['sudo', '-n'] : null;
}

/** Asks the system's package manager. @returns {Promise<void>} */
async function fromPackageManager() {
  const found = managers.find(({ manager }) => onPath(manager));
  const prefix = found?.needsRoot ? await asRoot() : [];
  if (!found || !prefix) return;
  console.log(`  no Chrome, Edge or Chromium here: installing Chromium with ${found.manager} …`);
  for (const command of found.commands) {
    const [program = found.manager, ...args] = [...prefix, found.manager, ...command];
    const code = await run(program, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, quiet: true });
    if (code !== 0) console.log(`  ${[program, ...args].join(' ')} failed (exit code ${code})`);
  }
}

/** Asks the test tool for its own. @returns {Promise<string | null>} */
async function fromTestTool() {
  console.log('  downloading Chromium with playwright-core …');
  await tool('playwright-core/cli.js', ['install', 'chromium']);
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * A Chromium, whatever it takes; says what it does. Null when all ways failed.
 * @returns {Promise<string | null>}
 */
export async function obtainChromium() {
  const present = installedChromium();
  if (present) {
    console.log(`  browser: ${present} (already installed)`);
    return present;
  }
  await fromPackageManager();
  const obtained = installedChromium() ?? (await fromTestTool());
  if (obtained) console.log(`  browser: ${obtained} (obtained just now)`);
  else console.error('  no browser: install Chrome, Edge or Chromium, or set CHROMIUM to one');
  return obtained;
}
