// Marks a practice assessment, and deletes it completely after asking once, in place.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { deletePractice } from '../../commands/finish';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useNavigate } from '../app/navigation';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.landing.practice;

/** What practice means here, and the way out. Only who made it can delete it. */
export function PracticeNote({ view }: { readonly view: AssessmentView }) {
  const work = useWorkplace();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const { busy, refusal, run } = useAction();
  const remove = () =>
    run(
      () => deletePractice(work, view.assessment.id),
      () => go({ screen: 'landing' }),
    );
  const actions = asking ? (
    <>
      <span>{said.sure}</span>
      <Button onClick={remove} disabledFocusable={busy} autoFocus>
        {said.yes}
      </Button>
      <Button onClick={() => setAsking(false)}>{said.no}</Button>
    </>
  ) : (
    <Button onClick={() => setAsking(true)}>{said.remove}</Button>
  );
  return (
    <>
      <Message kind="info" title={said.title} actions={view.role === 'facilitator' ? actions : undefined}>
        <span>{said.text}</span>
      </Message>
      {refusal && <RefusalMessage refusal={refusal} />}
    </>
  );
}
