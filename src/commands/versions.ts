// Unsent changes made legible: what each side says, a sealed answer opened with my own keys; and choosing between two versions.
import type {
  Action,
  Arrangements,
  Assessment,
  Comment,
  Edition,
  KeyAreaState,
  ResponseContent,
  RevealedResponse,
  SharedResult,
} from '../assessment';
import type { Person } from '../base/person';
import { ok, type Result, unreachable } from '../base/result';
import { keyBeside } from '../replica/plan';
import type { Unsent } from '../replica/replica';
import type { ListName, Working } from '../sharepoint/records';
import { openMine } from './answer';
import { changeFacilitators } from './people';
import type { Refusal } from './refusal';
import { readUnsent } from './unsent';
import type { Workplace } from './workplace';

/** A record as a person reads it. */
export type Legible =
  /** Null where none of my keys on this device opens it. */
  | { readonly kind: 'answer'; readonly keyAreaId: string; readonly content: ResponseContent | null }
  | { readonly kind: 'area'; readonly state: KeyAreaState }
  | { readonly kind: 'facilitators'; readonly facilitators: readonly Person[] }
  | { readonly kind: 'assessment'; readonly assessment: Assessment }
  | { readonly kind: 'shown'; readonly response: RevealedResponse }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'arrangements'; readonly arrangements: Arrangements }
  | { readonly kind: 'edition'; readonly edition: Edition }
  | { readonly kind: 'result'; readonly result: SharedResult }
  | { readonly kind: 'comment'; readonly comment: Comment };

/** A change that is not in SharePoint, legible on all its sides. */
export interface LegibleChange {
  readonly unsent: Unsent;
  /** Null where it shall be removed. */
  readonly mine: Legible | null;
  /** What it was made from; null for something new. */
  readonly before: Legible | null;
  /** What SharePoint has; for two versions, the other one. */
  readonly there: Legible | null;
  /** The title of the assessment it belongs to; empty where that is not on this device. */
  readonly assessmentTitle: string;
}

/** Everything somebody changed here that is not in SharePoint yet: what needs somebody first. */
export async function readChanges(work: Workplace): Promise<readonly LegibleChange[]> {
  const changes = await Promise.all((await readUnsent(work)).map((unsent) => readLegibly(work, unsent)));
  return changes.sort((left, right) => urgency(left.unsent) - urgency(right.unsent));
}

/** The unsent change of one record; null where SharePoint has everything. */
export async function readChange(work: Workplace, list: ListName, key: string): Promise<LegibleChange | null> {
  const places = [key, keyBeside(key)];
  const found = (await readUnsent(work)).find((unsent) => unsent.list === list && places.includes(unsent.key));
  return found ? readLegibly(work, found) : null;
}

function urgency({ state }: Unsent): number {
  return ['two-versions', 'parked', 'waiting', 'saving', 'saved'].indexOf(state.kind);
}

async function readLegibly(work: Workplace, unsent: Unsent): Promise<LegibleChange> {
  const { mine, before, there } = await sidesOf(work, unsent);
  const about = unsent.record ?? unsent.before ?? unsent.there?.record ?? null;
  const assessmentId = about && 'assessmentId' in about ? about.assessmentId : null;
  const assessment = assessmentId === null ? null : await work.replica.one('assessments', assessmentId);
  return { unsent, mine, before, there, assessmentTitle: assessment?.record.title ?? '' };
}

type Sides = Pick<LegibleChange, 'mine' | 'before' | 'there'>;

/** One record's sides; `read` is for records of its list. */
async function sides<T>(
  { record, before, there }: { record: T | null; before: T | null; there: { readonly record: T } | null },
  read: (record: T) => Legible | null | Promise<Legible | null>,
): Promise<Sides> {
  return {
    mine: record && (await read(record)),
    before: before && (await read(before)),
    there: there && (await read(there.record)),
  };
}

function sidesOf(work: Workplace, unsent: Unsent): Promise<Sides> {
  switch (unsent.list) {
    case 'assessments':
      return sides(unsent, (assessment) => ({ kind: 'assessment', assessment }));
    case 'workings':
      return sides(unsent, (working) => readWorking(work, working));
    case 'responses':
      return sides(unsent, (response) => ({ kind: 'shown', response }));
    case 'actions':
      return sides(unsent, (action) => ({ kind: 'action', action }));
    case 'results':
      return sides(unsent, (result) => ({ kind: 'result', result }));
    case 'comments':
      return sides(unsent, (comment) => ({ kind: 'comment', comment }));
    default:
      return unreachable(unsent);
  }
}

/** Null for what the product writes of its own accord. */
async function readWorking(work: Workplace, working: Working): Promise<Legible | null> {
  switch (working.kind) {
    case 'response':
      return { kind: 'answer', keyAreaId: working.keyAreaId, content: await openMine(work, working) };
    case 'recorded':
      return { kind: 'answer', keyAreaId: working.keyAreaId, content: null };
    case 'area':
      return { kind: 'area', state: working.state };
    case 'facilitators':
      return { kind: 'facilitators', facilitators: working.facilitators };
    case 'arrangements':
      return { kind: 'arrangements', arrangements: working };
    case 'edition':
      return { kind: 'edition', edition: working };
    case 'person-key':
    case 'assessment-key':
    case 'message':
    case 'opened':
    case 'latest':
    case 'settings':
    case 'page':
      return null;
    default:
      return unreachable(working);
  }
}

/**
 * Chooses between two versions. What only one side changed is kept either way. A link of the facilitator chain that a facilitator
 * made is never written over, or it would count for nobody: mine then follows it as the next link.
 */
export async function chooseVersion(
  work: Workplace,
  unsent: Unsent,
  which: 'mine' | 'theirs',
): Promise<Result<void, Refusal>> {
  const { list, key, record } = unsent;
  if (list === 'workings' && record?.kind === 'facilitators') {
    await work.replica.discard(list, key);
    return which === 'mine' ? changeFacilitators(work, record.assessmentId, record.facilitators) : ok(undefined);
  }
  await work.replica.choose(list, key, which);
  return ok(undefined);
}
