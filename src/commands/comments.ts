// Councillors' questions and comments: which belong to an assessment, which have to be placed, and the officers' replies.
import { type Comment, mayReply } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { siteOf } from '../sharepoint/place';
import { presetColumn } from '../sharepoint/provision';
import type { Stored } from '../sharepoint/records';
import type { Refusal } from './refusal';
import { readView } from './view';
import type { Workplace } from './workplace';

export interface Comments {
  /** Those of the assessment, oldest first. */
  readonly placed: readonly Stored<Comment>[];
  /** Those that name no assessment, or one that is not on this device: `isUnknown` tells whether it is anywhere. Oldest first. */
  readonly others: readonly Stored<Comment>[];
}

/** Reads what councillors wrote. Read inside `replica.watch`. */
export async function readComments({ replica }: Workplace, assessmentId: string): Promise<Comments> {
  const held = [...(await replica.held('comments'))].sort(byTime);
  const here = await Promise.all(
    held.map(
      async ({ record }) => record.assessmentId !== null && (await replica.one('assessments', record.assessmentId)),
    ),
  );
  return {
    placed: held.filter(({ record }) => record.assessmentId === assessmentId),
    others: held.filter((_, at) => !here[at]),
  };
}

const byTime = (left: Stored<Comment>, right: Stored<Comment>): number =>
  (left.createdAt ?? '') < (right.createdAt ?? '') ? -1 : 1;

/** Whether an assessment that a comment names is nowhere in SharePoint. */
export async function isUnknown({ replica }: Workplace, assessmentId: string): Promise<Result<boolean, GraphFault>> {
  const found = await replica.fetchOne('assessments', assessmentId);
  return found.ok ? ok(!found.value) : found;
}

/**
 * Replies to a comment. The reply stands in the councillor's own item.
 * @param before the reply as it was when this one was begun: what another officer wrote meanwhile is kept beside it
 */
export const replyTo = (
  work: Workplace,
  assessmentId: string,
  comment: Stored<Comment>,
  reply: string,
  before: string,
): Promise<Result<void, Refusal>> =>
  change(work, assessmentId, comment.key, { ...comment.record, reply: before }, { reply: reply.trim() });

/** Says to which assessment a comment belongs. */
export const placeComment = (
  work: Workplace,
  assessmentId: string,
  comment: Stored<Comment>,
): Promise<Result<void, Refusal>> => change(work, assessmentId, comment.key, comment.record, { assessmentId });

async function change(
  work: Workplace,
  assessmentId: string,
  key: string,
  from: Comment,
  more: Partial<Comment>,
): Promise<Result<void, Refusal>> {
  const view = await readView(work, assessmentId);
  if (!view) return fail({ kind: 'no-assessment' });
  if (!mayReply(view.role)) return fail({ kind: 'not-allowed', needs: 'participant' });
  await work.replica.put('comments', key, { ...from, ...more }, from);
  return ok(undefined);
}

/** Has comments made from now on name an assessment by themselves: the column's default in SharePoint's own form. */
export const presetComments = ({ graph, place }: Workplace, assessmentId: string): Promise<Result<void, GraphFault>> =>
  presetColumn(graph, siteOf(place, 'comments'), place.lists.comments, 'AssessmentId', assessmentId);
