// Keeps package-lock.json fit for `npm ci` on every machine: it names no registry host, and it has an entry for the
// native packages of every platform, also those which the registry it was written against did not offer (npm then
// leaves them out, and `npm ci` refuses the whole file). `npm run fix` writes what is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMain, root } from './common.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lockfile
 */

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * What a native package's name says about where it runs: `@swc/core-linux-arm64-musl` → linux, arm64, musl.
 * @param {string} name
 * @returns {Pick<Entry, 'os' | 'cpu' | 'libc'>}
 */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}

/**
 * Whether the package at `from` finds `name` in the lockfile, looking upwards as Node does.
 * @param {Lockfile} lock @param {string} from @param {string} name
 */
function resolves(lock, from, name) {
  const steps = from.split('/node_modules/');
  return (
    steps.some((_, up) => {
      const place = steps.slice(0, steps.length - up).join('/node_modules/');
      return lock.packages[`${place}/node_modules/${name}`] !== undefined;
    }) || lock.packages[`node_modules/${name}`] !== undefined
  );
}

/**
 * Entries for native packages the lockfile should have and has not, keyed by their place.
 * @param {Lockfile} lock
 * @returns {Record<string, Entry>}
 */
export function missingEntries(lock) {
  /** @type {Record<string, Entry>} */
  const missing = {};
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolves(lock, place, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
        ...platformOf(name),
      };
    }
  }
  return missing;
}

/**
 * What is wrong with a lockfile, in words.
 * @param {Lockfile} lock
 * @returns {string[]}
 */
export function lockfileFaults(lock) {
  const hosts = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'));
  return [
    ...hosts.map(
      ([place]) => `${place} names a registry host: an install must use the registry of the machine it runs on`,
    ),
    ...Object.keys(missingEntries(lock)).map(
      (place) => `${place} is missing, so npm ci would refuse the file: npm run fix`,
    ),
  ];
}

/** @param {Lockfile} lock @returns {Lockfile} the same, complete and without hosts, in npm's order */
export function completed(lock) {
  const all = Object.entries({ ...lock.packages, ...missingEntries(lock) }).map(([place, { resolved, ...entry }]) => [
    place,
    resolved?.startsWith('http') ? entry : { ...entry, ...(resolved ? { resolved } : {}) },
  ]);
  const sorted = all.sort(([a], [b]) => String(a).localeCompare(String(b), 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (isMain(import.meta.url)) {
  const file = path.join(root, 'package-lock.json');
  /** @type {Lockfile} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const faults = lockfileFaults(lock);
  if (faults.length > 0 && process.argv.includes('--write')) {
    writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
    console.log(`package-lock.json: ${faults.length} entries mended`);
  } else {
    for (const fault of faults) console.error(`package-lock.json: ${fault}`);
    process.exitCode = faults.length > 0 ? 1 : 0;
  }
}
