// Results: what councillors read, words only.
import * as z from 'zod/mini';
import type { SharedResult } from '../../assessment';
import { keys } from '../records';
import { read, write } from './cells';
import type { Codec } from './codec';

const decode = z.pipe(
  z.object({
    AssessmentId: read.id,
    KeyAreaId: read.filled,
    AssessmentTitle: read.text,
    Organisation: read.text,
    KeyArea: read.text,
    Level: read.text,
    Meaning: read.text,
    Change: read.text,
    Target: read.text,
    Reason: read.text,
    NextActions: read.text,
    Comparison: read.text,
    SharedOn: z.pipe(read.dayOrNull, z.string()),
  }),
  z.transform(
    (row): SharedResult => ({
      assessmentId: row.AssessmentId,
      keyAreaId: row.KeyAreaId,
      assessmentTitle: row.AssessmentTitle,
      organisation: row.Organisation,
      keyArea: row.KeyArea,
      level: row.Level,
      meaning: row.Meaning,
      change: row.Change,
      target: row.Target,
      reason: row.Reason,
      actions: row.NextActions,
      comparison: row.Comparison,
      sharedOn: row.SharedOn,
    }),
  ),
);

export const results: Codec<SharedResult> = {
  version: 1,
  encode: (record) => ({
    Title: write.caption(record.level === '' ? record.keyArea : `${record.keyArea}: ${record.level}`),
    ResultKey: keys.result(record.assessmentId, record.keyAreaId),
    AssessmentId: record.assessmentId.toLowerCase(),
    KeyAreaId: record.keyAreaId,
    KeyArea: write.line(record.keyArea),
    Level: write.line(record.level),
    Meaning: write.lines(record.meaning),
    Change: write.lines(record.change),
    Target: write.lines(record.target),
    Reason: write.lines(record.reason),
    NextActions: write.lines(record.actions),
    Comparison: write.lines(record.comparison),
    SharedOn: write.day(record.sharedOn),
    AssessmentTitle: write.line(record.assessmentTitle),
    Organisation: write.line(record.organisation),
  }),
  decode,
};
