// What is built: the product's static pages (dist/), its worker (build/worker/), and the sandbox's pages and server (build/sandbox/).
// One transpiler and minifier for all of it: swc. Run through scripts/build.mjs, which prints the sizes.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const root = path.dirname(fileURLToPath(import.meta.url));

/** @param {RegExp} test @param {boolean} tsx whether `<` begins an element, or a type */
const transpile = (test, tsx) => ({
  test,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
      module: { type: 'es6' },
      sourceMaps: true,
      swcrc: false,
    },
  },
});

/** @param {string} name the entry's, and the file's @param {string} title of the page */
const page = (name, title) =>
  new HtmlWebpackPlugin({
    filename: `${name}.html`,
    title,
    chunks: [name],
    template: path.join(root, 'src/page.html'),
    scriptLoading: 'defer',
  });

/**
 * Modules that do nothing by being loaded: what a page does not use of them is left out, and an index file brings along no more
 * than what is taken from it. The Graph client's package does not say so itself.
 */
const onlyWhatIsUsed = {
  include: [path.join(root, 'src'), path.join(root, 'node_modules/@microsoft/microsoft-graph-client')],
  sideEffects: false,
};

/** @type {import('webpack').Configuration} */
const common = {
  mode: 'production',
  context: root,
  devtool: 'source-map',
  module: { rules: [transpile(/\.ts$/, false), transpile(/\.tsx$/, true), onlyWhatIsUsed] },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  performance: false,
};

/** @type {import('webpack').Configuration['optimization']} */
const forBrowsers = {
  splitChunks: { chunks: 'all' },
  minimizer: [
    new MinimizerPlugin({
      minify: MinimizerPlugin.swcMinify,
      minimizerOptions: { ecma: 2022 },
      extractComments: false,
    }),
  ],
};

/** @param {string} folder inside the repository @returns {NonNullable<import('webpack').Configuration['output']>} */
const nodeModule = (folder) => ({
  path: path.join(root, folder),
  filename: '[name].mjs',
  module: true,
  chunkFormat: 'module',
  clean: true,
});

/** @satisfies {import('webpack').Configuration} */
const forNode = {
  // import.meta.url means the built file: webpack would otherwise write in where the source lay on this machine.
  module: { ...common.module, parser: { javascript: { importMeta: false } } },
  // Packages stay where npm put them: only our own files are bundled.
  externalsType: 'module',
  externals: [/^[a-z@][^:]*$/i],
  experiments: { outputModule: true },
  optimization: { minimize: false },
};

/** @type {import('webpack').Configuration[]} */
export default [
  {
    ...common,
    name: 'product',
    target: ['web', 'es2022'],
    entry: { tab: './src/tab.tsx', configure: './src/configure.tsx', 'sign-in': './src/signIn.ts' },
    // @hpke/core asks for Node's crypto where there is no WebCrypto; browsers always have it.
    resolve: { ...common.resolve, fallback: { crypto: false } },
    output: { path: path.join(root, 'dist'), filename: '[name].[contenthash:8].js', publicPath: 'auto', clean: true },
    optimization: forBrowsers,
    plugins: [
      page('tab', 'Showing leadership'),
      page('configure', 'Showing leadership: set up'),
      page('sign-in', 'Sign in'),
    ],
  },
  {
    ...common,
    name: 'sandbox-pages',
    target: ['web', 'es2022'],
    entry: { teams: './sandbox/teams/main.tsx', sharepoint: './sandbox/sharepoint/main.tsx' },
    output: {
      path: path.join(root, 'build/sandbox/pages'),
      filename: '[name].[contenthash:8].js',
      publicPath: '/',
      clean: true,
    },
    optimization: forBrowsers,
    plugins: [page('teams', 'Sandbox Teams'), page('sharepoint', 'Sandbox SharePoint')],
  },
  {
    ...common,
    name: 'worker',
    target: 'node20',
    entry: { worker: './src/worker.ts' },
    output: nodeModule('build/worker'),
    ...forNode,
  },
  {
    ...common,
    name: 'sandbox-server',
    target: 'node20',
    entry: { server: './sandbox/server.ts' },
    output: nodeModule('build/sandbox/server'),
    ...forNode,
  },
];
