// Runs webpack once.
import webpack from 'webpack';

/**
 * @param {import('webpack').Configuration} configuration
 * @returns {Promise<import('webpack').Stats>}
 */
export function bundle(configuration) {
  const compiler = webpack(configuration);
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) =>
      compiler.close((closing) => (error || closing || !stats ? reject(error ?? closing) : resolve(stats))),
    );
  });
}

/** Prints what went wrong or looks wrong. @param {import('webpack').Stats} stats */
export function tell(stats) {
  if (!stats.hasErrors() && !stats.hasWarnings()) return;
  const what = { all: false, errors: true, warnings: true, errorStack: false, colors: process.stdout.isTTY };
  console.error(stats.toString(what));
}
