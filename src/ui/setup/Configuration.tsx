// The configuration page: the connection first, then what will be created where, then creating it; after that Teams' own Save button is free.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ConfigurationPage, tabEntityId } from '../../base/host';
import { fail, ok } from '../../base/result';
import type { LinkId } from '../../connection/report';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { useNavigation } from '../app/navigation';
import { hrefOf } from '../app/routes';
import { CheckScreen } from '../check/CheckScreen';
import { LinkList } from '../check/LinkList';
import { type Checking, useCheck } from '../check/useCheck';
import { CatchErrors } from '../parts/Broken';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { ChoosePlace } from './ChoosePlace';
import { searchPlaces } from './places';
import { SetUpLists } from './SetUpLists';
import { type TabPlace, tabAddress } from './tabAddress';

const said = words.setup;

/** What has to work before lists can be created; the lists themselves are shown by set-up. */
const needed: readonly LinkId[] = ['host', 'sign-in', 'consent', 'channel', 'site'];

const useStyles = makeStyles({
  text: { margin: 0 },
  fold: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` },
  back: { padding: '20px 20px 0' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalM },
});

/** The configuration page. `page` is its own address. */
export function Configuration({ page }: { readonly page: string }) {
  const { host } = useSurroundings();
  useEffect(() => host.notifyReady(), [host]);
  if (!host.configuration) return <Screen heading={said.notInTeams.heading} intro={said.notInTeams.text} />;
  return (
    <CatchErrors place="configuration">
      <Steps configuration={host.configuration} page={page} />
    </CatchErrors>
  );
}

function Steps({ configuration, page }: { readonly configuration: ConfigurationPage; readonly page: string }) {
  const { host } = useSurroundings();
  const { route } = useNavigation();
  const allow = useSaving(configuration, page);
  if (route.screen === 'check') return <WholeCheck />;
  return host.context().channel ? <InChannel allow={allow} /> : <WithoutChannel allow={allow} />;
}

/** Error messages lead to the connection check; here nothing else leads back. */
function WholeCheck() {
  const styles = useStyles();
  return (
    <>
      <div className={styles.back}>
        <Link href={hrefOf({ screen: 'landing' })}>← {words.common.backTo(said.heading)}</Link>
      </div>
      <CheckScreen assessmentId={null} />
    </>
  );
}

/** Keeps Teams' Save button shut until a place is ready (`allow`), and answers it. */
function useSaving(configuration: ConfigurationPage, page: string): (place: TabPlace | null) => void {
  const place = useRef<TabPlace | null>(null);
  useEffect(() => {
    configuration.setReady(false);
    configuration.onSave(async () =>
      place.current
        ? ok({ entityId: tabEntityId, name: said.tabName, contentUrl: tabAddress(page, place.current) })
        : fail(said.saveTooEarly),
    );
  }, [configuration, page]);
  return useCallback(
    (ready) => {
      place.current = ready;
      configuration.setReady(ready !== null);
    },
    [configuration],
  );
}

function InChannel({ allow }: { readonly allow: (place: TabPlace | null) => void }) {
  const { host } = useSurroundings();
  const checking = useCheck();
  const { report } = checking;
  const { channel } = host.context();
  const site = report?.site;
  return (
    <Screen heading={said.heading} intro={said.intro}>
      <Connection checking={checking} />
      {site && channel && (
        <Section heading={said.lists.heading}>
          <SetUpLists
            site={site}
            ready={said.ready.save}
            onReady={() =>
              allow({
                siteId: site.id,
                teamId: channel.teamId,
                channelId: channel.channelId,
                channelName: channel.channelName,
              })
            }
          />
        </Section>
      )}
    </Screen>
  );
}

/** The links up to the site: in sight while they are looked at or where one is broken, folded away once all work. */
function Connection({ checking }: { readonly checking: Checking }) {
  const styles = useStyles();
  const { report, again } = checking;
  const works = report?.site != null;
  const outcome = works ? said.connection.works : said.connection.broken;
  return (
    <Section heading={said.connection.heading}>
      <p className={styles.text} role="status">
        {report ? outcome : said.checking}
      </p>
      {works ? (
        <details>
          <summary className={styles.fold}>{said.connection.see}</summary>
          <LinkList checking={checking} only={needed} />
        </details>
      ) : (
        <LinkList checking={checking} only={needed} />
      )}
      {report && !works && (
        <div>
          <Button onClick={again}>{words.check.again}</Button>
        </div>
      )}
    </Section>
  );
}

/** An ordinary meeting or chat has no site of its own and borrows a channel's. */
function WithoutChannel({ allow }: { readonly allow: (place: TabPlace | null) => void }) {
  const styles = useStyles();
  const { graph } = useSurroundings();
  const [chosen, setChosen] = useState('');
  if (chosen === '')
    return (
      <ChoosePlace
        search={() => searchPlaces(graph)}
        onChoose={({ home, site }) => {
          allow({ siteId: site.id, ...home });
          setChosen(home.channelName);
        }}
      />
    );
  return (
    <Screen heading={said.choose.heading}>
      <Message kind="success" title={said.ready.heading} role="status">
        <p className={styles.text}>{said.choose.chosen(chosen)}</p>
      </Message>
      <div className={styles.actions}>
        <Button
          onClick={() => {
            allow(null);
            setChosen('');
          }}
        >
          {said.choose.other}
        </Button>
      </div>
    </Screen>
  );
}
