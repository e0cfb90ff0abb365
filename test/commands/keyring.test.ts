// Where what opens my answers is kept, and what a permission given later changes.
import type { Person } from '../../src/base/person';
import { fail, ok } from '../../src/base/result';
import { createKeyring, type OwnFile } from '../../src/commands/keyring';
import { FakeEnvironment, FakeReplica } from '../ui/fakeWorkplace';

const me: Person = { id: '00000000-0000-4000-8000-000000000009', displayName: 'Me' };

/** A file in OneDrive that may be used only once it is allowed. */
function oneDrive() {
  let allowed = false;
  let text: string | null = null;
  const file: OwnFile = {
    read: async () => (allowed ? ok(text) : fail({ kind: 'consent-missing', scopes: ['Files.ReadWrite.AppFolder'] })),
    write: async (written) => {
      text = written;
      return ok(undefined);
    },
  };
  return { file, allow: () => (allowed = true), text: () => text };
}

test('a permission given later moves what is kept here to OneDrive, and nothing sealed before becomes unreadable', async () => {
  const drive = oneDrive();
  const keyring = createKeyring({
    replica: new FakeReplica(me),
    ownFile: drive.file,
    environment: new FakeEnvironment(),
    person: me,
  });
  const [before] = await keyring.mine();
  await expect(keyring.keptWhere()).resolves.toBe('until-allowed');
  expect(drive.text()).toBeNull();
  drive.allow();
  await expect(keyring.lookAgain()).resolves.toBe('one-drive');
  expect(await keyring.mine()).toEqual([before]);
  expect(drive.text()).toContain(before.id);
});
