// The connection check: down the chain link by link, until one is broken. It changes nothing and never asks the person anything.
import type { Host, SignInFault } from '../base/host';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { definitionOf, listDefinitions } from '../sharepoint/lists';
import { whoAmI } from '../sharepoint/people';
import type { Site } from '../sharepoint/sites';
import { type ChosenPlace, findSite } from './findPlace';
import { remediesFor } from './remedies';
import {
  type CheckReport,
  type CouncillorsRights,
  type LinkId,
  type LinkReport,
  linkIds,
  type Remedy,
  type Right,
} from './report';
import { findCouncillorsRights, findRight } from './rights';
import { isElsewhere, isWhole, placeOf, type Survey, survey } from './survey';

export interface CheckInput {
  readonly host: Host;
  readonly graph: Graph;
  /** The channel chosen for a meeting that has none; null where the host names one. */
  readonly home: ChosenPlace | null;
}

type Finding = Pick<LinkReport, 'fault' | 'remedies' | 'details'> & { readonly good: boolean };

/** What earlier links found out and later ones need. */
interface Known {
  site: Site | null;
  found: Survey | null;
  right: Right;
  councillors: CouncillorsRights;
}

const good = (...details: readonly string[]): Finding => ({ good: true, fault: null, remedies: [], details });

const broken = (
  fault: GraphFault | SignInFault | null,
  remedies: readonly Remedy[],
  details: readonly string[] = [],
): Finding => ({ good: false, fault, remedies, details });

const faulty = (fault: GraphFault | SignInFault, ...details: readonly string[]): Finding =>
  broken(fault, remediesFor(fault), [...details, JSON.stringify(fault)]);

/**
 * Checks every link until one is broken; the ones after it are `not-checked`.
 * @param progress told the state of all links whenever one of them changes
 */
export async function checkConnection(
  input: CheckInput,
  progress: (links: readonly LinkReport[]) => void,
): Promise<CheckReport> {
  const known: Known = { site: null, found: null, right: 'unknown', councillors: unknown };
  let links: readonly LinkReport[] = linkIds.map((link) => ({
    link,
    state: 'not-checked',
    remedies: [],
    fault: null,
    details: [],
  }));
  const tell = (link: LinkId, change: Partial<LinkReport>): void => {
    links = links.map((each) => (each.link === link ? { ...each, ...change } : each));
    progress(links);
  };
  for (const link of linkIds) {
    tell(link, { state: 'checking' });
    const { good: whole, ...rest } = await checks[link](input, known);
    tell(link, { state: whole ? 'good' : 'broken', ...rest });
    if (!whole) break;
  }
  return { links, site: known.site, right: known.right, councillors: known.councillors };
}

const unknown: CouncillorsRights = { results: 'unknown', comments: 'unknown' };

type Check = (input: CheckInput, known: Known) => Finding | Promise<Finding>;

const checks: Readonly<Record<LinkId, Check>> = {
  host: ({ host, home }) =>
    host.kind === 'browser' && home === null ? broken(null, ['open-in-teams'], [host.kind]) : good(host.kind),

  'sign-in': async ({ host, graph }) => {
    const token = await host.token(scopes.profile, 'silent');
    if (!token.ok) return faulty(token.error, ...scopes.profile);
    const me = await whoAmI(graph);
    return me.ok ? good(me.value.displayName) : faulty(me.error);
  },

  consent: async ({ host }) => {
    const needed = [...scopes.readLists, ...scopes.writeLists];
    const tokens = await Promise.all(needed.map((scope) => host.token([scope], 'silent')));
    const missing: string[] = [];
    for (const [place, token] of tokens.entries()) {
      if (token.ok) continue;
      if (token.error.kind !== 'interaction' && token.error.kind !== 'consent') return faulty(token.error);
      missing.push(needed[place] ?? '');
    }
    return missing.length === 0 ? good(...needed) : faulty({ kind: 'consent', scopes: missing });
  },

  channel: ({ host, home }) => {
    const channel = host.context().channel ?? home;
    return channel ? good(channel.channelName, channel.teamId, channel.channelId) : broken(null, ['choose-channel']);
  },

  site: async ({ host, graph, home }, known) => {
    const context = host.context();
    const site = await findSite(graph, context, home);
    if (!site.ok && site.error.kind === 'no-access') known.right = 'none';
    if (!site.ok) return faulty(site.error, context.site ? `${context.site.domain}${context.site.path}` : '');
    known.site = site.value;
    return good(site.value.displayName, site.value.webUrl);
  },

  lists: async ({ graph }, known) => {
    const found = known.site ? await survey(graph, known.site.id) : null;
    if (!found?.ok) return found ? faulty(found.error) : broken(null, []);
    known.found = found.value;
    const missing = missingIn(found.value, false);
    return missing.length === 0 ? good() : broken(null, ['set-up', 'ask-owner-to-set-up'], missing);
  },

  columns: (_, { found }) => {
    const details = found ? lackingIn(found, false) : [];
    return details.length === 0 ? good() : broken(null, ['repair', 'ask-owner-to-set-up'], details);
  },

  rights: async ({ graph }, known) => {
    const place = known.found ? placeOf(known.found) : null;
    const right = known.found && place ? await findRight(graph, place, known.found) : null;
    if (!right?.ok) return right ? faulty(right.error) : broken(null, []);
    known.right = right.value;
    // Looking on is a right too, and for councillors and auditors all there should be; whoever is asked to answer needs more.
    return { ...good(right.value), remedies: right.value === 'read' ? ['ask-owner-for-access'] : [] };
  },

  councillors: async ({ graph }, known) => {
    const { found } = known;
    const place = found && placeOf(found);
    if (!found || !place) return broken(null, []);
    const owner: Remedy = found.councillorsSiteId === null ? 'ask-owner-for-access' : 'ask-councillors-owner';
    if (found.outOfReach) return broken(found.outOfReach, [owner], [place.councillorsSiteId ?? '']);
    const lacking = [...missingIn(found, true), ...lackingIn(found, true)];
    if (lacking.length > 0) return broken(null, ['repair', owner], lacking);
    const rights = await findCouncillorsRights(graph, place);
    if (!rights.ok) return faulty(rights.error);
    known.councillors = rights.value;
    const details = [`results: ${rights.value.results}`, `comments: ${rights.value.comments}`];
    // Who only looks on anyway needs no more here.
    const enough = (right: Right): boolean => right === 'write' || right === 'unknown' || known.right === right;
    return Object.values(rights.value).every(enough) ? good(...details) : broken(null, [owner], details);
  },
};

/** Lists that are not there; of the site where councillors are at home, or of the other. */
const missingIn = (found: Survey, elsewhere: boolean): readonly string[] =>
  listDefinitions
    .filter(({ name }) => isElsewhere(found, name) === elsewhere && !found.ours[name])
    .map(({ displayName }) => displayName);

/** Columns and indexes that lists lack. */
const lackingIn = (found: Survey, elsewhere: boolean): readonly string[] =>
  Object.values(found.ours)
    .filter((list) => isElsewhere(found, list.name) === elsewhere && !isWhole(list))
    .flatMap(({ name, missing, unindexed }) => {
      const of = definitionOf(name).displayName;
      return [
        ...missing.map((column) => `${of}: ${column.name}`),
        ...unindexed.map(({ column }) => `${of}: ${column.name} (index)`),
      ];
    });
