// What an answer consists of: the level, whether we move on from it, and what may be added.
import { useState } from 'react';
import type { Assessment, Judgement } from '../../assessment';
import { type KeyArea, type Level, levelName } from '../../framework';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { ChoiceCards } from '../parts/ChoiceCards';
import { later } from '../parts/later';
import { levelChoices } from '../parts/levelChoices';
import { Tick } from '../parts/Tick';
import type { AddMoreProps } from './AddMore';
import { canMoveOn, faultsOf } from './draft';

// Only the level is required; the fields that may be added come a moment later and keep the first script small.
const AddMore = later(() => import('./AddMore').then((module) => module.AddMore));

const said = words.answer;

export interface AnswerFieldsProps extends Pick<AddMoreProps, 'draft' | 'whoSees' | 'change' | 'onLeave'> {
  readonly assessment: Assessment;
  readonly area: KeyArea;
}

/** The fields. */
export function AnswerFields({ assessment, area, draft, whoSees, change, onLeave }: AnswerFieldsProps) {
  const { framework } = useSurroundings();
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
        onChange={(judgement) => change({ judgement })}
      />
      {canMoveOn(draft.judgement) && (
        <Tick
          label={said.movingOn(levelName(framework, (draft.judgement + 1) as Level))}
          checked={draft.movingOn}
          onChange={(movingOn) => change({ movingOn })}
        />
      )}
      <AddMore
        draft={draft}
        faults={faults}
        whoSees={whoSees}
        begunOpen={begunOpen}
        change={change}
        onLeave={onLeave}
      />
    </>
  );
}
