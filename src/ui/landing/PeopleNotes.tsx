// What is for certain people and never for the channel: reminding those who have not answered, and councillors' questions.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Tellable } from '../../channel';
import { previewLine, type ToldPeople, tellPeople } from '../../commands/messages';
import type { Waiting } from '../../commands/told';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.landing.facilitator;

const useStyles = makeStyles({
  note: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  summary: { cursor: 'pointer' },
  text: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** That questions wait for a reply; other facilitators can be told, where the officers want that. */
export function QuestionsNote({ waiting }: { readonly waiting: Waiting }) {
  const styles = useStyles();
  const { view, questions, untold } = waiting;
  return (
    <div className={styles.note}>
      <h3 className={styles.heading}>{said.messages.question}</h3>
      <Message
        kind="info"
        actions={
          <Link href={hrefOf({ screen: 'results', assessmentId: view.assessment.id })}>{said.questions.read}</Link>
        }
      >
        <span>{said.questions.waiting(questions.length)}</span>
      </Message>
      <TellThem waiting={waiting} messages={untold} label={said.questions.tell} />
    </div>
  );
}

/** How many have not answered, never who: that stays between them and SharePoint. */
export function RemindersNote({ waiting }: { readonly waiting: Waiting }) {
  const styles = useStyles();
  const { reminders } = waiting;
  const [shown, setShown] = useState(false);
  // What became of the press stays to be read when nobody is left to remind.
  if (reminders.length === 0 && !shown) return null;
  return (
    <div className={styles.note}>
      <h3 className={styles.heading}>{said.messages.waiting}</h3>
      {reminders.length > 0 && <span>{said.remind.waiting(reminders.length)}</span>}
      <TellThem
        waiting={waiting}
        messages={reminders}
        label={said.remind.send(reminders.length)}
        onTold={() => setShown(true)}
      />
    </div>
  );
}

/** Actions that are due, where the officers want only whoever does them to be told. */
export function OwnersNote({ waiting }: { readonly waiting: Waiting }) {
  const styles = useStyles();
  const { owners } = waiting;
  const [shown, setShown] = useState(false);
  if (owners.length === 0 && !shown) return null;
  return (
    <div className={styles.note}>
      <h3 className={styles.heading}>{said.owners.heading}</h3>
      <TellThem
        waiting={waiting}
        messages={owners}
        label={said.owners.tell(owners.length)}
        onTold={() => setShown(true)}
      />
    </div>
  );
}

interface TellThemProps {
  readonly waiting: Waiting;
  readonly messages: readonly Tellable[];
  readonly label: string;
  readonly onTold?: () => void;
}

/** The text, the button, and what became of it. */
function TellThem({ waiting: { view }, messages, label, onTold }: TellThemProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const [outcome, setOutcome] = useState<ToldPeople | null>(null);
  const texts = new Set(messages.map(({ about }) => previewLine(work, view, about)));
  const tell = () => {
    setOutcome(null);
    onTold?.();
    run(() => tellPeople(work, messages), setOutcome);
  };
  return (
    <>
      {messages.length > 0 && (
        <>
          <details>
            <summary className={styles.summary}>{said.people.seeText}</summary>
            {[...texts].map((text) => (
              <p key={text} className={styles.text}>
                {text}
              </p>
            ))}
          </details>
          <div>
            <Button disabledFocusable={busy} onClick={tell}>
              {label}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {busy && <span>{said.people.sending}</span>}
        {outcome && <Outcome outcome={outcome} />}
      </div>
      {refusal && <RefusalMessage refusal={refusal} onRetry={tell} />}
    </>
  );
}

function Outcome({ outcome: { told, reasons } }: { readonly outcome: ToldPeople }) {
  const why = new Set(reasons.map(words.parts.message.becausePerson));
  return (
    <Message kind={reasons.length > 0 ? 'warning' : 'success'}>
      {told > 0 && <span>{said.people.told(told)}</span>}
      {reasons.length > 0 && <span>{[said.people.failed(reasons.length), ...why].join(' ')}</span>}
    </Message>
  );
}
