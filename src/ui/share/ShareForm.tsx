// The step itself: whether the channel is told, the button, and what became of it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { previewMessage } from '../../commands/messages';
import { shareWithCouncillors } from '../../commands/share';
import type { AssessmentView } from '../../commands/view';
import type { GraphFault } from '../../graph/faults';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { faultWords } from '../parts/faultWords';
import { Message } from '../parts/Message';
import { MessageStatus } from '../parts/MessageStatus';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { TellChannel, useTellChannel } from '../parts/TellChannel';
import { useAction } from '../parts/useAction';

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
  const tell = useTellChannel();
  const [done, setDone] = useState<number | null>(null);
  const [notPreset, setNotPreset] = useState<GraphFault | null>(null);
  const [occasionBefore, setOccasionBefore] = useState<number | null>(null);
  if (!tell) return null;
  const { assessment } = view;
  const occasion = Math.max(
    0,
    ...view.messages.filter(({ event }) => event === 'shared').map((message) => Number(message.occasion)),
  );
  // Once its message has been begun, the sharing itself is done: what is left is the message's own business, with its own button.
  const messageBegun = occasionBefore !== null && occasion > occasionBefore;
  const share = () => {
    setDone(null);
    setOccasionBefore(occasion);
    run(
      () => shareWithCouncillors(work, assessment.id, { tellChannel: tell.value }),
      (shared) => {
        setDone(areas);
        setNotPreset(shared.notPreset);
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
            text={previewMessage(work, view, 'shared').text}
            tell={tell}
          />
          <div>
            <Button appearance="primary" disabledFocusable={busy} onClick={share}>
              {assessment.sharedAt === null ? said.submit : said.again}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {busy && <span>{said.sharing}</span>}
        {(done !== null || (refusal && messageBegun)) && <Message kind="success" title={said.done(done ?? areas)} />}
        {notPreset && <span>{said.notPreset(faultWords(notPreset, work.environment.now()).because)}</span>}
      </div>
      {refusal && !messageBegun && (
        <>
          <span>{said.failedHalf}</span>
          <RefusalMessage refusal={refusal} onRetry={share} />
        </>
      )}
      {occasion > 0 && (
        <Section heading={said.message}>
          <MessageStatus assessmentId={assessment.id} event="shared" occasion={String(occasion)} />
        </Section>
      )}
    </>
  );
}
