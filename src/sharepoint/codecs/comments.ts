// Councillors' comments, made with SharePoint's own form: the choices there are words, here they are ids.
import * as z from 'zod/mini';
import type { Comment } from '../../assessment';
import { framework } from '../../framework';
import { unplacedId } from '../lists';
import { keyAreaTitle, read, write } from './cells';
import type { Codec } from './codec';

const keyAreaOfTitle = (title: string): string =>
  framework.theme.keyAreas.find((area) => area.title === title)?.id ?? title;

const decode = z.pipe(
  z.object({
    AssessmentId: read.idOrNull,
    Title: read.text,
    KeyArea: read.textOrNull,
    Kind: z.nullish(z.enum(['Question', 'Comment'])),
    CommentText: read.text,
    Reply: read.text,
  }),
  z.transform(
    (row): Comment => ({
      assessmentId: row.AssessmentId === unplacedId ? null : row.AssessmentId,
      keyAreaId: row.KeyArea === null ? null : keyAreaOfTitle(row.KeyArea),
      title: row.Title,
      kind: row.Kind === 'Question' ? 'question' : 'comment',
      text: row.CommentText,
      reply: row.Reply,
    }),
  ),
);

export const comments: Codec<Comment> = {
  version: 1,
  encode: (record) => ({
    Title: write.caption(record.title),
    AssessmentId: record.assessmentId?.toLowerCase() ?? unplacedId,
    KeyArea: record.keyAreaId === null ? null : keyAreaTitle(record.keyAreaId),
    Kind: record.kind === 'question' ? 'Question' : 'Comment',
    CommentText: write.lines(record.text),
    Reply: write.lines(record.reply),
  }),
  decode,
};
