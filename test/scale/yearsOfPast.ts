// A council with years of past assessments behind it, for tests and measures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../sandbox/store/database';
import { generalChannelId, teamId } from '../../sandbox/store/seed';
import type { Place } from '../../src/sharepoint/place';
import { personOf } from '../sharepoint/tenant';
import { addOfficers } from './officers';
import { addPastAssessments } from './pastAssessments';

export const general = { teamId, channelId: generalChannelId, channelName: 'General' };

/** A folder that a sandbox can keep its state in, and how to take it away. */
export function newFolder(): { readonly directory: string; readonly remove: () => void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'showing-leadership-'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Puts so many past assessments of the General channel into a running sandbox's folder: Priya facilitated, twelve officers answered. */
export async function addYearsOfPast(directory: string, place: Place, howMany: number): Promise<readonly string[]> {
  const database = openDatabase(directory);
  try {
    const people = addOfficers(database, 12);
    return await addPastAssessments(
      database,
      place,
      { home: general, facilitator: personOf('priya'), people },
      howMany,
    );
  } finally {
    database.close();
  }
}
