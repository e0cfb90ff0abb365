// The form for a reply to a councillor. What is typed is kept on this device until it is saved or given up.
import { Field, Textarea } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Comment } from '../../assessment';
import { replyTo } from '../../commands/comments';
import type { Stored } from '../../sharepoint/records';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.results.comments;

export interface ReplyFormProps {
  readonly assessmentId: string;
  readonly comment: Stored<Comment>;
  /** Who is replied to. */
  readonly name: string;
  /** What is typed, and the reply as it was when typing began. */
  readonly draft: { readonly reply: string; readonly before: string };
  readonly onChange: (reply: string) => void;
  readonly onCancel: () => void;
  /** The reply was saved on this device, and is on its way. */
  readonly onDone: () => void;
}

/** The form. */
export function ReplyForm({ assessmentId, comment, name, draft, onChange, onCancel, onDone }: ReplyFormProps) {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const id = useId();
  const [missing, setMissing] = useState(false);
  const begun = useRef(draft.reply === draft.before);
  const focus = useCallback(() => document.getElementById(id)?.focus(), [id]);
  useEffect(() => {
    // The button that was pressed is gone. A form that comes back with a draft in it takes no focus.
    if (begun.current) focus();
  }, [focus]);
  const submit = () => {
    const empty = draft.reply.trim() === '';
    setMissing(empty);
    if (empty) focus();
    else run(() => replyTo(work, assessmentId, comment, draft.reply, draft.before), onDone);
  };
  return (
    <>
      <Field
        label={`${said.toReply} ${said.toComment(name, comment.record.title)}`}
        hint={said.replyHint}
        required
        {...fieldFault(missing ? said.replyMissing : undefined)}
      >
        <Textarea id={id} resize="vertical" rows={4} value={draft.reply} onChange={(_, { value }) => onChange(value)} />
      </Field>
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={onCancel} />
    </>
  );
}
