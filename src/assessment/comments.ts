// Where a councillor's question or comment stands, and who may reply. Pure.
import { mayActAs, type Role } from './lifeCycles';
import type { Comment } from './records';

/** A question waits until somebody replies; a comment needs no reply, and may have one. */
export type CommentStanding = 'waiting' | 'answered' | 'no-reply-needed';

/** Where one stands. */
export function commentStanding({ kind, reply }: Pick<Comment, 'kind' | 'reply'>): CommentStanding {
  if (reply.trim() !== '') return 'answered';
  return kind === 'question' ? 'waiting' : 'no-reply-needed';
}

/** Those asked and facilitators reply and place; whoever only looks on does not. */
export const mayReply = (role: Role): boolean => mayActAs(role, 'participant');
