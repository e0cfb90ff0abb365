// Mends what a machine can: formatting, the lint faults with a safe answer, and the lockfile.
import { run, tool } from './common.mjs';

const codes = [
  await tool('@biomejs/biome/bin/biome', ['check', '--write']),
  await run(process.execPath, ['scripts/lockfile.mjs', '--write']),
];
process.exitCode = Math.max(...codes);
