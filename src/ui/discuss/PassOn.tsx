// When this device cannot open the answers: everybody's own device can pass theirs on.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeyAreaSummary } from '../../assessment';
import { askToPassOn, passedOn } from '../../commands/passOn';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.discuss.passOn;

/** Says so and offers the way out. */
export function PassOn({ assessmentId }: { readonly assessmentId: string }) {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const [asked, setAsked] = useState(false);
  if (asked)
    return (
      <Message kind="success" role="status">
        <span>{said.asked}</span>
      </Message>
    );
  const ask = () =>
    run(
      () => askToPassOn(work, assessmentId),
      () => setAsked(true),
    );
  return (
    <>
      <Message
        kind="warning"
        role="alert"
        title={said.title}
        actions={
          <Button disabledFocusable={busy} onClick={ask}>
            {said.ask}
          </Button>
        }
      >
        <span>{said.text}</span>
      </Message>
      {refusal && <RefusalMessage refusal={refusal} onRetry={ask} />}
    </>
  );
}

interface PassedOnProps {
  readonly view: AssessmentView;
  readonly area: KeyAreaSummary;
}

/** How many answers have been passed on, while some have not. */
export function PassedOn({ view, area: { keyAreaId } }: PassedOnProps) {
  const all = view.sealed.filter(({ record }) => record.keyAreaId === keyAreaId).length;
  const here = passedOn(view, keyAreaId);
  if (view.chain.publicKeys.length < 2 || here === all) return null;
  return <span role="status">{said.here(here, all)}</span>;
}
