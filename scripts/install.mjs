// Installs the dependencies when they are absent or not those of package-lock.json, and says so while it takes long.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { npm, took } from './common.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry> | null} the packages a lockfile names; null where there is none
 */
function packagesIn(file) {
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * Whether what is installed is what the lockfile asks for. npm writes its own list last, so a broken-off install counts as none.
 * @param {string} folder the repository's
 */
export function isInstalled(folder) {
  const wanted = packagesIn(path.join(folder, 'package-lock.json'));
  const present = packagesIn(path.join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  // Native packages of other machines are optional and rightly absent.
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || present[place]?.version === version || (optional === true && present[place] === undefined),
  );
}

/**
 * Installs where needed.
 * @param {string} folder the repository's
 * @returns {Promise<boolean>} whether everything is there now
 */
export async function install(folder) {
  if (isInstalled(folder)) return true;
  const since = performance.now();
  console.log('Installing (about half a minute) …');
  const clock = setInterval(() => console.log(`  still installing, ${took(since)}`), 15_000);
  // Also where NODE_ENV=production is set: building and testing need the development packages.
  const code = await npm(['ci', '--include=dev', '--no-progress']);
  clearInterval(clock);
  if (code === 0) console.log(`Installed in ${took(since)}`);
  else
    console.error(
      'The dependencies could not be installed. npm says why above; mostly the registry cannot be reached.',
    );
  return code === 0;
}
