// What there is to tell of an assessment, as this device has it. Read inside `replica.watch`.
import { type Comment, usualArrangements } from '../assessment';
import { samePerson } from '../base/person';
import { dueMessages, messageKey, pendingMessages, type Tellable, type Told, tellable } from '../channel';
import type { Replica } from '../replica/replica';
import { keys, type Stored } from '../sharepoint/records';
import { arrangementsHere } from './arrangements';
import { type AssessmentView, ofKind, readView } from './view';
import type { Workplace } from './workplace';

/** Where records are read, and whose channel they are of. */
export type ToldParts = Pick<Workplace, 'home'> & { readonly replica: Pick<Replica, 'all' | 'one'> };

/** Puts together what may be told, of what counts. */
export async function readTold(work: ToldParts, view: AssessmentView): Promise<Told> {
  const { id } = view.assessment;
  const [workings, actions, comments, arranged] = await Promise.all([
    work.replica.all('workings', id),
    work.replica.all('actions', id),
    work.replica.all('comments', id),
    arrangementsHere(work),
  ]);
  return {
    assessment: { ...view.stored, record: view.assessment },
    summary: view.summary,
    facilitators: view.chain.facilitators,
    states: ofKind(workings, 'area').filter(
      ({ key, record: { state } }) =>
        key === keys.area(id, state.keyAreaId) && !view.disbelieved.includes(state.keyAreaId),
    ),
    answeredBy: view.answeredBy,
    messages: ofKind(workings, 'message'),
    actions,
    comments,
    // One whose kept result was altered has a fingerprint that says nothing.
    editions: view.editions.filter(({ intact }) => intact),
    arrangements: arranged?.record ?? usualArrangements,
  };
}

/** What facilitators can see to. */
export interface Waiting {
  readonly view: AssessmentView;
  /** Messages to the channel that are due, or may have been posted. */
  readonly pending: readonly Tellable[];
  /** Reminders that nobody got today; nobody reminds themselves. */
  readonly reminders: readonly Tellable[];
  /** Councillors' questions without a reply. */
  readonly questions: readonly Stored<Comment>[];
  /** Those of them that other facilitators can still be told of, if the officers want that. */
  readonly untold: readonly Tellable[];
  /** Actions that are due, of people who can still be told of them alone. */
  readonly owners: readonly Tellable[];
}

/** Reads what waits for a facilitator; null where the assessment is not here. */
export async function readWaiting(work: Workplace, assessmentId: string): Promise<Waiting | null> {
  const view = await readView(work, assessmentId);
  if (!view) return null;
  const told = await readTold(work, view);
  const now = work.environment.now();
  const all = tellable(told, now);
  const due = dueMessages(told, now);
  const questions = new Map(
    all.flatMap(({ about }) => (about.event === 'question' ? [[about.comment.key, about.comment]] : [])),
  );
  return {
    view,
    pending: pendingMessages(told, now, work.siteClock.now()),
    reminders: all.filter(
      (message) => message.event === 'waiting' && isForOthers(work, message) && isUntold(told, message),
    ),
    questions: [...questions.values()],
    untold: due.filter((message) => message.event === 'question' && isForOthers(work, message)),
    owners: due.filter((message) => 'action' in message.about && isForOthers(work, message)),
  };
}

const isForOthers = ({ person }: Workplace, { to }: Tellable): boolean =>
  to.kind === 'person' && !samePerson(to.personId, person.id);

function isUntold({ messages }: Told, message: Tellable): boolean {
  const state = messages.find(({ key }) => key === messageKey(message))?.record.state;
  return state === undefined || state === 'ready' || state === 'refused';
}
