// Answers to an open assessment from more people than can be simulated, sealed as theirs and put straight into the sandbox's database.
import { randomUUID } from 'node:crypto';
import { inTransaction, type SandboxDatabase } from '../../sandbox/store/database';
import type { Assessment, PublicKey } from '../../src/assessment';
import type { Person } from '../../src/base/person';
import { levels } from '../../src/framework';
import { newKeyPair, publicHalf, sealResponse } from '../../src/sealing';
import type { Place } from '../../src/sharepoint/place';
import { keys } from '../../src/sharepoint/records';
import { rowsInto, type Written } from './rowsInto';

/** Each of the people answers one key area. Nobody has the authors' own keys: only a facilitator can open these. */
export async function addAnswers(
  database: SandboxDatabase,
  place: Place,
  assessment: Assessment & { readonly publicKey: PublicKey },
  keyAreaId: string,
  people: readonly Person[],
): Promise<void> {
  const author = publicHalf(await newKeyPair(randomUUID));
  const answers = await Promise.all(
    people.map(async (person, nth): Promise<Written> => {
      const where = {
        assessmentId: assessment.id,
        keyAreaId,
        personId: person.id,
        frameworkVersion: assessment.frameworkVersion,
      };
      const content = {
        responseId: randomUUID(),
        judgement: levels[nth % levels.length] ?? 'cannot-judge',
        movingOn: false,
        confidence: 'medium',
        remark: 'Registers are kept by each service, and nobody sees them as a whole. '.repeat(4),
        evidence: null,
      } as const;
      const envelope = await sealResponse(content, { assessment: assessment.publicKey, author }, where);
      const key = keys.response(assessment.id, keyAreaId, person.id);
      return { list: 'workings', key, record: { kind: 'response', ...where, envelope }, by: person };
    }),
  );
  inTransaction(database, () => {
    const rows = rowsInto(database, place);
    for (const answer of answers) rows.add(answer, new Date().toISOString());
    rows.finish();
  });
}
