// Says when this device is offline or behind, when changes are not yet in SharePoint, and when someone only reads here.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { isHeldUp, readUnsent } from '../../commands/unsent';
import type { GraphFault } from '../../graph/faults';
import type { Standing, Unsent } from '../../replica/replica';
import { isForCouncillors } from '../../sharepoint/place';
import { words } from '../../words';
import { faultWords } from '../parts/faultWords';
import { useSurroundings, useWorkplace } from './contexts';
import { useLive, useStanding } from './live';
import { useNavigation } from './navigation';
import { hrefOf } from './routes';

const useStyles = makeStyles({
  banner: {
    padding: `${tokens.spacingVerticalS} 20px`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  line: { margin: 0 },
});

/** Whether SharePoint refused a change of the officers' own lists; councillors' lists have owners of their own. */
const isRefused = ({ list, state }: Unsent): boolean =>
  !isForCouncillors(list) && state.kind === 'parked' && state.because.kind === 'no-access';

/** What there is to say about the connection: nothing when all is well. */
function standingWords(standing: Standing, refused: boolean, now: Date): readonly string[] {
  const said = words.common.standing;
  const lines: string[] = [];
  if (refused) lines.push(said.readOnly);
  if (standing.kind === 'apart') lines.push(said.apart);
  if (standing.kind === 'behind') lines.push(behindWords(standing.because, now));
  if (standing.kind === 'newer-version') lines.push(said.newerVersion);
  return lines;
}

function behindWords(because: GraphFault, now: Date): string {
  const said = words.common.standing;
  if (because.kind === 'offline') return said.offline;
  return because.kind === 'not-found' ? said.lost : said.behind(faultWords(because, now).because);
}

/** The banner below the header. */
export function StandingBanner() {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const { replica } = useWorkplace();
  const standing = useStanding();
  const { route } = useNavigation();
  const lost = standing.kind === 'behind' && standing.because.kind === 'not-found';
  const unsent = useLive((work) => work.replica.unsent(), []);
  const mine = useLive(readUnsent, []);
  // The screen of these changes counts them itself.
  const held = mine.kind === 'ready' && route.screen !== 'unsaved' ? mine.value.filter(isHeldUp).length : 0;
  const refused = unsent.kind === 'ready' && unsent.value.some(isRefused);
  const [readOnly, setReadOnly] = useState(false);
  useEffect(() => {
    // Once refused it stays said, also after the change was discarded.
    if (refused) setReadOnly(true);
  }, [refused]);
  const lines = [...standingWords(standing, refused, environment.now())];
  if (!replica.durable) lines.push(words.common.standing.notKept);
  if (readOnly && !refused) lines.unshift(words.common.standing.readOnly);
  return (
    <div className={lines.length > 0 || held > 0 ? styles.banner : undefined} role="status">
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {held > 0 && (
        <p className={styles.line}>
          <Link href={hrefOf({ screen: 'unsaved' })}>{words.common.standing.unsent(held)}</Link>
        </p>
      )}
      {(lost || standing.kind === 'apart') && route.screen !== 'check' && (
        <Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>
      )}
    </div>
  );
}
