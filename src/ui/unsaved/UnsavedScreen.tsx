// Everything that somebody changed here and SharePoint does not have: what it is, why that is, and what can be done.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { discardChange, restoreChange } from '../../commands/unsent';
import { type LegibleChange, readChanges } from '../../commands/versions';
import type { Unsent } from '../../replica/replica';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive, useStanding } from '../app/live';
import { Broken } from '../parts/Broken';
import { LoadingScreen } from '../parts/LoadingScreen';
import { Message } from '../parts/Message';
import { plainList } from '../parts/plainList';
import { Screen } from '../parts/Screen';
import { UndoMessage } from '../parts/UndoMessage';
import { changeName } from './changeWords';
import { UnsavedChange } from './UnsavedChange';

const said = words.unsaved;

const useStyles = makeStyles({
  list: { ...plainList, rowGap: tokens.spacingVerticalL },
  count: { margin: 0, ':focus': { outlineStyle: 'none' } },
});

/** The screen. */
export function UnsavedScreen() {
  const live = useLive(readChanges, []);
  if (live.kind === 'loading') return <LoadingScreen />;
  if (live.kind === 'failed') return <Broken error={live.error} />;
  return <Unsaved changes={live.value} />;
}

interface Discarded {
  readonly unsent: Unsent;
  readonly name: string;
}

function Unsaved({ changes }: { readonly changes: readonly LegibleChange[] }) {
  const styles = useStyles();
  const work = useWorkplace();
  const count = useRef<HTMLParagraphElement>(null);
  const [discarded, setDiscarded] = useState<Discarded | null>(null);
  const [thrown, setThrown] = useState<{ readonly error: unknown } | null>(null);
  if (thrown) throw thrown.error;
  const failed = (error: unknown) => setThrown({ error });
  // What had the focus goes away with the change; the count is what is worth hearing then.
  const settled = () => count.current?.focus();
  const discard = (change: LegibleChange) => {
    discardChange(work, change.unsent).then(() => {
      setDiscarded({ unsent: change.unsent, name: changeName(change) });
      settled();
    }, failed);
  };
  const undo = ({ unsent }: Discarded) => {
    restoreChange(work, unsent).then(() => {
      setDiscarded(null);
      settled();
    }, failed);
  };
  return (
    <Screen heading={said.heading} back={{ to: { screen: 'landing' } }} intro={said.intro}>
      <p ref={count} tabIndex={-1} role="status" className={styles.count}>
        {changes.length === 0 ? said.none : said.count(changes.length)}
      </p>
      {changes.length > 0 && <ForAll />}
      {discarded && <UndoMessage text={said.discard.done(discarded.name)} onUndo={() => undo(discarded)} />}
      <ul className={styles.list}>
        {changes.map((change) => (
          <UnsavedChange
            key={`${change.unsent.list} ${change.unsent.key}`}
            change={change}
            onDiscard={() => discard(change)}
            onSettled={settled}
          />
        ))}
      </ul>
    </Screen>
  );
}

/** What there is to know about all of them. */
function ForAll() {
  const { replica } = useWorkplace();
  const standing = useStanding();
  return (
    <>
      {!replica.durable && (
        <Message kind="warning" title={said.onlyThisPage.title}>
          <span>{said.onlyThisPage.text}</span>
        </Message>
      )}
      {standing.kind === 'newer-version' && (
        <Message
          kind="warning"
          title={said.newerVersion.title}
          actions={<Button onClick={() => window.location.reload()}>{words.common.broken.reload}</Button>}
        >
          <span>{said.newerVersion.text}</span>
        </Message>
      )}
    </>
  );
}
