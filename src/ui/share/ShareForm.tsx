// The step itself: whether the channel is told, the button, and what became of it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { momentMark } from '../../channel';
import { handEdits } from '../../commands/handEdits';
import { previewMessage } from '../../commands/messages';
import { previewPage } from '../../commands/resultsPage';
import { shareWithCouncillors } from '../../commands/share';
import type { AssessmentView } from '../../commands/view';
import type { GraphFault } from '../../graph/faults';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useAskFirst } from '../parts/AskFirst';
import { faultWords } from '../parts/faultWords';
import { Message } from '../parts/Message';
import { MessageStatus } from '../parts/MessageStatus';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { TellChannel, useTellChannel } from '../parts/TellChannel';
import { useAction } from '../parts/useAction';
import { AlsoPage, useAlsoPage } from './AlsoPage';
import { PageStatus, usePageUpdate } from './PageStatus';

const said = words.share;

export interface ShareFormProps {
  readonly view: AssessmentView;
  /** How many key areas would be shared. */
  readonly areas: number;
}

/** Switch, button and outcome. */
export function ShareForm({ view, areas }: ShareFormProps) {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const tell = useTellChannel('shared');
  const { ask, question } = useAskFirst('share');
  const also = useAlsoPage();
  const page = usePageUpdate(view.assessment.id);
  const [done, setDone] = useState<number | null>(null);
  const [notPreset, setNotPreset] = useState<GraphFault | null>(null);
  if (!tell || !also) return null;
  const { assessment } = view;
  const name = {
    assessmentId: assessment.id,
    event: 'shared',
    occasion: momentMark(assessment.sharedAt ?? ''),
  } as const;
  const begun = view.messages.some(({ event, occasion }) => event === name.event && occasion === name.occasion);
  const replacing = handEdits(view);
  const share = () => {
    setDone(null);
    run(
      () => shareWithCouncillors(work, assessment.id, { tellChannel: tell.value, replacing }),
      (shared) => {
        setDone(areas);
        setNotPreset(shared.notPreset);
        if (also.value) page.update(null);
      },
    );
  };
  return (
    <>
      {areas > 0 && (
        <>
          <TellChannel
            heading={said.channel.heading}
            label={said.channel.label(assessment.home.channelName)}
            text={previewMessage(work, view, { event: 'shared' }).text}
            tell={tell}
          />
          <AlsoPage also={also} page={previewPage(work, view, londonDay(work.environment.now()))} />
          <div>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => ask(share)}>
              {buttonText(assessment.sharedAt !== null, replacing.length > 0)}
            </Button>
          </div>
          {question}
        </>
      )}
      <div role="status">
        {busy && <span>{said.sharing}</span>}
        {done !== null && <Message kind="success" title={said.done(done)} />}
        {notPreset && <span>{said.notPreset(faultWords(notPreset, work.environment.now()).because)}</span>}
      </div>
      {refusal && (
        <>
          <span>{said.failedHalf}</span>
          <RefusalMessage refusal={refusal} onRetry={share} />
        </>
      )}
      {(begun || (done !== null && tell.value)) && (
        <Section heading={said.message}>
          <MessageStatus key={name.occasion} name={name} />
        </Section>
      )}
      {assessment.sharedAt !== null && <PageStatus view={view} page={page} />}
    </>
  );
}

function buttonText(again: boolean, replacesEdits: boolean): string {
  if (replacesEdits) return said.againReplacing;
  return again ? said.again : said.submit;
}
