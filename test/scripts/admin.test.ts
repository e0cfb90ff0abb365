// What an administrator may apply: it parses, and names only lists and columns that there are.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { listDefinitions } from '../../src/sharepoint/lists';

const admin = path.resolve(__dirname, '../../admin');
const read = (...file: string[]): unknown => JSON.parse(readFileSync(path.join(admin, ...file), 'utf8'));

const format = z.looseObject({ $schema: z.url() });
const view = z.strictObject({
  verb: z.literal('addSPView'),
  name: z.string().min(1),
  viewFields: z.array(z.string()).min(1),
  query: z.string(),
  rowLimit: z.number().int().positive(),
  isPaged: z.boolean(),
  makeDefault: z.boolean(),
  formatterJSON: format.optional(),
});
const column = z.strictObject({
  verb: z.literal('setSPFieldCustomFormatter'),
  fieldDisplayName: z.string(),
  formatterJSON: format,
});
const siteScript = z.strictObject({
  $schema: z.url(),
  version: z.number(),
  actions: z.array(
    z.strictObject({
      verb: z.literal('createSPList'),
      listName: z.string(),
      templateType: z.literal(100),
      subactions: z.array(z.discriminatedUnion('verb', [view, column])),
    }),
  ),
});

const scripts = ['site-script.councillors.json', 'site-script.officers.json'] as const;
const actions = scripts.flatMap((file) => siteScript.parse(read(file)).actions);
const formats = readdirSync(path.join(admin, 'formats')).map((file) => read('formats', file));

/** What every list has from the start. */
const builtIn = ['Title', 'ID', 'Author', 'Editor', 'Created', 'Modified'];

const definitionOf = (listName: string) => {
  const found = listDefinitions.find(({ displayName }) => displayName === listName);
  if (!found) throw new Error(`There is no list ${listName}.`);
  return found;
};
const columnsOf = (listName: string): readonly string[] => [
  ...builtIn,
  ...definitionOf(listName).columns.map(({ name }) => name),
];

/** The columns that a format names: `[$KeyArea]`. */
const namedIn = (text: unknown): readonly string[] =>
  [...JSON.stringify(text).matchAll(/\[\$([A-Za-z]+)/g)].map((match) => match[1] ?? '');
const queried = (query: string): readonly string[] =>
  [...query.matchAll(/FieldRef Name="([^"]+)"/g)].map((match) => match[1] ?? '');

test('every list has a view, and every list that is named is one of ours', () => {
  expect(actions.map(({ listName }) => listName).sort()).toEqual(
    listDefinitions.map(({ displayName }) => displayName).sort(),
  );
  for (const { subactions } of actions) expect(subactions.some(({ verb }) => verb === 'addSPView')).toBe(true);
});

test.each(actions.map((action) => [action.listName, action] as const))(
  '%s: only its own columns are named',
  (listName, { subactions }) => {
    const known = columnsOf(listName);
    for (const action of subactions) {
      if (action.verb === 'addSPView') {
        const named = [...action.viewFields, ...queried(action.query), ...namedIn(action.formatterJSON ?? {})];
        expect(known).toEqual(expect.arrayContaining(named));
        // A format can only show what its view loads.
        expect(action.viewFields).toEqual(expect.arrayContaining([...namedIn(action.formatterJSON ?? {})]));
      } else {
        const names = definitionOf(listName).columns.map(({ displayName }) => displayName);
        expect(names).toContain(action.fieldDisplayName);
        expect(namedIn(action.formatterJSON)).toEqual([]);
      }
    }
  },
);

test('a default view never filters: Graph would leave rows out of its answers', () => {
  const defaults = actions.flatMap(({ subactions }) =>
    subactions.flatMap((action) => (action.verb === 'addSPView' && action.makeDefault ? [action.query] : [])),
  );
  expect(defaults.length).toBeGreaterThan(0);
  for (const query of defaults) expect(query).not.toContain('<Where>');
});

test('the formats to paste by hand are those that the scripts apply', () => {
  const applied = actions.flatMap(({ subactions }) =>
    subactions.flatMap(({ formatterJSON }) => (formatterJSON === undefined ? [] : [formatterJSON])),
  );
  for (const one of formats) expect(applied).toContainEqual(one);
  expect(applied).toHaveLength(formats.length);
});
