// How a facilitator ends an assessment: closed when the work is done, cancelled when it will not be finished. Asks once, in place.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type AssessmentStep, takeAssessmentStep } from '../../assessment';
import { mayTake } from '../../commands/committee';
import { cancelAssessment, closeAssessment } from '../../commands/finish';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useNavigate } from '../app/navigation';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';

const said = words.landing.end;
const ways = { close: closeAssessment, cancel: cancelAssessment } as const satisfies Partial<
  Record<AssessmentStep, unknown>
>;
type Way = keyof typeof ways;

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

/** The section; shown only where there is a way to end, and to those who may. */
export function EndAssessment({ view }: { readonly view: AssessmentView }) {
  const styles = useStyles();
  const work = useWorkplace();
  const go = useNavigate();
  const [asking, setAsking] = useState<Way | null>(null);
  const { busy, refusal, run } = useAction();
  const open = (['close', 'cancel'] as const).filter(
    (way) => takeAssessmentStep(way, view.assessment.phase, view.role).ok,
  );
  if (view.assessment.practice || open.length === 0) return null;
  const end = (way: Way) =>
    run(
      () => ways[way](work, view.assessment.id),
      () => go({ screen: 'landing' }),
    );
  return (
    <Section heading={said.heading}>
      {asking === null ? (
        <div className={styles.buttons}>
          {open.map((way) => (
            <Button key={way} onClick={() => setAsking(way)}>
              {said[way].button}
            </Button>
          ))}
        </div>
      ) : (
        <Message
          kind="warning"
          title={said[asking].sure}
          actions={
            <>
              <Button onClick={() => end(asking)} disabledFocusable={busy} autoFocus>
                {said[asking].yes}
              </Button>
              <Button onClick={() => setAsking(null)}>{said.no}</Button>
            </>
          }
        >
          <span>{said[asking].text}</span>
          {asking === 'close' && mayTake('decide', view) && <span>{words.committee.closing}</span>}
        </Message>
      )}
      {refusal && <RefusalMessage refusal={refusal} />}
    </Section>
  );
}
