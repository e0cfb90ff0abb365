// A framework file is either whole or refused with the place named; the shipped one is the Local Government Association's, word for word.
import { existsSync, readFileSync } from 'node:fs';
import { framework, readFramework } from '../../src/framework';

type Draft = ReturnType<typeof copy>;
const copy = () => structuredClone(framework);

const faultsOf = (spoil: (draft: Draft) => void): readonly string[] => {
  const draft = copy();
  spoil(draft);
  const read = readFramework(draft);
  return read.ok ? [] : read.error;
};

test('the shipped framework has four key areas with five descriptors each', () => {
  expect(readFramework(framework).ok).toBe(true);
  expect(framework.theme.keyAreas.map((area) => area.title)).toEqual([
    'Engaging councillors',
    'Engaging senior managers',
    'Working with partners',
    'Engaging strategic suppliers',
  ]);
  expect(framework.levels).toEqual(['Minimum', 'Developing', 'Mature', 'Leader', 'Innovator']);
});

test.each<[string, (draft: Draft) => void, RegExp]>([
  [
    'a missing descriptor',
    (draft) => draft.theme.keyAreas[1]?.statements[0]?.descriptors.pop(),
    /^theme\.keyAreas\.1\.statements\.0\.descriptors: .*five levels/,
  ],
  [
    'an empty descriptor',
    (draft) => draft.theme.keyAreas[2]?.statements[0]?.descriptors.splice(3, 1, '  '),
    /^theme\.keyAreas\.2\.statements\.0\.descriptors\.3: must not be empty/,
  ],
  [
    'an id used twice',
    (draft) => {
      const [first, second] = draft.theme.keyAreas;
      if (first && second) second.id = first.id;
    },
    /^theme\.keyAreas\.1\.id: .*already used at theme\.keyAreas\.0\.id/,
  ],
  ['a sixth level', (draft) => (draft.levels as string[]).push('Legend'), /^levels: .*five levels/],
  [
    'an id that is no id',
    (draft) => {
      if (draft.theme.keyAreas[0]) draft.theme.keyAreas[0].id = 'Engaging Councillors';
    },
    /^theme\.keyAreas\.0\.id: .*lower-case/,
  ],
])('%s is refused, and the place is named', (_name, spoil, expected) => {
  expect(faultsOf(spoil)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
});

test('something that is no framework at all is refused', () => {
  expect(readFramework('words').ok).toBe(false);
  expect(readFramework(null).ok).toBe(false);
});

const source = process.env.FRAMEWORK_TEXT;
test('every word is the source text’s, in its order', () => {
  if (!source || !existsSync(source)) {
    console.info('Left out: comparing with the source text (set FRAMEWORK_TEXT to its path).');
    return;
  }
  const flat = (text: string): string => text.replaceAll('|', ' ').replace(/\s+/g, ' ').trim();
  const ours = framework.theme.keyAreas.map((area) =>
    [
      area.title,
      area.summary,
      'What it is',
      area.whatItIs,
      'Why it is important',
      area.whyItIsImportant,
      ...area.statements.flatMap((row) => [row.heading, ...framework.levels, ...row.descriptors]),
    ].join(' '),
  );
  expect(flat(ours.join(' '))).toBe(flat(readFileSync(source, 'utf8')));
});
