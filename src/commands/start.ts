// How work begins: who it is, which site and lists are meant, and the replica of them. Says what is missing instead of guessing.
import type { Home } from '../assessment';
import type { Environment } from '../base/environment';
import type { Host, SignInFault } from '../base/host';
import { type Person, samePerson } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { type ChosenPlace, findPlace, findSite } from '../connection/findPlace';
import type { Framework } from '../framework';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import type { DatabaseParts } from '../replica/databaseStore';
import type { Frames } from '../replica/locks';
import { openReplica } from '../replica/openReplica';
import { usualShare } from '../replica/pace';
import { listAccess } from '../sharepoint/access';
import { appFile } from '../sharepoint/appFolder';
import { listenToList } from '../sharepoint/notifications';
import { whoAmI } from '../sharepoint/people';
import { homeKey } from '../sharepoint/records';
import { withSiteClock } from '../sharepoint/siteClock';
import type { Site } from '../sharepoint/sites';
import { createKeyring } from './keyring';
import { createOwnRows } from './ownRows';
import { sealedContents } from './sealedContents';
import type { Workplace } from './workplace';

/** What the page already has. */
export interface StartParts {
  readonly host: Host;
  readonly graph: Graph;
  readonly environment: Environment;
  readonly framework: Framework;
  /** The home that the tab's address names, for a meeting that has no channel of its own. */
  readonly chosen: ChosenPlace | null;
  readonly frames: Frames;
  /** Resource units a minute that everybody's looking shares, where the configuration says so. */
  readonly share: number | null;
  readonly database: DatabaseParts | null;
  /** Told of what nobody expected in the background. */
  readonly failed: (error: unknown) => void;
}

export type Started =
  | { readonly kind: 'ready'; readonly workplace: Workplace }
  /** Neither the host nor the tab's address names a channel. */
  | { readonly kind: 'no-place' }
  /** `torn`: some of our lists are there and others, or columns of them, are not. */
  | { readonly kind: 'not-set-up'; readonly site: Site; readonly home: Home; readonly torn: boolean }
  | { readonly kind: 'fault'; readonly where: 'sign-in' | 'site' | 'lists'; readonly fault: GraphFault | SignInFault };

/** The name of the small file in the person's app folder that their other devices read. */
const ownFileName = 'showing-leadership-keys.json';

/** Starts work. Nothing is shown to the person; a missing permission comes back as a fault. */
export async function startWork(parts: StartParts): Promise<Started> {
  const { host, graph } = parts;
  const context = host.context();
  // In a channel the host knows best; a tab added to a meeting carries the channel that was chosen for it.
  const home: Home | null = context.channel ?? parts.chosen;
  if (!home) return { kind: 'no-place' };
  const [me, site] = await Promise.all([whoIsThere(host, graph), findSite(graph, context, parts.chosen)]);
  if (!me.ok) return { kind: 'fault', where: 'sign-in', fault: me.error };
  if (!site.ok) return { kind: 'fault', where: 'site', fault: site.error };
  const found = await findPlace(graph, site.value);
  if (!found.ok) return { kind: 'fault', where: 'lists', fault: found.error };
  if (found.value.kind !== 'ready')
    return { kind: 'not-set-up', site: site.value, home, torn: found.value.kind === 'incomplete' };
  const { access, clock } = withSiteClock(listAccess(graph, found.value.place), parts.environment);
  const replica = await openReplica({
    place: {
      tenantId: context.tenantId ?? 'unknown',
      siteId: site.value.id,
      homeKey: homeKey(home),
      lists: found.value.place.lists,
    },
    person: me.value,
    access,
    environment: parts.environment,
    frames: parts.frames,
    database: parts.database,
    share: parts.share ?? usualShare,
    sealed: sealedContents(() => workplace),
    believes: (row) => workplace.ownRows.isBelieved(row),
    onThrottled: graph.onThrottled,
    listen: listenToList(graph, found.value.place, parts.environment),
    failed: parts.failed,
  });
  const ownFile = appFile(graph, ownFileName);
  const workplace: Workplace = {
    host,
    environment: parts.environment,
    graph,
    replica,
    access,
    siteClock: clock,
    keyring: createKeyring({ replica, ownFile, environment: parts.environment, person: me.value }),
    ownRows: createOwnRows({ replica, access, person: me.value }),
    framework: parts.framework,
    person: me.value,
    home: { teamId: home.teamId, channelId: home.channelId, channelName: home.channelName },
    place: found.value.place,
    siteUrl: site.value.webUrl,
    listUrls: found.value.listLinks,
  };
  return { kind: 'ready', workplace };
}

/** Who is signed in. What the host says is a hint: Graph must say the same, or nothing is written under that name. */
async function whoIsThere(host: Host, graph: Graph): Promise<Result<Person, GraphFault | SignInFault>> {
  const me = await whoAmI(graph);
  if (!me.ok) return me;
  const { person } = host.context();
  if (person && !samePerson(person.id, me.value.id))
    return fail({ kind: 'unavailable', detail: 'Microsoft Graph answers for somebody else than Teams is open for.' });
  return ok({ id: me.value.id, displayName: me.value.displayName });
}
