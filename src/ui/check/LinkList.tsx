// The links of the connection with their states, what mends the broken ones, and the buttons that do it.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { LinkId, LinkReport } from '../../connection/report';
import { scopes } from '../../graph/scopes';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { faultWords, missingScopes } from '../parts/faultWords';
import { StateList } from '../parts/StateList';
import { linkWords, rowStates } from './linkWords';
import type { Checking } from './useCheck';

const said = words.check;

const useStyles = makeStyles({
  sentences: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
  broken: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

export interface LinkListProps {
  readonly checking: Checking;
  /** Only these links; all where it is left out. */
  readonly only?: readonly LinkId[];
}

/** The list of links. */
export function LinkList({ checking, only }: LinkListProps) {
  const shown = checking.links.filter(({ link }) => only === undefined || only.includes(link));
  const rows = shown.map((link) => ({
    id: link.link,
    name: said.link[link.link],
    state: rowStates[link.state],
    says: said.state[link.state],
    children: <LinkText link={link} checking={checking} />,
  }));
  return <StateList rows={rows} label={said.links} />;
}

function LinkText({ link, checking }: { readonly link: LinkReport; readonly checking: Checking }) {
  const styles = useStyles();
  const { host, environment } = useSurroundings();
  const sentences = linkWords(link, checking, host.context(), environment.now());
  return (
    <div className={styles.sentences}>
      {sentences.map((sentence) => (
        <p key={sentence} className={link.state === 'broken' ? styles.broken : styles.sentence}>
          {sentence}
        </p>
      ))}
      {link.state === 'broken' && <Mend link={link} again={checking.again} />}
    </div>
  );
}

/** What the person can do about it here and now: sign in, or allow what is missing. */
function Mend({ link, again }: { readonly link: LinkReport; readonly again: () => void }) {
  const styles = useStyles();
  const { host, environment } = useSurroundings();
  const [refusal, setRefusal] = useState('');
  const allowing = link.remedies.includes('allow');
  if (!allowing && !link.remedies.includes('sign-in')) return null;
  const wanted = link.fault ? missingScopes(link.fault) : [];
  const ask = async () => {
    const token = await host.token(wanted.length > 0 ? wanted : scopes.profile, 'ask');
    if (token.ok) again();
    else setRefusal(faultWords(token.error, environment.now()).happened);
  };
  return (
    <div className={styles.actions}>
      <Button appearance="primary" onClick={() => void ask()}>
        {allowing ? said.allow : said.signIn}
      </Button>
      <span role="status">{refusal}</span>
    </div>
  );
}
