// The form: the level, what may be added to it, and in words whether it is saved.
import type { ResponseContent } from '../../assessment';
import { answerKey } from '../../commands/answer';
import type { AssessmentView } from '../../commands/view';
import type { KeyArea } from '../../framework';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useSaveState } from '../app/live';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { SaveStatus } from '../parts/SaveStatus';
import { AnswerFields } from './AnswerFields';
import { KeptWhereNote } from './KeptWhereNote';
import { useAnswer } from './useAnswer';

const said = words.answer;

export interface AnswerFormProps {
  readonly view: AssessmentView;
  readonly area: KeyArea;
  /** My answer as this device's store has it; null for none that can be opened here. */
  readonly stored: ResponseContent | null;
}

/** Saves by itself; only the level is required. */
export function AnswerForm({ view, area, stored }: AnswerFormProps) {
  const work = useWorkplace();
  const { assessment } = view;
  const [answering, saver] = useAnswer(assessment, area.id, stored);
  const { draft, pending, refusal, failure } = answering;
  const key = answerKey(work, assessment.id, area.id);
  const state = useSaveState('workings', key);
  return (
    <>
      <AnswerFields
        assessment={assessment}
        area={area}
        draft={draft}
        whoSees={said.who.hidden(assessment.showNames)}
        change={(part, how) => saver.change(part, how)}
        onLeave={() => saver.flush()}
      />
      <SaveStatus
        sticky
        list="workings"
        recordKey={key}
        state={pending ? { kind: 'saving' } : stored === null ? null : state}
        text={[draft.remark, draft.link, draft.note].filter(Boolean).join('\n\n')}
      />
      {refusal && <RefusalMessage refusal={refusal} />}
      {failure !== null && (
        <Message kind="error" role="alert" title={said.saveFailed}>
          <code>{failure instanceof Error ? failure.message : String(failure)}</code>
        </Message>
      )}
      <KeptWhereNote />
    </>
  );
}
