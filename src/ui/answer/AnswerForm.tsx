// The form: the level, what may be added to it, and in words whether it is saved.
import { lazy, Suspense, useState } from 'react';
import type { Judgement, ResponseContent } from '../../assessment';
import { answerKey } from '../../commands/answer';
import type { AssessmentView } from '../../commands/view';
import { type KeyArea, type Level, levelName } from '../../framework';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useSaveState } from '../app/live';
import { ChoiceCards } from '../parts/ChoiceCards';
import { levelChoices } from '../parts/levelChoices';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { SaveStatus } from '../parts/SaveStatus';
import { Tick } from '../parts/Tick';
import { canMoveOn, faultsOf } from './draft';
import { KeptWhereNote } from './KeptWhereNote';
import { useAnswer } from './useAnswer';

// Only the level is required; the fields that may be added come a moment later and keep the first script small.
const AddMore = lazy(() => import('./AddMore').then((module) => ({ default: module.AddMore })));

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
  const { framework } = useSurroundings();
  const { assessment } = view;
  const [answering, saver] = useAnswer(assessment, area.id, stored);
  const { draft, pending, refusal, failure } = answering;
  const key = answerKey(work, assessment.id, area.id);
  const state = useSaveState('workings', key);
  const faults = faultsOf(draft);
  // Opened by hand it stays open; with something in it, it is open from the start.
  const [begunOpen] = useState(
    draft.remark !== '' || draft.link !== '' || draft.note !== '' || draft.confidence !== null,
  );
  return (
    <>
      <ChoiceCards<Judgement>
        legend={said.question(assessment.organisation)}
        hint={said.guidance}
        choices={[
          ...levelChoices(framework, area),
          { value: 'cannot-judge', name: said.cannotJudge, meaning: said.cannotJudgeMeaning },
        ]}
        value={draft.judgement}
        onChange={(judgement) => saver.change({ judgement })}
      />
      {canMoveOn(draft.judgement) && (
        <Tick
          label={said.movingOn(levelName(framework, (draft.judgement + 1) as Level))}
          checked={draft.movingOn}
          onChange={(movingOn) => saver.change({ movingOn })}
        />
      )}
      <Suspense fallback={null}>
        <AddMore
          draft={draft}
          faults={faults}
          showNames={assessment.showNames}
          begunOpen={begunOpen}
          change={(part, how) => saver.change(part, how)}
          onLeave={() => saver.flush()}
        />
      </Suspense>
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
