// `npm run bench`: measures what is felt, as ratios where it can. `npm run bench -- opening sealing` measures only those.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { roleHere } from './beside';
import { beCrowd } from './crowd';
import { type Figure, isOver, type Measure, type Measured, resultsOf, tableOf } from './figures';
import { growth } from './growth';
import { meetings } from './meetings';
import { opening } from './opening';
import { queued } from './queued';
import { beSandbox } from './sandboxProcess';
import { sealing } from './sealing';
import { showingAnswers } from './showing';
import { workerDigest } from './workerDigest';

const measures: readonly Measure[] = [sealing, growth, opening, queued, showingAnswers, workerDigest, ...meetings];

// Built to build/bench, two folders below the root of the repository.
const resultsFile = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../bench/results.json');

function wanted(names: readonly string[]): readonly Measure[] {
  const unknown = names.filter((name) => !measures.some((measure) => measure.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no measure ${unknown.join(', ')}. There are: ${measures.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names.length === 0 ? measures : measures.filter(({ name }) => names.includes(name));
}

/** A measure that cannot be taken, on a machine too busy to keep up, say, leaves the others alone. */
async function take({ name, run }: Measure): Promise<readonly Figure[] | null> {
  try {
    return await run((text) => console.error(`  ${name}: ${text}`));
  } catch (error) {
    console.error(`  ${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return null;
  }
}

async function measureAll(chosen: readonly Measure[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const measure of chosen) {
    const { name, title } = measure;
    const since = performance.now();
    const figures = await take(measure);
    if (figures === null) continue;
    const seconds = Math.round((performance.now() - since) / 100) / 10;
    console.log(`\n${title} (${name}, ${seconds} s)\n${tableOf(figures)}`);
    measured.push({ measure: name, seconds, figures });
  }
  return measured;
}

/** What this program does when it was started beside another run of itself. */
const roles = new Map([
  ['sandbox', beSandbox],
  ['crowd', beCrowd],
]);

async function main(): Promise<void> {
  const measured = await measureAll(wanted(process.argv.slice(2)));
  writeFileSync(resultsFile, `${JSON.stringify(resultsOf(measured, new Date()), null, 2)}\n`);
  const seconds = measured.reduce((sum, each) => sum + each.seconds, 0);
  const over = measured.flatMap(({ figures }) => figures.filter(isOver));
  console.log(
    `\nTook ${seconds.toFixed(0)} s. ${over.length === 0 ? 'Everything is within its limits.' : `${over.length} over the limit.`}`,
  );
  if (over.length > 0) process.exitCode = 1;
}

try {
  await (roles.get(roleHere() ?? '') ?? main)();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// Where a measure failed, people it had brought in may still be looking for changes.
process.exit();
