// The checks that need no test to run: types, lint and format, floors, lockfile, unused code. Each says how long it took.
import { isMain, run, took, tool } from './common.mjs';

/** @type {readonly { name: string, run: () => Promise<number> }[]} */
const checks = [
  { name: 'types of the product', run: () => tool('typescript/bin/tsc', ['-p', 'tsconfig.json']) },
  { name: 'types of everything', run: () => tool('typescript/bin/tsc', ['-p', 'tsconfig.tools.json']) },
  {
    name: 'lint and format',
    run: () =>
      tool('@biomejs/biome/bin/biome', [
        'ci',
        '--error-on-warnings',
        ...(process.stdout.isTTY ? [] : ['--colors=off']),
      ]),
  },
  { name: 'floors', run: () => run(process.execPath, ['scripts/layers.mjs']) },
  { name: 'lockfile', run: () => run(process.execPath, ['scripts/lockfile.mjs']) },
  { name: 'unused code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
];

/** Runs them all, also after one failed. @returns {Promise<{ passed: number, failed: number }>} */
export async function check() {
  const counts = { passed: 0, failed: 0 };
  for (const { name, run: runCheck } of checks) {
    const since = performance.now();
    const well = (await runCheck()) === 0;
    console.log(`  ${well ? 'ok    ' : 'FAILED'} ${name} (${took(since)})`);
    counts[well ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

if (isMain(import.meta.url)) {
  process.exitCode = (await check()).failed > 0 ? 1 : 0;
}
