// Shown answers: one row each, every value readable; without a name where names are off.
import * as z from 'zod/mini';
import type { Confidence, Judgement, RecordedAs, RevealedResponse } from '../../assessment';
import type { Person } from '../../base/person';
import { framework, type Level, levelName } from '../../framework';
import { keyAreaTitle, read, write } from './cells';
import type { Codec } from './codec';

const confidences = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];
const recordings = ['own', 'for-person', 'show-of-hands'] as const satisfies readonly RecordedAs[];

const answerWord = (judgement: Judgement): string =>
  judgement === 'cannot-judge' ? 'Cannot judge' : levelName(framework, judgement);

const personOf = (id: string | null, displayName: string): Person | null => (id === null ? null : { id, displayName });

const decode = z.pipe(
  z
    .object({
      ResponseId: read.id,
      AssessmentId: read.id,
      KeyAreaId: read.filled,
      Level: read.levelOrNull,
      CannotJudge: read.yesNo,
      MovingOn: read.yesNo,
      Confidence: z.nullish(z.enum(confidences)),
      Remark: read.text,
      EvidenceLink: read.textOrNull,
      EvidenceNote: read.text,
      PersonId: read.idOrNull,
      PersonName: read.text,
      RecordedAs: z.enum(recordings),
      RecordedById: read.idOrNull,
      RecordedBy: read.text,
      Hands: read.count,
    })
    .check(z.refine((row) => (row.Level === null) === row.CannotJudge, { path: ['Level'] })),
  z.transform(
    (row): RevealedResponse => ({
      responseId: row.ResponseId,
      assessmentId: row.AssessmentId,
      keyAreaId: row.KeyAreaId,
      judgement: row.Level ?? 'cannot-judge',
      movingOn: row.MovingOn,
      confidence: row.Confidence ?? null,
      remark: row.Remark,
      evidence: row.EvidenceLink === null ? null : { link: row.EvidenceLink, note: row.EvidenceNote },
      person: personOf(row.PersonId, row.PersonName),
      recordedAs: row.RecordedAs,
      recordedBy: personOf(row.RecordedById, row.RecordedBy),
      count: row.Hands,
    }),
  ),
);

const levelOf = (judgement: Judgement): Level | null => (judgement === 'cannot-judge' ? null : judgement);

export const responses: Codec<RevealedResponse> = {
  version: 1,
  encode: (record) => ({
    Title: write.caption(`${keyAreaTitle(record.keyAreaId)}: ${answerWord(record.judgement)}`),
    ResponseId: record.responseId.toLowerCase(),
    AssessmentId: record.assessmentId.toLowerCase(),
    KeyAreaId: record.keyAreaId,
    KeyArea: write.caption(keyAreaTitle(record.keyAreaId)),
    Answer: answerWord(record.judgement),
    Level: levelOf(record.judgement),
    CannotJudge: record.judgement === 'cannot-judge',
    MovingOn: record.movingOn,
    Confidence: record.confidence,
    Remark: write.lines(record.remark),
    EvidenceLink: record.evidence === null ? null : write.lines(record.evidence.link),
    EvidenceNote: record.evidence === null ? null : write.lines(record.evidence.note),
    PersonId: record.person?.id.toLowerCase() ?? null,
    PersonName: record.person === null ? 'unnamed' : write.line(record.person.displayName),
    RecordedAs: record.recordedAs,
    RecordedById: record.recordedBy?.id.toLowerCase() ?? null,
    RecordedBy: record.recordedBy === null ? null : write.line(record.recordedBy.displayName),
    Hands: record.count,
  }),
  decode,
};
