// `npm test`: everything that says whether the product is sound, from a fresh clone. Installs what is missing, finds or
// obtains a browser, then checks, builds and tests; the last line counts it all.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nodeTooOld, root, run, took, tool } from './common.mjs';
import { install } from './install.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Says what a stage is, runs it, says how long it took.
 * @param {string} name @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
async function stage(name, work) {
  const since = performance.now();
  console.log(`\n${name}`);
  const counts = await work();
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed (${took(since)})`);
  return counts;
}

/** @param {boolean} well @returns {Counts} */
const one = (well) => ({ passed: Number(well), failed: Number(!well) });

/**
 * Runs some of jest's projects. A test file that could not even be loaded counts as one failed test.
 * @param {string} name of the stage @param {readonly string[]} options for jest @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Counts>}
 */
async function jest(name, options, env = process.env) {
  const report = path.join(root, `build/test/${name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const code = await tool('jest/bin/jest.js', [...options, '--json', `--outputFile=${report}`], { env });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch (error) {
    console.error(`jest left no report (exit code ${code}): ${error}`);
    return one(false);
  }
}

/** The tests in a real browser. @returns {Promise<Counts>} */
async function inBrowser() {
  const { obtainChromium } = await import('./chromium.mjs');
  const browser = await obtainChromium();
  return browser
    ? jest('browser', ['--selectProjects=browser', '--maxWorkers=2'], { ...process.env, CHROMIUM: browser })
    : one(false);
}

/** @returns {Promise<Counts>} */
async function all() {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld) console.error(tooOld);
  if (tooOld || !(await install(root))) return one(false);
  const { check } = await import('./check.mjs');
  const checks = await stage('Checks', check);
  const build = await stage('Build', async () => one((await run(process.execPath, ['scripts/build.mjs'])) === 0));
  const unit = await stage('Tests without a browser', () =>
    jest('unit', ['--selectProjects=unit', '--selectProjects=dom', '--maxWorkers=100%']),
  );
  const browser = build.failed ? { passed: 0, failed: 0 } : await stage('Tests in a browser', inBrowser);
  if (build.failed) console.log('\nTests in a browser: left out, because the build failed');
  return [checks, build, unit, browser].reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

const since = performance.now();
const { passed, failed } = await all();
console.log(`\nAll of it took ${took(since)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
