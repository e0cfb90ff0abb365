// Actions: one row each, with a person or a post as owner.
import * as z from 'zod/mini';
import type { Action, ActionOwner, ActionStatus } from '../../assessment';
import { keyAreaTitle, read, write } from './cells';
import type { Codec } from './codec';

const statuses = ['open', 'done', 'dropped'] as const satisfies readonly ActionStatus[];

function ownerOf(id: string | null, name: string): ActionOwner | null {
  if (id !== null) return { kind: 'person', person: { id, displayName: name } };
  return name === '' ? null : { kind: 'post', post: name };
}

const nameOf = (owner: ActionOwner): string => (owner.kind === 'person' ? owner.person.displayName : owner.post);

const decode = z.pipe(
  z.object({
    ActionId: read.id,
    AssessmentId: read.id,
    KeyAreaId: read.filled,
    ActionText: read.text,
    OwnerId: read.idOrNull,
    Owner: read.text,
    DueDate: read.dayOrNull,
    Status: z.enum(statuses),
  }),
  z.transform(
    (row): Action => ({
      id: row.ActionId,
      assessmentId: row.AssessmentId,
      keyAreaId: row.KeyAreaId,
      text: row.ActionText,
      owner: ownerOf(row.OwnerId, row.Owner),
      due: row.DueDate,
      status: row.Status,
    }),
  ),
);

export const actions: Codec<Action> = {
  version: 1,
  encode: (record) => ({
    Title: write.caption(record.text),
    ActionId: record.id.toLowerCase(),
    AssessmentId: record.assessmentId.toLowerCase(),
    KeyAreaId: record.keyAreaId,
    KeyArea: write.caption(keyAreaTitle(record.keyAreaId)),
    ActionText: write.lines(record.text),
    OwnerId: record.owner?.kind === 'person' ? record.owner.person.id.toLowerCase() : null,
    Owner: record.owner === null ? null : write.line(nameOf(record.owner)),
    DueDate: write.day(record.due),
    Status: record.status,
  }),
  decode,
};
