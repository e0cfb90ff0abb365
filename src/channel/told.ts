// What there is to tell of an assessment, whether or not anybody wants it told.
import {
  type Action,
  type Arrangements,
  acceptsAnswers,
  type Comment,
  type Day,
  type MessageEvent,
  type Summary,
  takingPart,
} from '../assessment';
import { type Person, samePerson } from '../base/person';
import {
  type AreaWorking,
  type ChannelMessage,
  type EditionWorking,
  keys,
  type ListName,
  type RecordOf,
  type Stored,
} from '../sharepoint/records';
import { londonDay } from '../words';

/** What an assessment says, with what SharePoint says of the rows it says it in. Only what counts: nothing that is not believed. */
export interface Told {
  readonly assessment: Stored<RecordOf['assessments']>;
  readonly summary: Summary;
  readonly facilitators: readonly Person[];
  readonly states: readonly Stored<AreaWorking>[];
  /** For each key area, the ids of the people with an answer that counts. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
  readonly messages: readonly Stored<ChannelMessage>[];
  readonly actions: readonly Stored<Action>[];
  readonly comments: readonly Stored<Comment>[];
  readonly editions: readonly Stored<EditionWorking>[];
  readonly arrangements: Arrangements;
}

/** What a message is about, beside the assessment itself. */
export type Subject =
  | { readonly event: 'opened' | 'shared' }
  | { readonly event: 'waiting' }
  | { readonly event: 'answers-shown' | 'agreed'; readonly keyAreaId: string }
  | { readonly event: 'question' | 'reply'; readonly comment: Stored<Comment> }
  | { readonly event: 'due-soon' | 'overdue'; readonly action: Action; readonly due: Day }
  | { readonly event: 'cleared' | 'outcome'; readonly edition: EditionWorking };

/** One message that there is something to say for. */
export interface Tellable {
  readonly assessmentId: string;
  readonly event: MessageEvent;
  readonly occasion: string;
  /** Everybody in the channel, or one person in their activity feed and nobody else. */
  readonly to: { readonly kind: 'channel' } | { readonly kind: 'person'; readonly personId: string };
  readonly about: Subject;
  /** The row that says so. Nothing is told before SharePoint has its newest change. */
  readonly source: { readonly list: ListName; readonly key: string };
  /** Since when there is something to tell: a moment or a day; null where only SharePoint can say, and has not yet. */
  readonly since: string | null;
  /** When SharePoint last changed that row, by its own clock; null while it does not have it. */
  readonly confirmedAt: string | null;
}

/** How long before its day an action is due soon, in days. */
const soonDays = 14;

const channel = { kind: 'channel' } as const;
const personal = (personId: string) => ({ kind: 'person', personId }) as const;

/** Everything there is to tell of an assessment now. Practice, drafts, and what is closed or cancelled say nothing. */
export function tellable(told: Told, now: Date): readonly Tellable[] {
  const { practice, phase } = told.assessment.record;
  if (practice || !(phase === 'open' || phase === 'shared' || phase === 'cleared')) return [];
  return [
    ...opening(told),
    ...waiting(told, now),
    ...keyAreas(told),
    ...sharing(told),
    ...comments(told),
    ...actions(told, now),
    ...editions(told),
  ];
}

/** A moment as the end of a key: what happened again at another time is another message. */
export const momentMark = (moment: string): string =>
  moment
    .slice(0, 23)
    .toLowerCase()
    .replace(/[^0-9t]/g, '');

/** What is told of one row. */
function ofRow(
  told: Told,
  { list, row }: { readonly list: ListName; readonly row: Pick<Stored<unknown>, 'key' | 'lastModifiedAt'> },
  about: Subject,
  occasion: string,
  more: { readonly to?: Tellable['to']; readonly since?: string | null } = {},
): readonly Tellable[] {
  const { lastModifiedAt } = row;
  const message = {
    assessmentId: told.assessment.record.id,
    event: about.event,
    occasion: occasion.toLowerCase(),
    to: more.to ?? channel,
    about,
    source: { list, key: row.key },
    since: more.since ?? lastModifiedAt,
    confirmedAt: lastModifiedAt,
  };
  return [message];
}

const assessmentRow = (told: Told) => ({ list: 'assessments', row: told.assessment }) as const;

/** Unless whoever opened it chose not to tell the channel. */
function opening(told: Told): readonly Tellable[] {
  const { openedAt, tellChannel } = told.assessment.record;
  if (openedAt === null || !tellChannel) return [];
  return ofRow(told, assessmentRow(told), { event: 'opened' }, '1', { since: openedAt });
}

/** Each sharing is a message of its own, known by its moment. */
function sharing(told: Told): readonly Tellable[] {
  const { sharedAt } = told.assessment.record;
  return sharedAt === null ? [] : ofRow(told, assessmentRow(told), { event: 'shared' }, momentMark(sharedAt));
}

/** Those who have not answered a key area that still takes answers: in their own activity feed, once a day. */
function waiting(told: Told, now: Date): readonly Tellable[] {
  const { openedAt } = told.assessment.record;
  if (openedAt === null) return [];
  return notAnswered(told).flatMap((person) =>
    ofRow(told, assessmentRow(told), { event: 'waiting' }, `${person.id}:${londonDay(now)}`, {
      to: personal(person.id.toLowerCase()),
      since: openedAt,
    }),
  );
}

/** Who is asked and has not answered every key area that still takes answers. */
export function notAnswered(told: Pick<Told, 'assessment' | 'summary' | 'answeredBy'>): readonly Person[] {
  const { record } = told.assessment;
  const collecting = told.summary.keyAreas.filter((area) => acceptsAnswers(area.phase, record.phase));
  const hasAnswered = (keyAreaId: string, person: Person): boolean =>
    (told.answeredBy.get(keyAreaId) ?? []).some((id) => samePerson(id, person.id));
  return takingPart(record).filter((person) => collecting.some((area) => !hasAnswered(area.keyAreaId, person)));
}

/** Answers shown, until a level is agreed; and each agreement, known by its moment. */
function keyAreas(told: Told): readonly Tellable[] {
  return told.states.flatMap((row) => {
    const { keyAreaId, phase, agreement } = row.record.state;
    const from = { list: 'workings', row } as const;
    if (phase === 'revealed') return ofRow(told, from, { event: 'answers-shown', keyAreaId }, keyAreaId);
    if (phase !== 'agreed' || agreement === null) return [];
    return ofRow(told, from, { event: 'agreed', keyAreaId }, `${keyAreaId}:${momentMark(agreement.at)}`);
  });
}

/** A councillor's question goes to each facilitator and never to the channel; the channel hears that somebody replied. */
function comments(told: Told): readonly Tellable[] {
  return told.comments.flatMap((comment) => {
    const from = { list: 'comments', row: comment } as const;
    const { kind, reply } = comment.record;
    if (reply.trim() !== '')
      return isOthersWork(comment) ? ofRow(told, from, { event: 'reply', comment }, comment.key) : [];
    if (kind !== 'question') return [];
    return told.facilitators.flatMap((person) =>
      ofRow(told, from, { event: 'question', comment }, `${comment.key}:${person.id}`, {
        to: personal(person.id.toLowerCase()),
        since: comment.createdAt,
      }),
    );
  });
}

/** Whoever asked may change their own item: what they put there as a reply is none. */
const isOthersWork = ({ createdBy, lastModifiedBy }: Stored<Comment>): boolean =>
  lastModifiedBy !== null && !(createdBy && samePerson(createdBy.id, lastModifiedBy.id));

/** Open actions whose day is near or has passed, once for each day they were ever due on. */
function actions(told: Told, now: Date): readonly Tellable[] {
  const today = londonDay(now);
  return told.actions.flatMap((row) => {
    const { id, due, status, owner } = row.record;
    if (status !== 'open' || due === null || due > addDays(today, soonDays)) return [];
    const about = { event: due < today ? 'overdue' : 'due-soon', action: row.record, due } as const;
    const since = due < today ? addDays(due, 1) : addDays(due, -soonDays);
    // A post has no activity feed: what it is to do is told in the channel.
    const isPersonal = told.arrangements.actionsTo === 'owners' && owner?.kind === 'person';
    const to = isPersonal ? personal(owner.person.id.toLowerCase()) : channel;
    return ofRow(told, { list: 'actions', row }, about, `${id}:${due}`, { since, to });
  });
}

/** The newest edition: that it was cleared, until the committee decided; and what it decided, as a draft and once confirmed. */
function editions(told: Told): readonly Tellable[] {
  const newest = [...told.editions].sort((left, right) => right.record.number - left.record.number)[0];
  if (!newest) return [];
  const { number, outcome } = newest.record;
  const from = { list: 'workings', row: newest } as const;
  if (outcome === null) return ofRow(told, from, { event: 'cleared', edition: newest.record }, String(number));
  const standing = outcome.minutesConfirmed ? 'confirmed' : 'draft';
  return ofRow(told, from, { event: 'outcome', edition: newest.record }, `${number}:${standing}`);
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** The key of a message's row. */
export const messageKey = ({ assessmentId, event, occasion }: Pick<Tellable, 'assessmentId' | 'event' | 'occasion'>) =>
  keys.message(assessmentId, event, occasion);
