// Which assessments are open in this channel. One that somebody closed or moved by hand, and who may not, stays.
import * as z from 'zod/mini';
import type { Assessment } from '../assessment';
import { homeKey, type Stored } from '../sharepoint/records';
import { rememberCreator } from './creators';
import type { Workplace } from './workplace';

/** The assessments this device last knew to be open here. */
const noteName = 'open-here';
const noteShape = z.array(z.string());

/** Assessments open here, practice ones included, each as far as it is believed. */
export async function openHere(work: Workplace): Promise<readonly Stored<Assessment>[]> {
  const rows = await work.replica.openHere();
  const missing = await noLongerListed(work, rows);
  const found = await Promise.all([
    ...rows.map((row) => asBelieved(work, row, true)),
    ...missing.map((row) => asBelieved(work, row, false)),
  ]);
  return found.filter((row) => row !== null);
}

/**
 * A row as far as it is believed; null where it is not open here.
 * @param listed whether it is open here by its own word, or was before somebody wrote it last
 */
async function asBelieved(
  work: Workplace,
  row: Stored<Assessment>,
  listed: boolean,
): Promise<Stored<Assessment> | null> {
  if (await work.ownRows.isBelieved(row)) return listed ? row : null;
  const instead = work.ownRows.instead(row);
  if (instead) return isOpenIn(work, instead) ? { ...row, record: instead } : null;
  return listed || !work.ownRows.isLookedInto(row) ? row : null;
}

const isOpenIn = ({ home }: Workplace, assessment: Assessment): boolean =>
  assessment.phase !== 'closed' && assessment.phase !== 'cancelled' && homeKey(assessment.home) === homeKey(home);

/** Rows that were open here when this device last looked, and are not by their own word any more. */
async function noLongerListed(
  { replica }: Workplace,
  listed: readonly Stored<Assessment>[],
): Promise<readonly Stored<Assessment>[]> {
  const note = await replica.kept(noteName);
  const known = noteShape.safeParse(note === null ? [] : JSON.parse(note));
  const missing = known.success ? known.data.filter((id) => !listed.some((row) => row.key === id)) : [];
  const rows = await Promise.all(missing.map((id) => replica.one('assessments', id)));
  return rows.filter((row) => row !== null);
}

/** Looks into rows that are not believed, and notes what is open here. Asks nobody where all are believed. */
export async function tendOpenHere(work: Workplace): Promise<void> {
  const { replica, ownRows } = work;
  const rows = await replica.openHere();
  for (const row of rows) await rememberCreator(replica, row);
  for (const { key } of [...rows, ...(await noLongerListed(work, rows))]) await ownRows.look(key);
  const open = (await openHere(work)).map((row) => row.key).sort();
  // Followed like one that was asked for by a link: reading everything afresh would otherwise leave it out.
  for (const key of open.filter((each) => !rows.some((row) => row.key === each))) await replica.fetchAssessment(key);
  const note = JSON.stringify(open);
  if ((await replica.kept(noteName)) !== note) await replica.keep(noteName, note);
}
