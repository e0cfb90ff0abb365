// A show of hands: how many for each level, and how many cannot judge.
import { Field, Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Judgement } from '../../assessment';
import { type Hands, recordHands } from '../../commands/recorded';
import { levels } from '../../framework';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { levelChoiceName } from '../parts/levelChoices';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';

const said = words.discuss.record;

const judgements: readonly Judgement[] = [...levels, 'cannot-judge'];

interface HandsFormProps extends Pick<DiscussionProps, 'view' | 'area'> {
  readonly onSaved: () => void;
}

/** The form. */
export function HandsForm({ view, area, onSaved }: HandsFormProps) {
  const work = useWorkplace();
  const id = useId();
  const { busy, refusal, run } = useAction();
  const [typed, setTyped] = useState<ReadonlyMap<Judgement, string>>(new Map());
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([]);
  const place = (judgement: Judgement): string => `${id}-${judgement}`;
  const nameOf = (judgement: Judgement): string =>
    judgement === 'cannot-judge' ? words.answer.cannotJudge : levelChoiceName(work.framework, judgement);

  const submit = () => {
    const hands = judgements.map((judgement) => ({ judgement, count: countOf(typed.get(judgement) ?? '') }));
    const wrong = hands.filter(({ count }) => count === null);
    const none = wrong.length === 0 && hands.every(({ count }) => count === 0);
    const found = [
      ...wrong.map(({ judgement }) => ({ at: place(judgement), text: said.handsWrong(nameOf(judgement)) })),
      ...(none ? [{ at: place(1), text: said.handsMissing }] : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    const raised: readonly Hands[] = hands.map(({ judgement, count }) => ({ judgement, count: count ?? 0 }));
    run(
      () => recordHands(work, { assessmentId: view.assessment.id, keyAreaId: area.keyAreaId }, raised),
      () => {
        setTyped(new Map());
        onSaved();
      },
    );
  };

  return (
    <>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      {judgements.map((judgement) => (
        <Field
          key={judgement}
          label={nameOf(judgement)}
          {...fieldFault(faults.find((fault) => fault.at === place(judgement))?.text)}
        >
          <Input
            id={place(judgement)}
            inputMode="numeric"
            value={typed.get(judgement) ?? ''}
            onChange={(_, { value }) => setTyped((before) => new Map(before).set(judgement, value))}
          />
        </Field>
      ))}
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={null} />
    </>
  );
}

/** A number of hands; null where it is none. Nothing typed is no hand. */
function countOf(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{0,3}$/.test(trimmed) ? Number(trimmed) : null;
}
