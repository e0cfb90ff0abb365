// Where what opens my answers is kept, and what a permission given later changes.
import type { Person } from '../../src/base/person';
import { fail, ok } from '../../src/base/result';
import { createKeyring, type OwnFile } from '../../src/commands/keyring';
import type { GraphFault } from '../../src/graph/faults';
import { FakeEnvironment, FakeReplica } from '../ui/fakeWorkplace';

const me: Person = { id: '00000000-0000-4000-8000-000000000009', displayName: 'Me' };

/** A file in OneDrive that cannot be read for some reason, until it can. */
function oneDrive(because: GraphFault) {
  let allowed = false;
  let text: string | null = null;
  const file: OwnFile = {
    read: async () => (allowed ? ok(text) : fail(because)),
    write: async (written) => {
      text = written;
      return ok(undefined);
    },
  };
  return { file, allow: () => (allowed = true), text: () => text };
}

const ringOver = (ownFile: OwnFile, environment = new FakeEnvironment()) =>
  createKeyring({ replica: new FakeReplica(me), ownFile, environment, person: me });

test('a permission given later moves what is kept here to OneDrive, and nothing sealed before becomes unreadable', async () => {
  const drive = oneDrive({ kind: 'consent-missing', scopes: ['Files.ReadWrite.AppFolder'] });
  const keyring = ringOver(drive.file);
  const [before] = await keyring.mine();
  await expect(keyring.keptWhere()).resolves.toBe('until-allowed');
  expect(drive.text()).toBeNull();
  drive.allow();
  await expect(keyring.lookAgain()).resolves.toBe('one-drive');
  expect(await keyring.mine()).toEqual([before]);
  expect(drive.text()).toContain(before.id);
});

test('where the network was only gone for a moment, OneDrive is found again by itself', async () => {
  const drive = oneDrive({ kind: 'offline' });
  const keyring = ringOver(drive.file);
  const [before] = await keyring.mine();
  await expect(keyring.keptWhere()).resolves.toBe('this-browser');
  drive.allow();
  await expect(keyring.keptWhere()).resolves.toBe('one-drive');
  expect(drive.text()).toContain(before.id);
});

test('a OneDrive that is slow is waited for a moment only; what it has comes first once it is there, and nothing is lost', async () => {
  const drive = oneDrive({ kind: 'offline' });
  drive.allow();
  const environment = new FakeEnvironment();
  const elsewhere = ringOver(drive.file, environment);
  const [there] = await elsewhere.mine();
  let answer: () => void = () => undefined;
  const answering = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: OwnFile = { read: () => answering.then(() => drive.file.read()), write: drive.file.write };
  const keyring = ringOver(slow, environment);
  const waiting = keyring.mine();
  environment.advance(2_000);
  const [here] = await waiting;
  expect(here.id).not.toBe(there.id);
  answer();
  await expect(keyring.keptWhere()).resolves.toBe('one-drive');
  expect((await keyring.mine()).map(({ id }) => id)).toEqual([there.id, here.id]);
  expect(drive.text()).toContain(here.id);
});
