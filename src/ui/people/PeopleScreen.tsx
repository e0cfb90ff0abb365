// People of an assessment: who is asked, who facilitates, and the link to check access with.
import { mayActAs } from '../../assessment';
import { words } from '../../words';
import { useSaveState } from '../app/live';
import { Message } from '../parts/Message';
import { SaveStatus } from '../parts/SaveStatus';
import { Screen } from '../parts/Screen';
import { WithView } from '../parts/WithView';
import { AccessLink } from './AccessLink';
import { AskedSection } from './AskedSection';
import { FacilitatorsSection } from './FacilitatorsSection';

/** The screen. Everyone sees it; facilitators can change it. */
export function PeopleScreen({ assessmentId }: { readonly assessmentId: string }) {
  return (
    <WithView assessmentId={assessmentId}>
      {(view) => {
        const mayChange = mayActAs(view.role, 'facilitator');
        return (
          <Screen
            heading={words.people.heading}
            back={{ to: { screen: 'assessment', assessmentId }, label: view.assessment.title }}
          >
            {!mayChange && (
              <Message kind="info">
                <span>{words.people.readOnly}</span>
              </Message>
            )}
            <SaveLine assessmentId={assessmentId} />
            <AskedSection view={view} mayChange={mayChange} />
            <FacilitatorsSection view={view} mayChange={mayChange} />
            <AccessLink assessment={view.assessment} />
          </Screen>
        );
      }}
    </WithView>
  );
}

function SaveLine({ assessmentId }: { readonly assessmentId: string }) {
  const state = useSaveState('assessments', assessmentId);
  return <SaveStatus list="assessments" recordKey={assessmentId} state={state} />;
}
