// Set-up and repair in one, over the team's site and the one where councillors read: look at what is there, make the rest, look again. Every step finds its own work done already, so that twice,
// two people at once, or half-way and again all end in the same state.
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { definitionOf, listDefinitions } from '../sharepoint/lists';
import type { Place } from '../sharepoint/place';
import { addColumn, createList, indexColumn } from '../sharepoint/provision';
import type { ListName } from '../sharepoint/records';
import { type Site, siteById } from '../sharepoint/sites';
import type { CouncillorsPlace, SetUpFailure, SetUpPlan, SetUpStep } from './report';
import { agrees, writeSettings } from './settings';
import {
  isElsewhere,
  isWhole,
  type OurList,
  placeOf,
  remembered,
  type Survey,
  siteIdOf,
  survey,
  type Wanted,
} from './survey';

/**
 * What would be created where, and what is there already.
 * @param wanted where councillors' lists shall be
 */
export async function planSetUp(
  graph: Graph,
  site: Site,
  wanted: Wanted = remembered,
): Promise<Result<SetUpPlan, GraphFault>> {
  const found = await survey(graph, site.id, wanted);
  if (!found.ok) return found;
  const steps = stepsFrom(found.value);
  const councillors = await councillorsPlace(graph, found.value);
  const moves = areElsewhere(found.value);
  const complete = !moves && steps.every(({ state }) => isSettled(state));
  return ok({ site, councillors, moves, steps, complete });
}

const isSettled = (state: SetUpStep['state']): boolean => state === 'there' || state === 'out-of-reach';

async function councillorsPlace(graph: Graph, found: Survey): Promise<CouncillorsPlace> {
  const { councillorsSiteId: siteId, outOfReach } = found;
  if (siteId === null) return { kind: 'here' };
  const site = await siteById(graph, siteId);
  if (site.ok && outOfReach === null) return { kind: 'there', site: site.value };
  return { kind: 'out-of-reach', siteId, fault: outOfReach ?? (site.ok ? { kind: 'conflict' } : site.error) };
}

/** Whether councillors' lists are remembered in another site than they are looked for now. */
const areElsewhere = ({ settings, councillorsSiteId }: Survey): boolean =>
  settings !== null && settings.councillorsSiteId !== councillorsSiteId && settings.lists.results !== undefined;

const stepsFrom = (found: Survey): readonly SetUpStep[] => listDefinitions.map(({ name }) => stepFor(found, name));

function stepFor(found: Survey, list: ListName): SetUpStep {
  const there = found.ours[list];
  const lacking = there ? [...there.missing, ...there.unindexed.map(({ column }) => column)] : [];
  return {
    list,
    displayName: there?.displayName ?? freeNames(found, list)[0] ?? definitionOf(list).displayName,
    state: stateOf(found, list, there),
    missingColumns: lacking.map((column) => column.displayName),
    foreign: found.foreignNames(list).has(definitionOf(list).displayName.toLowerCase()),
  };
}

function stateOf(found: Survey, list: ListName, there: OurList | undefined): SetUpStep['state'] {
  if (there) return isWhole(there) ? 'there' : 'incomplete';
  return found.outOfReach !== null && isElsewhere(found, list) ? 'out-of-reach' : 'missing';
}

/** Names for a list, the plain one first; those that foreign lists have are passed over. */
function freeNames(found: Survey, list: ListName): readonly string[] {
  const plain = definitionOf(list).displayName;
  const names = [plain, `${plain} (Showing leadership)`];
  for (let number = 2; number <= 9; number += 1) names.push(`${plain} (Showing leadership ${number})`);
  return names.filter((name) => !found.foreignNames(list).has(name.toLowerCase()));
}

/**
 * Makes everything ready, from whatever state the site is in. Stops at the first list that cannot be made ready; what was done stays.
 * @param progress told all steps whenever one of them changes
 */
export async function setUp(
  graph: Graph,
  plan: SetUpPlan,
  progress: (steps: readonly SetUpStep[]) => void,
): Promise<Result<Place, SetUpFailure>> {
  const wanted = wantedBy(plan);
  const before = await survey(graph, plan.site.id, wanted);
  if (!before.ok) return fail({ list: 'workings', fault: before.error });
  let found = before.value;
  let steps = stepsFrom(found);
  const tell = (list: ListName, change: Partial<SetUpStep>): void => {
    steps = steps.map((step) => (step.list === list ? { ...step, ...change } : step));
    progress(steps);
  };
  for (const step of steps) {
    if (isSettled(step.state)) continue;
    tell(step.list, { state: 'working' });
    const made = await makeReady(graph, found, step.list, wanted);
    if (!made.ok) {
      tell(step.list, { state: 'failed' });
      return fail({ list: step.list, fault: made.error });
    }
    const noted = await noteWhere(graph, made.value, wanted);
    if (!noted.ok) return fail({ list: step.list, fault: noted.error });
    found = noted.value;
    tell(step.list, { ...stepFor(found, step.list), state: 'done' });
  }
  const place = await remember(graph, found, wanted);
  return place.ok ? place : fail({ list: 'workings', fault: place.error });
}

/** Where the plan has councillors' lists. */
function wantedBy({ councillors }: SetUpPlan): Wanted {
  if (councillors.kind === 'there') return { kind: 'there', siteId: councillors.site.id };
  return councillors.kind === 'here' ? councillors : remembered;
}

/** How often what somebody else changes at the same moment is looked at again. */
const looks = 5;

/** Creates one list or adds what it lacks, until it is whole. Gives what is there then. */
async function makeReady(
  graph: Graph,
  before: Survey,
  list: ListName,
  wanted: Wanted,
): Promise<Result<Survey, GraphFault>> {
  let found = before;
  for (let look = 1; look <= looks; look += 1) {
    const there = found.ours[list];
    if (there && isWhole(there)) return ok(found);
    const done = there ? await complete(graph, siteIdOf(found, list), there) : await create(graph, found, list);
    // Taken meanwhile: by somebody else's set-up, or by a list that is not ours. Looking again tells which.
    if (!done.ok && done.error.kind !== 'already-exists') return done;
    const next = await survey(graph, found.siteId, wanted);
    if (!next.ok) return next;
    found = next.value;
  }
  return fail({ kind: 'already-exists' });
}

async function create(graph: Graph, found: Survey, list: ListName): Promise<Result<unknown, GraphFault>> {
  const [displayName] = freeNames(found, list);
  if (displayName === undefined) return fail({ kind: 'already-exists' });
  return await createList(graph, siteIdOf(found, list), definitionOf(list), displayName);
}

async function complete(graph: Graph, siteId: string, list: OurList): Promise<Result<void, GraphFault>> {
  for (const column of list.missing) {
    const added = await addColumn(graph, siteId, list.id, column);
    if (!added.ok) return added;
  }
  for (const { columnId, column } of list.unindexed) {
    const changed = await indexColumn(graph, siteId, list.id, columnId, column);
    if (!changed.ok) return changed;
  }
  return ok(undefined);
}

/** Writes down at once where councillors' lists shall be: whoever goes on after half of it must not make them elsewhere. */
async function noteWhere(graph: Graph, found: Survey, wanted: Wanted): Promise<Result<Survey, GraphFault>> {
  const { siteId, councillorsSiteId, ours } = found;
  const workings = ours.workings?.id;
  if (councillorsSiteId === null || found.settings !== null || workings === undefined) return ok(found);
  const written = await writeSettings(graph, { siteId, councillorsSiteId, lists: { workings } }, null);
  if (!written.ok && written.error.kind !== 'already-exists') return written;
  return await survey(graph, siteId, wanted);
}

/** Writes down which lists are ours. When two people set up at once, the one who comes second finds it written. */
async function remember(graph: Graph, before: Survey, wanted: Wanted): Promise<Result<Place, GraphFault>> {
  let found = before;
  for (let look = 1; look <= looks; look += 1) {
    const place = placeOf(found);
    // Somebody took a list away while the others were made: pressing again makes it anew.
    if (!place) return fail({ kind: 'not-found', what: '/sites/…/lists' });
    if (agrees(found.settings, place)) return ok(place);
    const written = await writeSettings(graph, place, found.settings);
    if (!written.ok && written.error.kind !== 'already-exists' && written.error.kind !== 'conflict') return written;
    const next = await survey(graph, found.siteId, wanted);
    if (!next.ok) return next;
    found = next.value;
  }
  return fail({ kind: 'conflict' });
}
