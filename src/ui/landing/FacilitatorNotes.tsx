// What only facilitators have to see to: messages that wait, answers somebody else changed, changes that are not believed.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { samePerson } from '../../base/person';
import { postMessage, previewMessage } from '../../commands/messages';
import type { AssessmentView } from '../../commands/view';
import { inWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useCommand } from '../parts/useCommand';
import { type PendingMessage, pendingMessages } from './pendingMessages';

const said = words.landing.facilitator;

const useStyles = makeStyles({
  text: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-line' },
});

/** Nothing where there is nothing to see to. */
export function FacilitatorNotes({ view }: { readonly view: AssessmentView }) {
  const notes = [...changedAnswers(view), ...disbelieved(view)];
  const pending = pendingMessages(view);
  if (notes.length === 0 && pending.length === 0) return null;
  return (
    <Section heading={said.heading}>
      {pending.map((message) => (
        <PendingNote key={`${message.event} ${message.occasion}`} view={view} message={message} />
      ))}
      {notes.map((note) => (
        <Message key={note} kind="warning">
          <span>{note}</span>
        </Message>
      ))}
    </Section>
  );
}

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

function PendingNote({ view, message }: { readonly view: AssessmentView; readonly message: PendingMessage }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useCommand();
  const post = () => run(() => postMessage(work, view.assessment.id, message.event, message.occasion));
  const content = previewMessage(work, view, message.event);
  return (
    <Message
      kind="warning"
      title={noteWords(message)}
      actions={
        message.state !== 'posting' && (
          <Button onClick={post} disabledFocusable={busy}>
            {message.state === 'missing' || message.state === 'ready' ? said.post : said.postAgain}
          </Button>
        )
      }
    >
      <details>
        <summary>{said.seeText}</summary>
        <p className={styles.text}>{`${content.heading}\n${content.text}`}</p>
      </details>
      {refusal && <RefusalMessage refusal={refusal} />}
    </Message>
  );
}

function noteWords({ event, state, reason }: PendingMessage): string {
  const what = said.messages[event];
  switch (state) {
    case 'missing':
    case 'ready':
      return said.waiting(what);
    case 'posting':
      return said.posting(what);
    case 'perhaps-posted':
      return said.perhaps(what);
    case 'refused':
      return said.refused(what, reason);
  }
}
