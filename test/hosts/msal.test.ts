// Which sign-in is opened: the host's own, and a window where the host has none or does not answer.
import { type MsalLibrary, openMsal } from '../../src/hosts/msal';
import type { TokenClient } from '../../src/hosts/signIn';
import { stoppedClock } from './clock';

const client = (): TokenClient => ({
  getAllAccounts: () => [],
  acquireTokenSilent: () => Promise.reject(new Error('not asked here')),
  acquireTokenPopup: () => Promise.reject(new Error('not asked here')),
});
const nested = client();
const standard = client();

function opening(parts: { nested: boolean; framed?: boolean }, bridge: Promise<TokenClient> = Promise.resolve(nested)) {
  const clock = stoppedClock();
  const configurations: unknown[] = [];
  const library: MsalLibrary = {
    createNestablePublicClientApplication: () => bridge,
    createStandardPublicClientApplication: async (configuration) => {
      configurations.push(configuration);
      return standard;
    },
  };
  const config = { clientId: 'c', authority: 'https://login.microsoftonline.com/t' };
  const page = 'https://council.example/app/tab.html?site=s#/framework';
  const opened = openMsal({ config, page, framed: false, after: clock.after, ...parts }, async () => library);
  return { opened, clock, configurations };
}

test('the host signs people in where it can', async () => {
  expect(await opening({ nested: true }).opened).toBe(nested);
});

test('a window signs people in where the host does not', async () => {
  const { opened, configurations } = opening({ nested: false });
  expect(await opened).toBe(standard);
  expect(configurations).toMatchObject([{ auth: { redirectUri: 'https://council.example/app/sign-in.html' } }]);
});

test('in a frame the window relays, because it cannot share storage with the frame', async () => {
  const { opened, configurations } = opening({ nested: false, framed: true });
  await opened;
  expect(configurations).toMatchObject([{ auth: { popupRelayUri: 'https://council.example/app/sign-in.html' } }]);
});

test('a host that promises and never answers is given up after ten seconds', async () => {
  const { opened, clock } = opening({ nested: true }, new Promise(() => {}));
  for (let turn = 0; turn < 20 && clock.waiting() === 0; turn++) await Promise.resolve();
  clock.pass(10_000);
  expect(await opened).toBe(standard);
});
