// Showing answers as it goes on: it outlives the part with the button, because the screen changes once the first key area is shown.
import { Field, ProgressBar } from '@fluentui/react-components';
import { useState } from 'react';
import { announce } from '../../commands/messages';
import type { Refusal } from '../../commands/refusal';
import { showAnswers } from '../../commands/showAnswers';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useAction } from '../parts/useAction';

export interface Showing {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly progress: { readonly done: number; readonly of: number };
  /** Shows answers; `tell` is whether the channel is told of each key area, as the switch beside the button was. */
  readonly show: (keyAreaIds: readonly string[], tell: boolean) => void;
  /** Tries the same again; it goes on where it stood. */
  readonly again: () => void;
}

/** Shows answers of an assessment. */
export function useShowing(assessmentId: string): Showing {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const [progress, setProgress] = useState({ done: 0, of: 0 });
  const [asked, setAsked] = useState<Parameters<Showing['show']>>([[], false]);
  const show: Showing['show'] = (keyAreaIds, tell) => {
    setAsked([keyAreaIds, tell]);
    setProgress({ done: 0, of: keyAreaIds.length });
    run(
      () => showAnswers(work, assessmentId, keyAreaIds, (done, of) => setProgress({ done, of })),
      () => {
        for (const occasion of keyAreaIds) announce(work, { assessmentId, event: 'answers-shown', occasion }, tell);
      },
    );
  };
  return { busy, refusal, progress, show, again: () => show(...asked) };
}

/** How far the showing is, while it goes on. */
export function ShowingProgress({ showing: { busy, progress } }: { readonly showing: Showing }) {
  const text = words.discuss.before.progress(progress.done, progress.of);
  return (
    <div role="status">
      {busy && (
        <Field validationMessage={text} validationState="none">
          <ProgressBar aria-label={text} {...(progress.of > 1 && { value: progress.done, max: progress.of })} />
        </Field>
      )}
    </div>
  );
}
