// Three kinds of test, told apart by the file's ending: pure (.test.ts), in a simulated page (.dom.test.tsx),
// and in a real browser against the built product (.browser.test.ts).

/** @param {boolean} tsx whether `<` begins an element, or a type */
const transpile = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    swcrc: false,
  },
];

// Packages that ship only ES modules; jest's own loader cannot require them untouched.
const modulesOnly = ['adaptivecards', 'jose', 'swiper'];

const common = {
  transform: { '^.+\\.tsx$': transpile(true), '^.+\\.(ts|m?js)$': transpile(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'node',
      // Jest marks what a finished file left behind, Dexie's copies of Promise among it, and then runs in circles in its own marks.
      testEnvironmentOptions: { globalsCleanup: 'off' },
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.browser\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: '<rootDir>/test/environment/dom.mjs',
      testMatch: ['<rootDir>/test/**/*.dom.test.tsx'],
    },
    { ...common, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.browser.test.ts'] },
  ],
};
