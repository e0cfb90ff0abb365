// Runs webpack once.
import webpack from 'webpack';

/**
 * Bundles, and prints what went wrong or looks wrong.
 * @param {import('webpack').Configuration} configuration
 * @returns {Promise<import('webpack').Stats>}
 */
export async function bundle(configuration) {
  const compiler = webpack(configuration);
  /** @type {import('webpack').Stats} */
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) =>
      compiler.close((closing) => (error || closing || !result ? reject(error ?? closing) : resolve(result))),
    );
  });
  if (stats.hasErrors() || stats.hasWarnings()) {
    const what = { all: false, errors: true, warnings: true, errorStack: false, colors: process.stdout.isTTY };
    console.error(stats.toString(what));
  }
  return stats;
}
