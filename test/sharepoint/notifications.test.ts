// Being told of changes by SharePoint itself, where it does that; and nothing worse than looking where it does not.
import { teamId } from '../../sandbox/store/seed';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { listAccess } from '../../src/sharepoint/access';
import { encode } from '../../src/sharepoint/codecs';
import { listenToList } from '../../src/sharepoint/notifications';
import type { Place } from '../../src/sharepoint/place';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { FakeEnvironment, until } from '../replica/fakes';
import { anArea } from '../replica/records';
import { must, startTenant, type Tenant } from './tenant';

let tenant: Tenant;
let place: Place;
let changes = 0;
beforeAll(async () => {
  tenant = await startTenant();
  const graph = tenant.graphAs('priya');
  place = must(
    await setUp(graph, must(await planSetUp(graph, must(await siteOfTeam(graph, teamId)))), () => undefined),
  );
});
afterAll(() => tenant.close());

/** Writes a row as somebody else. */
async function change(): Promise<void> {
  changes += 1;
  const access = listAccess(tenant.graphAs('tom'), place);
  must(await access.create('workings', encode('workings', anArea('a1', `area-${changes}`), `area:a1:area-${changes}`)));
}

const asked = () => tenant.exchanges().filter(({ path }) => path.endsWith('/subscriptions/socketIo')).length;

/** Listens with a clock of its own, which begins with the machine's. */
function listening() {
  const environment = new FakeEnvironment();
  environment.advance(Date.now() - environment.now().getTime());
  const heard = { changes: 0, live: false };
  const stop = listenToList(
    tenant.graphAs('priya'),
    place,
    environment,
  )('workings', {
    changed: () => {
      heard.changes += 1;
    },
    live: (live) => {
      heard.live = live;
    },
  });
  return { environment, heard, stop };
}

test('a change by somebody else is heard of, and nothing any more once one stops', async () => {
  const { heard, stop } = listening();
  await until('it listens', () => heard.live);
  await change();
  await until('it heard', () => heard.changes > 0);
  stop();
  const before = heard.changes;
  const other = listening();
  await until('another listens', () => other.heard.live);
  await change();
  await until('the other heard', () => other.heard.changes > 0);
  expect(heard.changes).toBe(before);
  other.stop();
});

test('the connection is renewed before it ends', async () => {
  const { environment, heard, stop } = listening();
  await until('it listens', () => heard.live);
  const before = asked();
  await until('it renews', () => {
    environment.advance(60_000);
    return asked() > before;
  });
  await change();
  await until('it heard', () => heard.changes > 0);
  stop();
});

test('where SharePoint refuses, nothing is heard, and it is asked again only after a while', async () => {
  await tenant.control('POST', '/settings', { sockets: 'off' });
  const { environment, heard, stop } = listening();
  const before = asked();
  await until('it asked', () => asked() > before);
  environment.advance(60_000);
  expect([heard.live, asked()]).toEqual([false, before + 1]);
  await tenant.control('POST', '/settings', { sockets: 'on' });
  await until('it listens after all', () => {
    environment.advance(60_000);
    return heard.live;
  });
  stop();
});
