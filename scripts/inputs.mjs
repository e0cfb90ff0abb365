// Whether the build is up to date: a hash over everything it is made from, kept beside it. No dependencies.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './common.mjs';

/** Where the hash of the last whole build's inputs is kept. */
export const buildStamp = path.join(root, 'build/inputs.sha256');

const inputs = ['src', 'sandbox', 'webpack.config.js', 'package-lock.json', 'scripts/build.mjs'];

/** @param {string} place @returns {string[]} the files at or below it, sorted */
function filesIn(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}

/** @param {string} folder the repository's @returns {string} a hash of all the build is made from */
export function inputsHash(folder) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(path.join(folder, input)))) {
    hash.update(path.relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @returns {boolean} whether the last whole build was made from what is here now */
export function buildIsCurrent() {
  return (
    statSync(buildStamp, { throwIfNoEntry: false }) !== undefined &&
    readFileSync(buildStamp, 'utf8') === inputsHash(root)
  );
}
