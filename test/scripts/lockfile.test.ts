// The lockfile check: complete for every platform, and without the name of a registry.
import { completed, lockfileFaults, platformOf } from '../../scripts/lockfile.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/tool': {
      version: '2.0.0',
      dev: true,
      optionalDependencies: { '@tool/linux-x64': '2.0.0', '@tool/darwin-arm64': '2.0.0' },
    },
    'node_modules/@tool/linux-x64': { version: '2.0.0', optional: true, dev: true },
  },
};

describe('the lockfile', () => {
  it('gets entries for platforms that the registry at hand did not offer', () => {
    expect(lockfileFaults(lock)).toEqual([expect.stringContaining('node_modules/@tool/darwin-arm64 is missing')]);
    const mended = completed(lock);
    expect(mended.packages['node_modules/@tool/darwin-arm64']).toEqual({
      version: '2.0.0',
      dev: true,
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    });
    expect(lockfileFaults(mended)).toEqual([]);
  });

  it('loses the names of registry hosts', () => {
    const named = { packages: { 'node_modules/a': { version: '1.0.0', resolved: 'https://registry.example/a.tgz' } } };
    expect(lockfileFaults(named)).toHaveLength(1);
    expect(completed(named).packages['node_modules/a']).toEqual({ version: '1.0.0' });
  });

  it.each([
    ['@swc/core-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@biomejs/cli-win32-x64', { os: ['win32'], cpu: ['x64'] }],
  ])('reads from the name %s where it runs', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
