// Answering once the others' answers are shown: said beforehand, and given only by a press, because it is seen at once.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssessmentView } from '../../commands/view';
import type { KeyArea } from '../../framework';
import { words } from '../../words';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { AnswerFields } from './AnswerFields';
import { faultsOf } from './draft';
import { useAnswer } from './useAnswer';

const said = words.answer.late;

/** The form. What was typed before the showing is still in it. */
export function LateAnswer({ view, area }: { readonly view: AssessmentView; readonly area: KeyArea }) {
  const { assessment } = view;
  const [{ draft, refusal, failure }, saver] = useAnswer(assessment, area.id, null, 'late');
  const [notReady, setNotReady] = useState(false);
  const press = () => {
    const ready = draft.judgement !== null && faultsOf(draft).length === 0;
    setNotReady(!ready);
    if (ready) saver.flush();
  };
  return (
    <>
      <Message kind="info" title={said.title}>
        <span>{assessment.showNames ? said.named : said.unnamed}</span>
      </Message>
      <AnswerFields
        assessment={assessment}
        area={area}
        draft={draft}
        whoSees={said.whoSees(assessment.showNames)}
        change={(part) => saver.change(part, 'held')}
        onLeave={() => undefined}
      />
      {notReady && (
        <Message kind="error" role="alert">
          <span>{said.notReady}</span>
        </Message>
      )}
      {refusal && <RefusalMessage refusal={refusal} />}
      {failure !== null && (
        <Message kind="error" role="alert" title={words.answer.saveFailed}>
          <code>{failure instanceof Error ? failure.message : String(failure)}</code>
        </Message>
      )}
      <div>
        <Button appearance="primary" onClick={press}>
          {said.add}
        </Button>
      </div>
    </>
  );
}
