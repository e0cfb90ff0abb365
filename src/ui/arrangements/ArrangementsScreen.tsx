// Arrangements of a channel: what is told and to whom, quiet hours, pre-election periods. A plain list; whoever may edit the site may change it.
import { useEffect, useState } from 'react';
import { usualArrangements } from '../../assessment';
import { arrangementsHere, arrangementsKey, fetchArrangements, mayArrange } from '../../commands/arrangements';
import type { GraphFault } from '../../graph/faults';
import type { ArrangementsWorking, Stored } from '../../sharepoint/records';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useLive, useSaveState } from '../app/live';
import { FaultMessage } from '../parts/FaultMessage';
import { Loading } from '../parts/Loading';
import { Message } from '../parts/Message';
import { SaveStatus } from '../parts/SaveStatus';
import { Screen } from '../parts/Screen';
import type { ArrangementsProps } from './arranged';
import { PreElectionSection } from './PreElectionSection';
import { QuietSection } from './QuietSection';
import { TellSection } from './TellSection';

const said = words.arrangements;

/** The screen. */
export function ArrangementsScreen() {
  const { home } = useWorkplace();
  return (
    <Screen heading={said.heading} back={{ to: { screen: 'landing' } }} intro={said.intro(home.channelName)}>
      <Arranged />
    </Screen>
  );
}

/** Nothing held is not the same as nothing there: only a read that came back says that all is as usual. */
function Arranged() {
  const work = useWorkplace();
  const live = useLive(arrangementsHere, []);
  const [asked, setAsked] = useState(0);
  const [read, setRead] = useState<'not-yet' | 'read' | GraphFault>('not-yet');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` counts how often somebody tried again
  useEffect(() => {
    let wanted = true;
    fetchArrangements(work).then(
      (fetched) => {
        if (wanted) setRead(fetched.ok ? 'read' : fetched.error);
      },
      (error: unknown) =>
        setRead(() => {
          throw error;
        }),
    );
    return () => {
      wanted = false;
    };
  }, [work, asked]);
  const again = () => {
    setRead('not-yet');
    setAsked(asked + 1);
  };
  if (live.kind === 'failed') throw live.error;
  const stored = live.kind === 'ready' ? live.value : null;
  if (stored === null && typeof read === 'object')
    return <FaultMessage fault={read} what={said.unknown} onRetry={again} />;
  if (live.kind === 'loading' || (stored === null && read === 'not-yet'))
    return <Loading what={said.reading} onRetry={again} />;
  return <Sections stored={stored} />;
}

function Sections({ stored }: { readonly stored: Stored<ArrangementsWorking> | null }) {
  const work = useWorkplace();
  const mayChange = useMayArrange();
  const key = arrangementsKey(work);
  const state = useSaveState('workings', key);
  const props: ArrangementsProps = { arrangements: stored?.record ?? usualArrangements, mayChange: mayChange === true };
  return (
    <>
      {mayChange === false && (
        <Message kind="info">
          <span>{said.readOnly}</span>
        </Message>
      )}
      <ChangedBy stored={stored} />
      {state && state.kind !== 'saved' && <SaveStatus list="workings" recordKey={key} state={state} />}
      <TellSection {...props} />
      <QuietSection {...props} />
      <PreElectionSection {...props} />
    </>
  );
}

/** By whom it was changed last: what SharePoint says, for anybody who may edit the site may do it. */
function ChangedBy({ stored }: { readonly stored: Stored<ArrangementsWorking> | null }) {
  const { environment } = useSurroundings();
  if (stored === null) return <span>{said.usual}</span>;
  const { lastModifiedBy, lastModifiedAt } = stored;
  // Not in SharePoint yet: the line about saving says so.
  if (lastModifiedBy === null || lastModifiedAt === null) return null;
  return <span>{said.changedBy(lastModifiedBy.displayName || said.someone, lastModifiedAt, environment.now())}</span>;
}

/** Null until it is known. */
function useMayArrange(): boolean | null {
  const work = useWorkplace();
  const [may, setMay] = useState<boolean | null>(null);
  useEffect(() => {
    let wanted = true;
    mayArrange(work).then(
      (answer) => {
        if (wanted) setMay(answer);
      },
      (error: unknown) =>
        setMay(() => {
          throw error;
        }),
    );
    return () => {
      wanted = false;
    };
  }, [work]);
  return may;
}
