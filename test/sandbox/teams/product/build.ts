// Bundles the test product into a folder of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../../../scripts/bundle.mjs';

/** Builds `tab.html` and `configure.html` with the test product in them; answers the folder and how to remove it. */
export async function buildProduct(): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'test-product-'));
  const stats = await bundle({
    mode: 'development',
    devtool: false,
    target: ['web', 'es2022'],
    entry: path.join(__dirname, 'app.ts'),
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
    output: { path: folder, filename: 'app.js' },
  });
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  for (const page of ['tab', 'configure']) {
    writeFileSync(
      path.join(folder, `${page}.html`),
      `<!doctype html><html lang="en-GB"><head><title>Test product</title><link rel="icon" href="data:," />
      <script defer src="app.js"></script></head><body><p>${page} of the test product</p></body></html>`,
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
