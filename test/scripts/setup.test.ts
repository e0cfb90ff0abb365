// What `npm start` and `npm test` decide before they do anything: whether to install, whether to build, which Node and
// which browser will do.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { installedChromium, places } from '../../scripts/chromium.mjs';
import { nodeTooOld } from '../../scripts/common.mjs';
import { inputsHash } from '../../scripts/inputs.mjs';
import { isInstalled } from '../../scripts/install.mjs';
import { withFolder } from './folder';

describe('installing', () => {
  const lock = (versions: Readonly<Record<string, string>>, optional: Readonly<Record<string, string>> = {}) =>
    JSON.stringify({
      packages: {
        ...Object.fromEntries(Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }])),
        ...Object.fromEntries(
          Object.entries(optional).map(([name, version]) => [`node_modules/${name}`, { version, optional: true }]),
        ),
      },
    });
  const wanted = lock({ a: '1.0.0' }, { native: '3.0.0' });

  it.each([
    ['nothing is there', { 'package-lock.json': wanted }, false],
    [
      'a version changed',
      { 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock({ a: '0.9.0' }) },
      false,
    ],
    ['a package is new', { 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock({}) }, false],
    ['all is there', { 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock({ a: '1.0.0' }) }, true],
  ])('when %s', (_, files, installed) => {
    expect(withFolder(files, isInstalled)).toBe(installed);
  });
});

describe('building', () => {
  it('is needed once a source changed, and not before', () => {
    withFolder({ 'src/a.ts': 'one', 'sandbox/b.ts': 'two' }, (folder) => {
      const before = inputsHash(folder);
      expect(inputsHash(folder)).toBe(before);
      writeFileSync(path.join(folder, 'notes.md'), 'not a source');
      expect(inputsHash(folder)).toBe(before);
      writeFileSync(path.join(folder, 'sandbox/b.ts'), 'three');
      expect(inputsHash(folder)).not.toBe(before);
    });
  });
});

describe('the Node at hand', () => {
  it.each(['18.20.4', '20.18.3'])('is too old as %s, in a sentence', (version) => {
    expect(nodeTooOld(version)).toContain(`you have ${version}`);
  });

  it.each(['20.19.0', '20.20.2', '22.1.0', '26.0.0'])('will do as %s', (version) => {
    expect(nodeTooOld(version)).toBeNull();
  });
});

describe('the browser at hand', () => {
  it('is the one that is named, before all others', () => {
    withFolder({ chromium: '' }, (folder) => {
      const named = path.join(folder, 'chromium');
      expect(installedChromium({ CHROMIUM: named, PATH: '' })).toBe(named);
    });
  });

  it('is looked for where each system keeps it', () => {
    expect(places('linux', { PATH: '/home/me/bin:/usr/bin' })).toEqual(
      expect.arrayContaining(['/home/me/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/microsoft-edge']),
    );
    expect(places('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places('win32', { PROGRAMFILES: 'C:\\Programs' })).toContain(
      'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });
});
