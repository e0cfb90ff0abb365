// Who made an assessment. Everything else rests on it, and a row that is deleted and made anew has another maker: so this device remembers
// whom it met first.
import type { Assessment } from '../assessment';
import type { Person } from '../base/person';
import type { Replica } from '../replica/replica';
import type { Stored } from '../sharepoint/records';

const noteName = (assessmentId: string): string => `made-by ${assessmentId}`;

/** The id of whoever made an assessment, as this device met it first. What exists only here, I made. */
export async function creatorOf(
  replica: Pick<Replica, 'kept'>,
  stored: Stored<Assessment>,
  me: Person,
): Promise<string> {
  return (await replica.kept(noteName(stored.key))) ?? stored.createdBy?.id ?? me.id;
}

/** Remembers who made an assessment, unless that is remembered already. */
export async function rememberCreator(replica: Replica, { key, createdBy }: Stored<Assessment>): Promise<void> {
  if (createdBy && (await replica.kept(noteName(key))) === null) await replica.keep(noteName(key), createdBy.id);
}
