// The floors check: what it lets pass, what it refuses, and that a refusal says why.
import { layerViolations, specifiers } from '../../scripts/layers.mjs';
import { withFolder } from './folder';

const violations = (files: Readonly<Record<string, string>>) => withFolder(files, layerViolations);

describe('the floors check', () => {
  it('lets a file import from its own floor and from floors below', () => {
    const sound = {
      'src/tab.tsx': "import { teams } from './hosts/teams'; import { Screen } from './ui/screen';",
      'src/hosts/teams.ts':
        "import '@microsoft/teams-js'; import type { Host } from '../base/host'; export const teams = 1;",
      'src/ui/screen.tsx': "import 'react'; import { answer } from '../commands/answer'; export const Screen = <p />;",
      'src/commands/answer.ts': "import { seal } from '../sealing'; export const answer = <T,>(x: T): T => x;",
      'src/sealing/index.ts': "export * from './envelope';",
      'src/sealing/envelope.ts': "import '@hpke/core'; export const seal = 1;",
      'src/base/host.ts': 'export interface Host { readonly id: string }',
    };
    expect(violations(sound)).toEqual([]);
  });

  it.each([
    ['a floor above', 'src/graph/a.ts', "import '../replica/b'", 'is on a floor above'],
    ['a floor above, as a type', 'src/base/a.ts', "export type A = import('../words/b').B", 'is on a floor above'],
    [
      'a floor above, when needed',
      'src/sealing/a.ts',
      "export const a = () => import('../channel/b')",
      'is on a floor above',
    ],
    ['an entry', 'src/ui/a.ts', "export { x } from '../tab'", 'is on a floor above'],
    ['a concrete host below an entry', 'src/ui/a.ts', "import '../hosts/teams'", 'only entries choose one'],
    ['the sandbox', 'src/graph/a.ts', "import '../../sandbox/store/seed'", 'is not part of the product'],
    ['a test', 'src/worker.ts', "import '../test/browser/launch'", 'is not part of the product'],
    ['Graph from the pure rules', 'src/assessment/a.ts', "import '../graph/b'", 'is not pure'],
    ['teams-js outside hosts', 'src/ui/a.ts', "import '@microsoft/teams-js'", 'may be imported only by hosts'],
    ['MSAL in an entry', 'src/tab.tsx', "import '@azure/msal-browser'", 'may be imported only by hosts'],
    [
      'React below the screens',
      'src/replica/a.ts',
      "import { useEffect } from 'react'",
      'only by ui, pictures, entries',
    ],
    [
      'Fluent below the screens',
      'src/channel/a.ts',
      "import '@fluentui/react-components'",
      'only by ui, pictures, entries',
    ],
  ])('refuses %s, and says why', (_, file, code, reason) => {
    const found = violations({ [file]: code });
    expect(found).toEqual([{ file, message: expect.stringContaining(reason) }]);
    expect(found[0]?.message).toMatch(/so that|not the other way round/);
  });

  it('refuses a folder that is no floor', () => {
    const found = violations({ 'src/helpers/a.ts': 'export const a = 1' });
    expect(found).toEqual([{ file: 'src/helpers/a.ts', message: expect.stringContaining('no floor of the house') }]);
  });

  it('finds files that import one another, and names the whole circle', () => {
    const found = violations({
      'src/graph/a.ts': "import './b'",
      'src/graph/b.ts': "import './deep'",
      'src/graph/deep/index.ts': "import type { A } from '../a'",
      'src/graph/apart.ts': "import './a'",
    });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('src/graph/b.ts → src/graph/deep/index.ts → src/graph/a.ts'),
    ]);
  });

  it('reads imports by the language, not by their looks', () => {
    const code = `
      // import './comment'
      const text = "import './string'";
      import './plain'; import type { T } from './type'; export * as all from './all'; export { a } from './named';
      const later = import(\`./template\`); const old = require('./required');`;
    const found = ['./plain', './type', './all', './named', './template', './required'];
    expect(specifiers(code, false)).toEqual(found);
  });
});
