// An assessment has just been opened: where it stands with SharePoint and the channel, and what to do next.
import { Link } from '@fluentui/react-components';
import { words } from '../../words';
import { useSaveState } from '../app/live';
import { hrefOf } from '../app/routes';
import { Message } from '../parts/Message';
import { MessageStatus } from '../parts/MessageStatus';
import { SaveStatus } from '../parts/SaveStatus';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { WithView } from '../parts/WithView';
import { AccessLink } from '../people/AccessLink';

const said = words.open.opened;

/** The screen after opening. */
export function Opened({ assessmentId }: { readonly assessmentId: string }) {
  const state = useSaveState('assessments', assessmentId);
  return (
    <WithView assessmentId={assessmentId}>
      {({ assessment }) => (
        <Screen heading={said.heading} intro={assessment.title}>
          <Message
            kind="success"
            title={said.text}
            actions={
              <>
                <Link href={hrefOf({ screen: 'assessment', assessmentId })}>{said.go}</Link>
                <Link href={hrefOf({ screen: 'people', assessmentId })}>{said.people}</Link>
              </>
            }
          />
          <SaveStatus list="assessments" recordKey={assessmentId} state={state} />
          {assessment.tellChannel && (
            <Section heading={said.tell}>
              <MessageStatus name={{ assessmentId, event: 'opened', occasion: '1' }} />
            </Section>
          )}
          <AccessLink assessment={assessment} />
        </Screen>
      )}
    </WithView>
  );
}
