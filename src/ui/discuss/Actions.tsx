// What is going to be done: actions of a key area, added, changed, and removed with a way back.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Action } from '../../assessment';
import { ok } from '../../base/result';
import { newAction, removeAction, saveAction } from '../../commands/actions';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useSaveState } from '../app/live';
import { plainList } from '../parts/plainList';
import { RefusalMessage } from '../parts/RefusalMessage';
import { SaveStatus } from '../parts/SaveStatus';
import { Section } from '../parts/Section';
import { UndoMessage } from '../parts/UndoMessage';
import { useAction } from '../parts/useAction';
import { ActionFields } from './ActionFields';
import type { DiscussionProps } from './discussion';

const said = words.discuss.actions;

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The section. */
export function Actions(props: DiscussionProps) {
  const { view, area, mayRecord } = props;
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  // The action as it was when somebody began to change it, whoever changes it meanwhile.
  const [editing, setEditing] = useState<Action | 'new' | null>(null);
  const [removed, setRemoved] = useState<Action | null>(null);
  const done = () => setEditing(null);
  const save = (action: Action, before?: Action) => run(() => saveAction(work, action, before).then(ok), done);
  const remove = (action: Action) =>
    run(
      () => removeAction(work, action.id).then(ok),
      () => setRemoved(action),
    );
  const restore = (action: Action) =>
    run(
      () => saveAction(work, action).then(ok),
      () => setRemoved(null),
    );
  const form = (begun: Action | null) => (
    <ActionFields
      {...props}
      action={begun}
      busy={busy}
      onSave={(fill) =>
        begun ? save(fill(begun), begun) : save(fill(newAction(work, view.assessment.id, area.keyAreaId)))
      }
      onCancel={done}
    />
  );
  const changing = editing === 'new' ? null : editing;
  return (
    <Section heading={said.heading}>
      {area.actions.length === 0 && <span>{said.none}</span>}
      <ul className={styles.list}>
        {area.actions.map((action) => (
          <li key={action.id} className={styles.row}>
            {changing?.id === action.id ? (
              form(changing)
            ) : (
              <ActionRow
                action={action}
                busy={busy}
                onEdit={mayRecord ? () => setEditing(action) : null}
                onRemove={() => remove(action)}
              />
            )}
          </li>
        ))}
      </ul>
      {refusal && <RefusalMessage refusal={refusal} />}
      {removed && <UndoMessage text={said.removed} busy={busy} onUndo={() => restore(removed)} />}
      {mayRecord &&
        (editing === 'new' ? (
          form(null)
        ) : (
          <div>
            <Button onClick={() => setEditing('new')}>{said.add}</Button>
          </div>
        ))}
    </Section>
  );
}

interface ActionRowProps {
  readonly action: Action;
  readonly busy: boolean;
  /** Null for those who only read. */
  readonly onEdit: (() => void) | null;
  readonly onRemove: () => void;
}

function ActionRow({ action, busy, onEdit, onRemove }: ActionRowProps) {
  const styles = useStyles();
  const state = useSaveState('actions', action.id);
  const { owner } = action;
  const ownerName = owner?.kind === 'person' ? owner.person.displayName : (owner?.post ?? null);
  return (
    <>
      <span className={styles.text}>{action.text}</span>
      <span className={styles.facts}>{said.facts(ownerName, action.due, said.statuses[action.status])}</span>
      {onEdit && (
        <div className={styles.buttons}>
          <Button size="small" aria-label={said.editNamed(action.text)} onClick={onEdit}>
            {said.edit}
          </Button>
          <Button size="small" disabledFocusable={busy} aria-label={said.removeNamed(action.text)} onClick={onRemove}>
            {words.common.remove}
          </Button>
        </div>
      )}
      {state && state.kind !== 'saved' && (
        <SaveStatus list="actions" recordKey={action.id} state={state} text={action.text} />
      )}
    </>
  );
}
