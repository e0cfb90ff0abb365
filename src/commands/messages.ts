// Telling the channel, or people in their activity feed: what will be said, and saying it as the person who pressed the button.

import { isTold, mayActAs, type Summary, summarise } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import {
  activityLine,
  decline,
  type MessageContent,
  messageContent,
  messageKey,
  post,
  type Send,
  type Subject,
  subPageOf,
  type Tellable,
  tellable,
} from '../channel';
import type { Level } from '../framework';
import { faultOfSignIn } from '../graph/errors';
import type { GraphFault } from '../graph/faults';
import { scopes } from '../graph/scopes';
import { shortenedLine, tellPerson } from '../sharepoint/activityFeed';
import { postCard } from '../sharepoint/channelMessages';
import type { ChannelMessage } from '../sharepoint/records';
import { words } from '../words';
import { readArrangements } from './arrangements';
import { asFacilitator, stateOf } from './change';
import { messageStore } from './messageStore';
import { graphRefusal, type Refusal } from './refusal';
import { readTold } from './told';
import { type AssessmentView, readView } from './view';
import type { Workplace } from './workplace';

/** Which message. */
export type MessageName = Pick<Tellable, 'assessmentId' | 'event' | 'occasion'>;

/** Exactly what will be read. */
export function previewMessage(
  work: Pick<Workplace, 'host'>,
  view: { readonly assessment: { readonly id: string; readonly title: string }; readonly summary: Summary },
  about: Subject,
): MessageContent {
  return messageContent(view.summary, about, linkOf(work, view, about));
}

const linkOf = (
  { host }: Pick<Workplace, 'host'>,
  { assessment }: Pick<Parameters<typeof previewMessage>[1], 'assessment'>,
  about: Subject,
): string => host.linkTo(subPageOf(assessment.id, about), assessment.title);

/** Exactly what one person will read in their activity feed. */
export function previewLine(work: Workplace, view: AssessmentView, about: Subject): string {
  const { kind, subject, preview } = shortenedLine(activityLine(view.summary, about, ''));
  return `${words.channel.activity[kind](work.person.displayName, subject)}\n${preview}`;
}

/**
 * Posts a message as the person who asks for it. Waits first until SharePoint has what it tells of. Somebody who may not post, a channel
 * that is gone, and everything else that is refused leaves it waiting with the reason, for anybody.
 * @param again posts what may have been posted already: only for a button that said so
 */
export async function postMessage(
  work: Workplace,
  name: MessageName,
  again = false,
): Promise<Result<ChannelMessage, Refusal>> {
  const found = await confirmedMessage(work, name);
  if (!found.ok) return found;
  const { view, message } = found.value;
  // Without the permission nothing is begun, so that nothing has to be mended.
  const allowed = await work.host.token(scopesOf(message), 'silent');
  if (!allowed.ok) return fail(graphRefusal(faultOfSignIn(allowed.error, scopesOf(message))));
  const key = messageKey(message);
  const posted = await post({
    store: messageStore(work.access),
    key,
    message: rowOf(message),
    by: work.person,
    again,
    owner: work.environment.newId(),
    clocks: { now: () => work.environment.now(), siteNow: () => work.siteClock.now() },
    send: sending(work, view, message),
  });
  await work.replica.fetchOne('workings', key);
  return posted.ok ? ok(posted.value) : fail(graphRefusal(posted.error));
}

/** Notes that a step is not told, because somebody chose so: neither by anybody who sees it waiting, nor unattended. */
export async function declineMessage(work: Workplace, name: MessageName): Promise<Result<void, Refusal>> {
  const found = await confirmedMessage(work, name);
  if (!found.ok) return found;
  const { message } = found.value;
  const key = messageKey(message);
  const declined = await decline({ store: messageStore(work.access), key, message: rowOf(message), by: work.person });
  await work.replica.fetchOne('workings', key);
  return declined.ok ? ok(undefined) : fail(graphRefusal(declined.error));
}

/** Has a step told, or not, as the switch beside it was. What becomes of it stands in its row. */
export async function tellStep(work: Workplace, name: MessageName, tell: boolean): Promise<void> {
  if (tell) await postMessage(work, name);
  // Where the officers want no such step told, nobody would.
  else if (isTold(name.event, await readArrangements(work))) await declineMessage(work, name);
}

/**
 * The same while the person goes on. A message that never got as far as a row is not lost either: the landing screen offers what should be
 * told and was not.
 */
export function announce(work: Workplace, name: MessageName, tell: boolean): void {
  tellStep(work, name, tell).catch((error: unknown) => reportError(error));
}

/** The agreement on a level as the channel would read it. */
export function previewAgreement(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  agreed: { readonly level: Level; readonly reason: string },
): MessageContent {
  const agreement = { level: agreed.level, reason: agreed.reason.trim(), at: '', by: work.person };
  const state = { ...stateOf(view, keyAreaId), phase: 'agreed' as const, agreement };
  const states = [...view.states.filter((each) => each.keyAreaId !== keyAreaId), state];
  const summary = summarise({ ...view, framework: work.framework, states });
  return previewMessage(work, { assessment: view.assessment, summary }, { event: 'agreed', keyAreaId });
}

/** The message, once SharePoint has what it tells of, and if that is still so. */
async function confirmedMessage(
  work: Workplace,
  name: MessageName,
): Promise<Result<{ readonly view: AssessmentView; readonly message: Tellable }, Refusal>> {
  const opened = await work.replica.confirmed('assessments', name.assessmentId);
  if (!opened.ok) return fail(graphRefusal(opened.error));
  const before = await findMessage(work, name);
  if (!before.ok) return before;
  const { list, key } = before.value.message.source;
  const confirmed = await work.replica.confirmed(list, key);
  return confirmed.ok ? findMessage(work, name) : fail(graphRefusal(confirmed.error));
}

async function findMessage(
  work: Workplace,
  name: MessageName,
): Promise<Result<{ readonly view: AssessmentView; readonly message: Tellable }, Refusal>> {
  const found = await whoeverMay(work, name);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
  const told = await readTold(work, view);
  const key = messageKey(name);
  const message = tellable(told, work.environment.now()).find((each) => messageKey(each) === key);
  return message ? ok({ view, message }) : fail({ kind: 'nothing-to-tell' });
}

/** Facilitators speak for an assessment; of a reply may tell whoever may reply. */
async function whoeverMay(
  work: Workplace,
  { assessmentId, event }: MessageName,
): Promise<Result<AssessmentView, Refusal>> {
  if (event !== 'reply') return asFacilitator(work, assessmentId);
  const view = await readView(work, assessmentId);
  if (!view) return fail({ kind: 'no-assessment' });
  return mayActAs(view.role, 'participant') ? ok(view) : fail({ kind: 'not-allowed', needs: 'participant' });
}

const rowOf = ({ assessmentId, event, occasion, to }: Tellable) => ({
  assessmentId,
  event,
  occasion,
  personId: to.kind === 'person' ? to.personId : null,
});

const scopesOf = ({ to }: Tellable): readonly string[] =>
  to.kind === 'channel' ? scopes.postToChannel : scopes.tellPeople;

function sending(work: Workplace, view: AssessmentView, { about, to }: Tellable): Send {
  if (to.kind === 'channel') {
    const content = previewMessage(work, view, about);
    return (leaveBy) => postInThread(work, view, content, leaveBy);
  }
  const line = activityLine(view.summary, about, linkOf(work, view, about));
  return (leaveBy) => tellPerson(work.graph, to.personId, line, leaveBy);
}

/** The first post of an assessment opens a thread; later ones reply in it. Where it was deleted, a new one begins. */
async function postInThread(
  work: Workplace,
  view: AssessmentView,
  { sentence, card }: MessageContent,
  leaveBy: Date,
): Promise<Result<string, GraphFault>> {
  const { home } = view.assessment;
  const send = (thread: string | null) => postCard(work.graph, home, { text: sentence, card }, thread, leaveBy);
  const thread = firstPost(view);
  if (thread === null) return send(null);
  const replied = await send(thread);
  return !replied.ok && replied.error.kind === 'not-found' ? send(null) : replied;
}

/** The id of an assessment's first post, whatever it told. Teams counts milliseconds, so it is the smallest number. */
function firstPost({ messages }: AssessmentView): string | null {
  const posted = messages.flatMap(({ messageId, personId }) =>
    messageId !== null && personId === null ? [messageId] : [],
  );
  return posted.reduce<string | null>(
    (first, id) => (first !== null && Number(first) <= Number(id) ? first : id),
    null,
  );
}

/** How telling several people went. */
export interface ToldPeople {
  readonly told: number;
  /** Why others were not told, one reason for each. */
  readonly reasons: readonly string[];
}

/** Tells people, each in their own activity feed. What is refused for all of them ends it; trying again goes on with those who are left. */
export async function tellPeople(work: Workplace, names: readonly MessageName[]): Promise<Result<ToldPeople, Refusal>> {
  let told = 0;
  const reasons: string[] = [];
  for (const name of names) {
    const posted = await postMessage(work, name);
    if (posted.ok && posted.value.state === 'posted') told += 1;
    else if (posted.ok) reasons.push(posted.value.reason);
    // Who has answered meanwhile need not be told.
    else if (posted.error.kind !== 'nothing-to-tell') return posted;
  }
  return ok({ told, reasons });
}
