// `npm run soak [-- schedules]`: many more random schedules of three devices and faults than `npm test` plays (10,000 where no number is
// named). What fails is reported with a seed and a path; SEED=… PATH_OF_SEED=… npm run soak repeats it.
import { root, tool } from './common.mjs';
import { install } from './install.mjs';

const wanted = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(wanted) || wanted < 1) {
  console.error(`“${process.argv[2]}” is no number of schedules.`);
  process.exitCode = 1;
} else if (await install(root)) {
  process.exitCode = await tool('jest/bin/jest.js', ['--selectProjects=unit', 'test/replica/convergence.test.ts'], {
    env: { ...process.env, SCHEDULES: String(wanted) },
  });
} else process.exitCode = 1;
