// `npm run bench`: bundles bench/ as the sandbox's server is bundled, and runs it; names of measures run only those.
import path from 'node:path';
import configurations from '../webpack.config.js';
import { bundle, tell } from './bundle.mjs';
import { root, run } from './common.mjs';

const folder = path.join(root, 'build/bench');
const server = configurations.find(({ name }) => name === 'sandbox-server');
const stats = await bundle({
  ...server,
  name: 'bench',
  entry: { bench: './bench/main.ts' },
  output: { ...server?.output, path: folder },
});
tell(stats);
process.exitCode = stats.hasErrors()
  ? 1
  : await run(process.execPath, [path.join(folder, 'bench.mjs'), ...process.argv.slice(2)]);
