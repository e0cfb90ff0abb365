// What only facilitators have to see to: messages that wait, answers somebody else changed, changes that are not believed.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isFacilitatorsWork, samePublicKey } from '../../assessment';
import { samePerson } from '../../base/person';
import { putBack } from '../../commands/putBack';
import { readWaiting, type Waiting } from '../../commands/told';
import type { AssessmentView } from '../../commands/view';
import { inWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { useArrangements } from '../parts/arrangements';
import { Message } from '../parts/Message';
import { PendingNotes } from '../parts/PendingMessages';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';
import { differences } from '../unsaved/fields';
import { OwnersNote, QuestionsNote, RemindersNote } from './PeopleNotes';

const said = words.landing.facilitator;

const useStyles = makeStyles({
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** Nothing where there is nothing to see to. */
export function FacilitatorNotes({ view }: { readonly view: AssessmentView }) {
  const notes = [...changedAnswers(view), ...disbelieved(view), ...swapped(view), ...editedByHand(view)];
  const { id } = view.assessment;
  // What is due depends on them, so they are fetched where this device does not have them.
  useArrangements();
  const live = useLive((work) => readWaiting(work, id), [id]);
  if (live.kind === 'failed') throw live.error;
  const waiting = live.kind === 'ready' ? live.value : null;
  if (notes.length === 0 && !view.overruled && isEmpty(waiting)) return null;
  return (
    <Section heading={said.heading}>
      {view.overruled && <OverruledNote view={view} />}
      {waiting && <PendingNotes waiting={waiting} />}
      {waiting && waiting.questions.length > 0 && <QuestionsNote waiting={waiting} />}
      {waiting && <RemindersNote key={waiting.view.assessment.id} waiting={waiting} />}
      {waiting && <OwnersNote key={`owners ${waiting.view.assessment.id}`} waiting={waiting} />}
      {notes.map((note) => (
        <Message key={note} kind="warning">
          <span>{note}</span>
        </Message>
      ))}
    </Section>
  );
}

const isEmpty = (waiting: Waiting | null): boolean =>
  waiting === null || [...waiting.pending, ...waiting.questions, ...waiting.reminders, ...waiting.owners].length === 0;

/** People whose answers do not count because somebody else changed them, by key area. */
function changedAnswers({ tampered, assessment, summary }: AssessmentView): readonly string[] {
  return summary.keyAreas.flatMap((area) => {
    const names = tampered
      .filter((row) => row.keyAreaId === area.keyAreaId)
      .map((row) => assessment.participants.find((person) => samePerson(person.id, row.personId))?.displayName)
      .map((name) => name ?? said.someone);
    return names.length > 0 ? [said.changed(inWords(names), area.title)] : [];
  });
}

function disbelieved(view: AssessmentView): readonly string[] {
  const areas = view.summary.keyAreas.filter((area) => view.disbelieved.includes(area.keyAreaId));
  const people = view.chain.disbelieved.map(
    (change) =>
      view.assessment.participants.find(
        (person) => change.lastModifiedBy && samePerson(person.id, change.lastModifiedBy),
      )?.displayName ?? said.someone,
  );
  return [
    ...areas.map((area) => said.disbelieved(area.title)),
    ...(people.length > 0 ? [said.disbelievedFacilitators(inWords([...new Set(people)]))] : []),
  ];
}

/** The assessment's row names a public key that facilitators never made. What is sealed goes by their chain alone. */
function swapped({ stored, chain }: AssessmentView): readonly string[] {
  const named = stored.record.publicKey;
  const strange = named !== null && !chain.publicKeys.some((known) => samePublicKey(known, named));
  return strange && chain.publicKeys.length > 0 ? [said.swapped] : [];
}

/** Whoever changed the assessment's own row last without being a facilitator. Where nobody can tell what stood there before, it is shown. */
function editedByHand({ stored, chain, overruled }: AssessmentView): readonly string[] {
  if (overruled || isFacilitatorsWork(stored, chain.held)) return [];
  return [said.editedByHand(stored.lastModifiedBy?.displayName || said.someone)];
}

/** What somebody wrote into the assessment's own row, what counts instead, and the way to put that back. */
function OverruledNote({ view }: { readonly view: AssessmentView }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const { assessment, stored } = view;
  const changed = differences({ kind: 'assessment', assessment: stored.record }, { kind: 'assessment', assessment });
  return (
    <>
      <Message
        kind="warning"
        title={said.overruled(stored.lastModifiedBy?.displayName || said.someone)}
        actions={
          <Button disabledFocusable={busy} onClick={() => run(() => putBack(work, assessment.id))}>
            {said.putBack}
          </Button>
        }
      >
        <span>{said.doesNotCount}</span>
        {changed.length > 0 && <span>{said.differs}</span>}
        {changed.length > 0 && (
          <ul className={styles.changes}>
            {changed.map(({ label, left, right }) => (
              <li key={label}>{said.standsThere(label, left, right)}</li>
            ))}
          </ul>
        )}
      </Message>
      {refusal && <RefusalMessage refusal={refusal} />}
    </>
  );
}
