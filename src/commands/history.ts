// Earlier assessments of a channel: where history begins, and what can be brought forward from it (docs/decisions/0003-newest-assessment.md).
import { type Assessment, type EarlierResult, isOwnWork } from '../assessment';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { homeKey, keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { changeAssessment } from './change';
import { openHere } from './openHere';
import { readView } from './view';
import type { Workplace } from './workplace';

/** An earlier assessment with what was agreed in it. */
export interface Previous {
  readonly assessment: Assessment;
  readonly earlier: readonly EarlierResult[];
}

/** How many earlier assessments are offered to compare with, and how many are looked at to find them. */
const offered = 5;
const lookedAt = 12;

const latestKey = (work: Workplace): string => keys.latest(homeKey(work.home));

/** Results of earlier assessments of this channel that can be brought forward, newest first. */
export async function readPrevious(work: Workplace): Promise<Result<readonly Previous[], GraphFault>> {
  const read = await work.replica.fetchOne('workings', latestKey(work));
  if (!read.ok) return read;
  const found: Previous[] = [];
  let next = await knownLatest(work);
  for (let looked = 0; next !== null && looked < lookedAt && found.length < offered; looked += 1) {
    const fetched = await work.replica.fetchAssessment(next);
    if (!fetched.ok) return fetched;
    const previous = await previousOf(work, next);
    if (previous === null) break;
    if (previous.earlier.length > 0) found.push(previous);
    next = previous.assessment.previousId;
  }
  return ok(found);
}

async function knownLatest(work: Workplace): Promise<string | null> {
  const row = await work.replica.one('workings', latestKey(work));
  return row?.record.kind === 'latest' ? row.record.assessmentId : null;
}

/** Null where there is no such assessment, or another channel's. */
async function previousOf(work: Workplace, assessmentId: string): Promise<Previous | null> {
  const view = await readView(work, assessmentId);
  if (!view || homeKey(view.assessment.home) !== homeKey(work.home)) return null;
  const { assessment } = view;
  // What was cancelled never became the council's view.
  const counts = assessment.phase !== 'cancelled';
  const earlier = view.states.flatMap(({ phase, agreement, keyAreaId }): EarlierResult[] =>
    counts && phase === 'agreed' && agreement
      ? [
          {
            keyAreaId,
            level: agreement.level,
            date: londonDay(new Date(agreement.at)),
            source: assessment.title,
          },
        ]
      : [],
  );
  return { assessment, earlier };
}

/**
 * Sees to it that history begins with the newest assessment open here, and goes on from it to the one before. Opening itself does
 * not wait for that: it must work without a network.
 * @param settled assessments for which this was seen to already
 */
export async function tendHistory(work: Workplace, settled: Set<string>): Promise<void> {
  const newest = await newestOfMine(work);
  if (!newest || settled.has(newest.id)) return;
  const looked = await work.replica.fetchOne('workings', latestKey(work));
  if (!looked.ok) return;
  const before = await knownLatest(work);
  if (before !== newest.id) {
    const earlier = before === null ? null : await fetched(work, before);
    if (earlier !== null && !earlier.ok) return;
    if (!(await begin(work, newest, earlier?.value ?? null))) return;
  }
  settled.add(newest.id);
}

/** The newest real assessment open here, where I opened it: two devices that both saw to it would contradict each other. */
async function newestOfMine(work: Workplace): Promise<Assessment | null> {
  const real = (await openHere(work)).filter((stored) => !stored.record.practice);
  const newest = real.sort((left, right) => (openedAt(left.record) < openedAt(right.record) ? 1 : -1))[0];
  return newest && isOwnWork({ createdBy: newest.createdBy, lastModifiedBy: null }, work.person.id)
    ? newest.record
    : null;
}

const openedAt = (assessment: Assessment): string => assessment.openedAt ?? '';

async function fetched(work: Workplace, assessmentId: string): Promise<Result<Assessment | null, GraphFault>> {
  const found = await work.replica.fetchOne('assessments', assessmentId);
  return found.ok ? ok((await work.replica.one('assessments', assessmentId))?.record ?? null) : found;
}

/** False where somebody else's opening at the same moment came first: then this one's turn is the next look. */
async function begin(work: Workplace, newest: Assessment, earlier: Assessment | null): Promise<boolean> {
  // A newer one was opened, and is over already.
  if (earlier && openedAt(earlier) > openedAt(newest)) return true;
  if (earlier && newest.previousId === null) await changeAssessment(work, newest, { previousId: earlier.id });
  await work.replica.put('workings', latestKey(work), {
    kind: 'latest',
    home: homeKey(work.home),
    assessmentId: newest.id,
  });
  const written = await work.replica.confirmed('workings', latestKey(work));
  if (!written.ok) await work.replica.choose('workings', latestKey(work), 'theirs');
  return written.ok;
}
