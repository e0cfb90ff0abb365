// The house's floors, enforced: each file of src/ imports only from its own floor or from floors below it. A broken
// rule is told with its reason, so that whoever meets it knows what to do instead.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { isMain, root } from './common.mjs';

/** From top to bottom. Entries are the files that lie directly in src/. */
export const floors = [
  'entries',
  'hosts',
  'ui',
  'unattended',
  'commands',
  'connection',
  'replica',
  'channel',
  'sharepoint',
  'report',
  'pictures',
  'sealing',
  'assessment',
  'graph',
  'framework',
  'words',
  'base',
];

/** The only floors the rules of an assessment may know: they are pure. */
const pureFloors = ['assessment', 'framework', 'words', 'base'];

/** Packages that only some floors may import: which packages, which floors, and why. */
const keptPackages = [
  {
    packages: /^@microsoft\/teams-js$|^@azure\/msal-(browser|node)$/,
    floors: ['hosts'],
    why: 'what depends on Teams or on a sign-in library stays in src/hosts/, so that every other floor runs in any host and in a test',
  },
  {
    packages: /^react$|^react\/|^react-dom$|^react-dom\/|^@fluentui\//,
    floors: ['ui', 'pictures', 'entries'],
    why: 'only what draws knows React and Fluent, so that the rules, the stores and the unattended worker run without a screen',
  },
];

/**
 * @typedef {{ from: string, specifier: string, to: string | null }} Import `to` is the imported file, null for a package; both relative to the root
 * @typedef {{ file: string, message: string }} Violation
 */

/** @param {string} folder @returns {string[]} its TypeScript files, at any depth */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return sources(place);
      return /\.tsx?$/.test(entry.name) ? [place] : [];
    });
}

/** @param {unknown} node @param {(node: Record<string, unknown>) => void} visit called for every node of a syntax tree */
function walk(node, visit) {
  if (Array.isArray(node)) for (const child of node) walk(child, visit);
  else if (node !== null && typeof node === 'object') {
    visit(/** @type {Record<string, unknown>} */ (node));
    for (const child of Object.values(node)) walk(child, visit);
  }
}

/** @param {unknown} node @returns {string | null} what a string literal, or a template without gaps, says */
function literal(node) {
  if (node === null || typeof node !== 'object') return null;
  if ('type' in node && node.type === 'StringLiteral' && 'value' in node) return String(node.value);
  if (!('quasis' in node) || !Array.isArray(node.quasis) || node.quasis.length !== 1) return null;
  return String(node.quasis[0].cooked);
}

/**
 * What a module asks for: imports, re-exports, `import()`, `require()` and types taken by `import('…')`.
 * @param {string} code @param {boolean} tsx whether it is a .tsx file (in a .ts file `<T>` is a type)
 * @returns {string[]}
 */
export function specifiers(code, tsx) {
  /** @type {string[]} */
  const found = [];
  /** @param {unknown} node */
  const add = (node) => {
    const said = literal(node);
    if (said !== null) found.push(said);
  };
  walk(parseSync(code, { syntax: 'typescript', tsx }), (node) => {
    if (
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration'
    )
      add(node.source);
    if (node.type === 'TsImportType') add(node.argument);
    if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return;
    const callee = /** @type {{ type: string, value?: string }} */ (node.callee);
    if (callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require'))
      add(node.arguments[0]?.expression);
  });
  return found;
}

/** @param {string} file @param {string} specifier @returns {string | null} the file meant, as the bundler would find it */
function resolve(file, specifier) {
  if (!specifier.startsWith('.')) return null;
  const place = path.resolve(path.dirname(file), specifier);
  const candidates = [
    place,
    `${place}.ts`,
    `${place}.tsx`,
    path.join(place, 'index.ts'),
    path.join(place, 'index.tsx'),
  ];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? place;
}

/** @param {string} file relative, with slashes @returns {string | null} its floor, null outside src/ */
function floorOf(file) {
  const [top, second, ...deeper] = file.split('/');
  if (top !== 'src' || second === undefined) return null;
  return deeper.length === 0 ? 'entries' : second;
}

/** @param {Import} link @returns {string | null} what is wrong with one import, and why it matters */
function fault({ from, specifier, to }) {
  const floor = floorOf(from) ?? '';
  if (to === null) {
    const kept = keptPackages.find(
      ({ packages, floors: allowed }) => packages.test(specifier) && !allowed.includes(floor),
    );
    return kept ? `${specifier} may be imported only by ${kept.floors.join(', ')}: ${kept.why}` : null;
  }
  const target = floorOf(to);
  if (target === null) {
    return `${to} is not part of the product: src/ imports nothing outside src/, so that what is shipped never depends on the sandbox or on tests`;
  }
  if (target === 'hosts' && floor !== 'entries' && floor !== 'hosts') {
    return `${to} is a concrete host: only entries choose one; take the interface in src/base/ and let the entry pass the host in, so that the same screens run in Teams, in a browser and in tests`;
  }
  if (floor === 'assessment' && !pureFloors.includes(target)) {
    return `${to} is not pure: the rules of an assessment know only ${pureFloors.join(', ')}, so that they can be tried without network, store or clock`;
  }
  if (floors.indexOf(target) < floors.indexOf(floor)) {
    return `${to} is on a floor above: ${floor} may be used by ${target}, not the other way round; pass in what is needed, or move it down, so that a floor can be understood and replaced without what stands on it`;
  }
  return null;
}

/** @param {string} file @returns {Violation[]} one where it lies on no floor */
function stray(file) {
  const floor = floorOf(file) ?? '';
  if (floors.includes(floor)) return [];
  const message = `src/${floor}/ is no floor of the house: put the file on an existing floor, or add the floor to scripts/layers.mjs and docs/architecture.md, so that everyone knows what may build on it`;
  return [{ file, message }];
}

/**
 * Circles of files that import one another, each once.
 * @param {readonly Import[]} links
 * @returns {string[][]}
 */
function circles(links) {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  for (const { from, to } of links) if (to !== null && to !== from) next.set(from, [...(next.get(from) ?? []), to]);
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[][]} */
  const found = [];
  /** @param {string} file @param {readonly string[]} way */
  const follow = (file, way) => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) follow(to, [...way, file]);
    done.add(file);
  };
  for (const file of next.keys()) follow(file, []);
  return found;
}

/**
 * Checks the src/ folder of a repository.
 * @param {string} folder the repository's
 * @returns {Violation[]}
 */
export function layerViolations(folder) {
  /** @param {string} file */
  const relative = (file) => path.relative(folder, file).split(path.sep).join('/');
  const files = sources(path.join(folder, 'src'));
  /** @type {Import[]} */
  const links = files.flatMap((file) =>
    specifiers(readFileSync(file, 'utf8'), file.endsWith('x')).map((specifier) => {
      const to = resolve(file, specifier);
      return { from: relative(file), specifier, to: to === null ? null : relative(to) };
    }),
  );
  const faults = links.flatMap((link) => {
    const message = fault(link);
    return message === null ? [] : [{ file: link.from, message }];
  });
  const rounds = circles(links).map((files) => ({
    file: files[0] ?? '',
    message: `imports itself by way of ${files.slice(1).join(' → ')}: files in a circle cannot be loaded, tried or understood one without the others; move what they share into a file of its own`,
  }));
  return [...files.map(relative).flatMap(stray), ...faults, ...rounds];
}

if (isMain(import.meta.url)) {
  const violations = layerViolations(root);
  for (const { file, message } of violations) console.error(`${file}: ${message}`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
