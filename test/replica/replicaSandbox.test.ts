/**
 * The replica against the local Microsoft 365, through the real Graph client.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { teamId } from '../../sandbox/store/seed';
import { samePerson } from '../../src/base/person';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { listAccess } from '../../src/sharepoint/access';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { must, personOf, startTenant, type Tenant } from '../sharepoint/tenant';
import { replicaSuite } from './suite';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant();
});
afterAll(() => tenant.close());

replicaSuite('with the local Microsoft 365', async () => {
  await tenant.control('POST', '/reset');
  const graph = tenant.graphAs('priya');
  const site = must(await siteOfTeam(graph, teamId));
  const place = must(await setUp(graph, must(await planSetUp(graph, site)), () => undefined));
  return {
    accessFor: async (person) => {
      const slug = ['priya', 'tom'].find((each) => samePerson(personOf(each).id, person.id));
      return listAccess(tenant.graphAs(slug ?? ''), place);
    },
    close: async () => {},
  };
});
