// The step itself: whether the channel is told, the button, and what became of it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { momentMark } from '../../channel';
import { previewMessage } from '../../commands/messages';
import { shareWithCouncillors } from '../../commands/share';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useAskFirst } from '../parts/AskFirst';
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
  const tell = useTellChannel('shared');
  const { ask, question } = useAskFirst('share');
  const [done, setDone] = useState<number | null>(null);
  if (!tell) return null;
  const { assessment } = view;
  const name = {
    assessmentId: assessment.id,
    event: 'shared',
    occasion: momentMark(assessment.sharedAt ?? ''),
  } as const;
  const begun = view.messages.some(({ event, occasion }) => event === name.event && occasion === name.occasion);
  const share = () => {
    setDone(null);
    run(
      () => shareWithCouncillors(work, assessment.id, { tellChannel: tell.value }),
      () => setDone(areas),
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
          <div>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => ask(share)}>
              {assessment.sharedAt === null ? said.submit : said.again}
            </Button>
          </div>
          {question}
        </>
      )}
      <div role="status">
        {busy && <span>{said.sharing}</span>}
        {done !== null && <Message kind="success" title={said.done(done)} />}
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
    </>
  );
}
