// A result on its way through the committee: where it stands, what must be filled in, and whether it changed since. Pure.
import type { Person } from '../base/person';
import { isDay, longestTitle } from './draft';
import type { EditionPhase } from './lifeCycles';
import type { Clearing, CommitteeOutcome, Day, Edition, Moment, SharedResult } from './records';
import { factsOf, readSnapshot, readsAlike, type SnapshotContent } from './snapshot';
import type { ChangedSince, CommitteeStanding } from './standing';
import type { Summary } from './summary';

/** How far an edition has come. */
export function editionPhase({ outcome }: Pick<Edition, 'outcome'>): EditionPhase {
  if (outcome === null) return 'cleared';
  return outcome.minutesConfirmed ? 'confirmed' : 'draft';
}

/** A record with what SharePoint says of its row. */
interface Written<T> {
  readonly record: T;
  readonly lastModifiedBy: Person | null;
  readonly lastModifiedAt: Moment | null;
}

/** What a standing is made from. Order makes no difference. */
export interface CommitteeInput {
  /** The editions that count, with whether their fingerprints fit. */
  readonly editions: readonly {
    readonly record: Edition;
    readonly createdAt: Moment | null;
    readonly intact: boolean;
  }[];
  /** What the results list holds. */
  readonly results: readonly Written<SharedResult>[];
  /** What officers recorded, as the summary of the same moment says it. */
  readonly summary: Pick<Summary, 'keyAreas'>;
  /** The rows the summary was made from: states of key areas and actions. */
  readonly rows: readonly Written<{ readonly keyAreaId: string }>[];
}

/** Where a result stands; null where it was never cleared. */
export function committeeStanding(input: CommitteeInput): CommitteeStanding | null {
  const editions = [...input.editions].sort((left, right) => right.record.number - left.record.number);
  const [newest] = editions;
  if (!newest) return null;
  const kept = newest.intact ? readSnapshot(newest.record.snapshot.text) : null;
  return {
    edition: newest.record,
    decided: editions.find(({ record }) => record.outcome !== null)?.record ?? null,
    intact: kept !== null,
    changed: kept && changedSince(kept, newest.createdAt ?? '', input),
  };
}

/** How what stands there now differs from what was kept. What councillors read comes before what officers recorded. */
function changedSince(kept: SnapshotContent, since: Moment, input: CommitteeInput): ChangedSince | null {
  const inResults = differingResults(kept, input.results);
  const inRecord = differingFacts(kept.facts, factsOf(input.summary));
  const differing = [...new Set([...inResults, ...inRecord])];
  if (differing.length === 0) return null;
  const last =
    inResults.length > 0
      ? newestOf(input.results.filter(({ record }) => inResults.includes(record.keyAreaId)))
      : newestOf(input.rows.filter((row) => inRecord.includes(row.record.keyAreaId) && isSince(row, since)));
  return {
    inResults: inResults.length > 0,
    keyAreas: differing.map((keyAreaId) => titleOf(keyAreaId, kept, input)).sort(),
    by: last?.lastModifiedBy ?? null,
    at: last?.lastModifiedAt ?? null,
  };
}

/** Of an action that was removed no row says who did it, and older rows did not. Both moments are SharePoint's. */
const isSince = ({ lastModifiedAt }: Written<unknown>, since: Moment): boolean => (lastModifiedAt ?? since) >= since;

const differingFacts = (then: SnapshotContent['facts'], now: SnapshotContent['facts']): readonly string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((keyAreaId) => then[keyAreaId] !== now[keyAreaId]);

/** Key areas of which councillors read something else now, or something where there was nothing, or nothing any more. */
function differingResults(kept: SnapshotContent, results: CommitteeInput['results']): readonly string[] {
  const before = new Map(kept.results.map((row) => [row.keyAreaId ?? '', row]));
  const now = new Map(results.map(({ record }) => [record.keyAreaId, record]));
  return [...new Set([...before.keys(), ...now.keys()])].filter((keyAreaId) => {
    const [then, since] = [before.get(keyAreaId), now.get(keyAreaId)];
    return !then || !since || !readsAlike(then, since);
  });
}

const newestOf = <T extends Written<unknown>>(rows: readonly T[]): T | undefined =>
  [...rows].sort((left, right) => ((left.lastModifiedAt ?? '') < (right.lastModifiedAt ?? '') ? 1 : -1))[0];

const titleOf = (keyAreaId: string, kept: SnapshotContent, { summary }: CommitteeInput): string =>
  summary.keyAreas.find((area) => area.keyAreaId === keyAreaId)?.title ??
  kept.results.find((row) => row.keyAreaId === keyAreaId)?.keyArea ??
  keyAreaId;

export type ClearingFault =
  | { readonly field: 'name' | 'post'; readonly kind: 'missing' | 'too-long' }
  | { readonly field: 'on'; readonly kind: 'no-day' | 'in-the-future' };

/** What keeps a clearing from being recorded; empty where nothing does. `today` is the day in Europe/London. */
export const checkClearing = (clearing: Clearing, today: Day): readonly ClearingFault[] => [
  ...lineFaults(clearing, ['name', 'post']),
  ...dayFaults(clearing.on, today),
];

export type OutcomeFault =
  | { readonly field: 'body' | 'recommendedTo' | 'minute'; readonly kind: 'missing' | 'too-long' }
  | { readonly field: 'callIn'; readonly kind: 'too-long' }
  | { readonly field: 'on'; readonly kind: 'no-day' | 'in-the-future' };

/** Most characters of what is said about call-in. */
const longestCallIn = 4_000;

/** What keeps an outcome from being recorded. The minute need not be known before the minutes are confirmed. */
export const checkOutcome = (outcome: CommitteeOutcome, today: Day): readonly OutcomeFault[] => [
  ...lineFaults(outcome, ['body', ...(outcome.decision === 'recommended' ? ['recommendedTo' as const] : [])]),
  ...dayFaults(outcome.on, today),
  ...lineFaults(outcome, ['minute']).filter(({ kind }) => kind === 'too-long' || outcome.minutesConfirmed),
  ...(outcome.callIn.length > longestCallIn ? [{ field: 'callIn', kind: 'too-long' } as const] : []),
];

function lineFaults<Field extends string>(record: Readonly<Record<Field, string>>, fields: readonly Field[]) {
  return fields.flatMap((field): { readonly field: Field; readonly kind: 'missing' | 'too-long' }[] => {
    const text = record[field].trim();
    if (text === '') return [{ field, kind: 'missing' }];
    return text.length > longestTitle ? [{ field, kind: 'too-long' }] : [];
  });
}

function dayFaults(
  on: Day,
  today: Day,
): readonly { readonly field: 'on'; readonly kind: 'no-day' | 'in-the-future' }[] {
  if (!isDay(on)) return [{ field: 'on', kind: 'no-day' }];
  return on > today ? [{ field: 'on', kind: 'in-the-future' }] : [];
}
