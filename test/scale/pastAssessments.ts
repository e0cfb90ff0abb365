// Years of past assessments of one channel, put straight into the database of the sandbox.
import { randomUUID } from 'node:crypto';
import { inTransaction, type SandboxDatabase } from '../../sandbox/store/database';
import { framework } from '../../src/framework';
import { newKeyPair, publicHalf, sealResponse } from '../../src/sealing';
import type { Place } from '../../src/sharepoint/place';
import { homeKey, keys } from '../../src/sharepoint/records';
import { keyAreaIds, type Past, pastAssessment, type SealedAnswer } from './pastRecords';
import { rowsInto, type Written } from './rowsInto';

const dayLong = 24 * 3600_000;
const firstOpened = Date.UTC(2020, 0, 6, 10);
/** Assessments that are written in one go. */
const atATime = 50;

/**
 * Adds so many closed assessments, a day apart, and lets history begin with the newest: a row each in the assessments list, and for
 * twelve people 55 in the workings, 48 shown answers, 8 actions and 4 results. Gives their ids, oldest first. Rows are as the product
 * writes them; one set of envelopes serves all, since nobody opens what was shown already.
 */
export async function addPastAssessments(
  database: SandboxDatabase,
  place: Place,
  past: Past,
  howMany: number,
): Promise<readonly string[]> {
  const sealed = await sealedAnswers(past);
  const ids = Array.from({ length: howMany }, () => randomUUID());
  for (let from = 0; from < howMany; from += atATime) {
    inTransaction(database, () => {
      const writer = rowsInto(database, place);
      for (let nth = from; nth < Math.min(from + atATime, howMany); nth += 1) {
        const before = nth === 0 ? null : (ids[nth - 1] ?? null);
        for (const written of pastAssessment(past, sealed, ids[nth] ?? '', before, openedAt(nth)))
          writer.add(written, openedAt(nth));
      }
      writer.finish();
    });
    // A server in the same process must have its turns, or its connections go stale.
    await new Promise((next) => setImmediate(next));
  }
  const newest = ids.at(-1);
  if (newest !== undefined) {
    const writer = rowsInto(database, place);
    writer.add(beginningOfHistory(past, newest), openedAt(howMany));
    writer.finish();
  }
  return ids;
}

const openedAt = (nth: number): string => new Date(firstOpened + nth * dayLong).toISOString();

const beginningOfHistory = ({ home, facilitator }: Past, assessmentId: string): Written => ({
  list: 'workings',
  key: keys.latest(homeKey(home)),
  record: { kind: 'latest', home: homeKey(home), assessmentId },
  by: facilitator,
});

async function sealedAnswers({ people }: Past): Promise<readonly SealedAnswer[]> {
  const assessment = publicHalf(await newKeyPair(randomUUID));
  const author = publicHalf(await newKeyPair(randomUUID));
  const sealing = people.flatMap((person) =>
    keyAreaIds.map(async (keyAreaId): Promise<SealedAnswer> => {
      const place = { assessmentId: randomUUID(), keyAreaId, personId: person.id, frameworkVersion: framework.version };
      const content = {
        responseId: randomUUID(),
        judgement: 3,
        movingOn: false,
        confidence: null,
        remark: '',
        evidence: null,
      } as const;
      return { keyAreaId, person, envelope: await sealResponse(content, { assessment, author }, place) };
    }),
  );
  return Promise.all(sealing);
}
