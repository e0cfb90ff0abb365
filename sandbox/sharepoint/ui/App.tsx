// The SharePoint page as a whole: a site's lists for the person who looks, and the list that is open.
import { FluentProvider, Link, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { graphFor } from '../../pages/graph';
import { PersonMenu } from '../../pages/PersonMenu';
import { choosePerson, type DemoPerson, loadPeople, roleOn } from '../../pages/people';
import { Strip } from '../../pages/Strip';
import { fluentTheme } from '../../pages/themes';
import { useRememberedPerson } from '../../pages/useRememberedPerson';
import { sites, teamSite } from '../../store/seed';
import { formatAddress, parseAddress, type SharePointAddress } from '../address';
import { isPagesLibrary } from '../pages';
import { isFillable, mayEdit, type Right, readLists, readMyRights, refusalInWords, type SiteList } from '../site';
import { OpenListPage } from './OpenListPage';
import { PagesPage } from './PagesPage';
import { SiteNav } from './SiteNav';

const useStyles = makeStyles({
  app: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  site: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: {
    width: '40px',
    height: '40px',
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
    // SharePoint's teal in its own shade that white text can be read on.
    backgroundColor: '#036c70',
    color: '#ffffff',
  },
  siteName: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  space: { flexGrow: 1 },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
  main: { display: 'flex', flexGrow: 1, minWidth: 0 },
  note: {
    padding: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

const steps = [
  'This is the SharePoint site behind the team, and the members’ site beside it. The app keeps everything in lists.',
  'Choose a list to read it. Reload reads it again; SharePoint’s list pages do not refresh by themselves.',
  'Choose a title to see an item, and to edit it where you may.',
  'Be a councillor (the menu with your name) to read the results and to comment, here or in the members’ site.',
  'Site Pages holds the pages of the site; who may edit there can change a page by hand.',
  'As Priya, Manage access adds people to the site and says who may do what in a list.',
  'Back in Teams, the app shows what was changed here.',
] as const;

type Site =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly lists: readonly SiteList[]; readonly rights: Readonly<Record<string, Right>> }
  | { readonly kind: 'refused'; readonly why: string };

/** The page, once the people are known. */
export function App({ start }: { readonly start: readonly DemoPerson[] }) {
  const styles = useStyles();
  const [people, setPeople] = useState(start);
  const [address, setAddress] = useState<SharePointAddress>(() =>
    parseAddress(window.location.pathname, window.location.search),
  );
  const [hidden, setHidden] = useState(false);
  const [site, setSite] = useState<Site>({ kind: 'reading' });
  const shown = sites.find(({ name }) => name === address.site) ?? teamSite;
  const person = choosePerson(people, address.as, window.localStorage);
  const graph = useMemo(() => graphFor(person.id), [person.id]);

  useRememberedPerson(person);
  useEffect(() => {
    window.history.replaceState(null, '', `/sharepoint${formatAddress({ ...address, as: person.slug })}`);
  }, [address, person.slug]);
  useEffect(() => {
    document.title = `${shown.displayName} | SharePoint on your own machine`;
    document.body.style.margin = '0';
    document.documentElement.style.colorScheme = address.theme === 'default' ? 'light' : 'dark';
  }, [address.theme, shown]);

  const read = useCallback(async () => {
    try {
      const [lists, rights] = await Promise.all([readLists(graph, shown.id, hidden), readMyRights(graph)]);
      setSite({ kind: 'read', lists, rights });
    } catch (error) {
      setSite({ kind: 'refused', why: refusalInWords(error) });
    }
  }, [graph, shown, hidden]);
  useEffect(() => void read(), [read]);

  const go = (change: Partial<SharePointAddress>) => setAddress((before) => ({ ...before, ...change }));
  const lists = site.kind === 'read' ? site.lists : [];
  // Without a list in the address one begins at the oldest that people fill in: for a councillor, the results.
  const current =
    lists.find(({ id, name }) => id === address.list || name === address.list) ?? lists.find(isFillable) ?? lists[0];

  return (
    <FluentProvider theme={fluentTheme[address.theme]}>
      <div className={styles.app}>
        <Strip theme={address.theme} onTheme={(theme) => go({ theme })} steps={steps} />
        <div className={styles.site}>
          <span className={styles.mark} aria-hidden>
            {shown === teamSite ? 'PC' : 'MS'}
          </span>
          <span className={styles.siteName}>{shown.displayName}</span>
          <span className={styles.space} />
          <Link href={`/?as=${person.slug}&theme=${address.theme}`} target="_blank" rel="noopener">
            Teams, as the same person
          </Link>
          <div>
            <PersonMenu
              people={people}
              current={person}
              onSwitch={(next) => {
                setSite({ kind: 'reading' });
                go({ as: next.slug, item: undefined });
              }}
              addressFor={(other) => `/sharepoint${formatAddress({ ...address, as: other.slug, item: undefined })}`}
            />
          </div>
        </div>
        <div className={styles.below}>
          <SiteNav
            site={shown}
            onSite={({ name }) => {
              setSite({ kind: 'reading' });
              go({ site: name, list: undefined, item: undefined });
            }}
            lists={lists}
            current={current}
            hidden={lists.length > 0 && roleOn(person, shown.id) === 'owner' ? hidden : undefined}
            onHidden={setHidden}
            onList={(list) => go({ list: list.id, item: undefined })}
          />
          <main className={styles.main}>
            {site.kind === 'reading' && (
              <Text className={styles.note} role="status">
                Reading the site …
              </Text>
            )}
            {site.kind === 'refused' && (
              <div className={styles.note}>
                <h1 className={styles.siteName}>You cannot see this site</h1>
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>{site.why}</MessageBarBody>
                </MessageBar>
              </div>
            )}
            {site.kind === 'read' && !current && (
              <div className={styles.note}>
                <h1 className={styles.siteName}>Nothing is shared with you here yet</h1>
                <Text>When something is, it shows on this page.</Text>
              </div>
            )}
            {site.kind === 'read' && current && isPagesLibrary(current) && (
              <PagesPage
                key={`${person.id} ${current.id}`}
                graph={graph}
                library={current}
                people={people}
                mayManage={roleOn(person, shown.id) === 'owner'}
                onPeopleChanged={async () => setPeople(await loadPeople())}
                mayChange={mayEdit(site.rights[current.id] ?? 'none')}
                name={address.item}
                onPage={(item) => go({ list: current.id, item })}
              />
            )}
            {site.kind === 'read' && current && !isPagesLibrary(current) && (
              <OpenListPage
                key={`${person.id} ${current.id}`}
                graph={graph}
                person={person}
                people={people}
                list={current}
                right={site.rights[current.id] ?? 'none'}
                itemId={address.item}
                onItem={(item) => go({ list: current.id, item })}
                onPeopleChanged={async () => setPeople(await loadPeople())}
              />
            )}
          </main>
        </div>
      </div>
    </FluentProvider>
  );
}
