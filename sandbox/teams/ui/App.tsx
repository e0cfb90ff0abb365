// The small Teams as a whole: decides what the window shows, and holds what every part shares.
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { graphFor } from '../../pages/graph';
import { PersonMenu } from '../../pages/PersonMenu';
import { choosePerson, type DemoPerson } from '../../pages/people';
import { Choice, Strip } from '../../pages/Strip';
import { fluentTheme, type ThemeName } from '../../pages/themes';
import { useQuestion } from '../../pages/useQuestion';
import { useRememberedPerson } from '../../pages/useRememberedPerson';
import { type Address, type Frame, formatAddress, framesOf } from '../address';
import type { Services } from '../hostFor';
import { linkTarget } from '../linkTarget';
import { product, productOrigin } from '../product';
import type { PickedPerson, PickerRequest } from '../protocol/handle';
import { rooms } from '../rooms';
import { ActivityPlace } from './ActivityPlace';
import { ConsentDialog } from './ConsentDialog';
import { ConsentItems, useConsentMode } from './ConsentItems';
import { PeoplePicker } from './PeoplePicker';
import { PersonalPlace } from './PersonalPlace';
import { Rail } from './Rail';
import { RoomPlace } from './RoomPlace';
import { steps } from './steps';
import { useActivities } from './useActivities';
import { useAddress } from './useAddress';
import { useAuthority } from './useAuthority';

const useStyles = makeStyles({
  app: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  below: { display: 'flex', flexGrow: 1, minHeight: 0 },
});

const frameNames: Readonly<Record<Frame, string>> = {
  channel: 'Tab',
  panel: 'Meeting side panel',
  stage: 'Meeting stage',
  personal: 'Personal app',
  activity: 'Activity',
};

/** The page, once the people are known. */
export function App({ people }: { readonly people: readonly DemoPerson[] }) {
  const styles = useStyles();
  const { address, visit, go, follow } = useAddress((from) => startAt(from, people));
  const person = choosePerson(people, address.as, window.localStorage);
  useRememberedPerson(person);

  const picker = useQuestion<PickerRequest, readonly PickedPerson[] | undefined>();
  const consent = useQuestion<readonly string[], boolean>();
  const consentMode = useConsentMode(person);
  const authority = useAuthority(person, consent);
  const activities = useActivities(person.id);
  const graph = useMemo(() => graphFor(person.id), [person.id]);
  const [sessionId] = useState(() => crypto.randomUUID());
  const room = rooms[address.in];
  const inMeeting = address.frame === 'panel' || address.frame === 'stage';
  // Meetings are dark, unless the person needs high contrast.
  const theme: ThemeName = inMeeting && address.theme === 'default' ? 'dark' : address.theme;
  useDocument(room.name, theme);

  const openLink = (url: string): boolean => {
    const target = linkTarget(url, address, window.location.origin);
    if (target) follow(target);
    else if (/^(https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener');
    else return false;
    return true;
  };
  const services: Services = { person, theme, sessionId, authority, pickPeople: picker.ask, openLink };
  const origin = productOrigin(window.location);
  const menu = (
    <PersonMenu
      people={people}
      current={person}
      checked={{ consent: consentMode.mode ? [consentMode.mode] : [] }}
      onSwitch={(next) => go({ as: next.slug })}
      addressFor={(other) => `/${formatAddress({ ...address, as: other.slug })}`}
    >
      <ConsentItems choose={consentMode.choose} />
    </PersonMenu>
  );

  return (
    <FluentProvider theme={fluentTheme[theme]}>
      <div className={styles.app}>
        <Strip theme={address.theme} onTheme={(chosen) => go({ theme: chosen })} steps={steps}>
          <Choice
            label="Frame"
            value={address.frame}
            options={framesOf(address.in).map((value) => ({ value, label: frameNames[value] }))}
            onChange={(frame) => go({ frame })}
          />
        </Strip>
        <div className={styles.below}>
          {!inMeeting && (
            <Rail
              room={address.in}
              place={address.frame === 'channel' ? 'room' : address.frame}
              unread={activities.lines?.filter(({ read }) => !read).length ?? 0}
              sharePointUrl={`/sharepoint?as=${person.slug}&theme=${address.theme}`}
              personMenu={menu}
              onRoom={(key) => go({ in: key, frame: 'channel', ...(key === address.in ? {} : { tab: 'posts' }) })}
              onPersonal={() => go({ frame: 'personal' })}
              onActivity={() => go({ frame: 'activity' })}
            />
          )}
          {address.frame === 'activity' && (
            <ActivityPlace
              lines={activities.lines}
              onOpen={(line) => {
                void activities.markRead(line.id);
                openLink(line.webUrl);
              }}
            />
          )}
          {address.frame === 'personal' && (
            <PersonalPlace services={services} origin={origin} subPageId={address.sub} visit={visit} />
          )}
          {address.frame !== 'activity' && address.frame !== 'personal' && (
            <RoomPlace
              key={room.key}
              room={room}
              address={address}
              visit={visit}
              people={people}
              services={services}
              graph={graph}
              origin={origin}
              personMenu={menu}
              go={go}
              onLink={openLink}
            />
          )}
        </div>
        {picker.asked && <PeoplePicker people={people} request={picker.asked} onDone={picker.reply} />}
        {consent.asked && (
          <ConsentDialog appName={product.name} person={person} scopes={consent.asked} onDone={consent.reply} />
        )}
      </div>
    </FluentProvider>
  );
}

/** A window opened by a deep link goes where the link says; every window knows its person from the start. */
function startAt(from: Address, people: readonly DemoPerson[]): Address {
  const as = choosePerson(people, from.as, window.localStorage).slug;
  const target = linkTarget(window.location.href, from, window.location.origin);
  return { ...from, ...target, as };
}

function useDocument(place: string, theme: ThemeName): void {
  useEffect(() => {
    document.title = `${place} | Teams on your own machine`;
  }, [place]);
  useEffect(() => {
    // Fluent colours its own box only.
    document.body.style.margin = '0';
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
}
