// A channel or meeting: its header and what the chosen tab shows, or the meeting from inside.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { PersonGraph } from '../../pages/graph';
import type { DemoPerson } from '../../pages/people';
import { teamName } from '../../store/seed';
import type { Address } from '../address';
import { addTab, changeStage, removeTab } from '../client';
import type { Services } from '../hostFor';
import { product } from '../product';
import type { FrameContext } from '../protocol/runtime';
import { channelOfMeeting, type Room } from '../rooms';
import type { SavedTab } from '../shapes';
import { findTab, linkTo } from '../tabs';
import { AddTab } from './AddTab';
import { Details } from './Details';
import { LinkDialog } from './LinkDialog';
import { Meeting } from './Meeting';
import { Posts } from './Posts';
import { RoomHeader } from './RoomHeader';
import { TabPanel } from './TabPanel';
import { useConversation } from './useConversation';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  note: {
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
});

export interface RoomPlaceProps {
  readonly room: Room;
  readonly address: Address;
  readonly visit: number;
  readonly people: readonly DemoPerson[];
  readonly services: Services;
  readonly graph: PersonGraph;
  readonly origin: string;
  readonly personMenu: ReactNode;
  go(change: Partial<Address>): void;
  onLink(url: string): void;
}

/** Shows a room. A meeting of a channel also has the tabs of its channel. */
export function RoomPlace(props: RoomPlaceProps) {
  const styles = useStyles();
  const { room, address, services, people, go } = props;
  const channel = channelOfMeeting(room);
  const own = useConversation(room.conversationId);
  const inherited = useConversation(channel?.conversationId ?? room.conversationId);
  const [adding, setAdding] = useState(false);
  const [link, setLink] = useState<{ readonly label: string; readonly url: string }>();

  const tabs = [...(own.now?.tabs ?? []), ...(channel ? (inherited.now?.tabs ?? []) : [])];
  const current = findTab(tabs, address.tab);
  const known = own.now !== undefined && inherited.now !== undefined;
  // Until the tabs are known, nothing is shown in the place of the one that was asked for.
  const first = current === undefined && (known || address.tab === 'posts');
  const stage = own.now?.stage ?? undefined;
  const changed = () => {
    void own.refresh();
    void inherited.refresh();
  };
  const shareLink = (tab: SavedTab, subPageId: string, label: string) =>
    setLink({ label: label || tab.name, url: linkTo(tab, room, subPageId, window.location.origin) });

  const panel = (tab: SavedTab, frameContext: FrameContext) => (
    <TabPanel
      tab={tab}
      room={room}
      frameContext={frameContext}
      services={services}
      subPageId={frameContext === 'meetingStage' ? undefined : address.sub}
      staged={stage?.contentUrl}
      visit={props.visit}
      onChanged={changed}
      onShareLink={shareLink}
    />
  );
  const dialogs = (
    <>
      {adding && (
        <AddTab
          room={room}
          services={services}
          origin={props.origin}
          onClose={() => setAdding(false)}
          onAdd={async (tab) => {
            const saved = await addTab(room.conversationId, tab);
            await own.refresh();
            setAdding(false);
            go({ tab: saved.id });
          }}
        />
      )}
      {link && <LinkDialog label={link.label} url={link.url} onClose={() => setLink(undefined)} />}
    </>
  );

  if (address.frame === 'panel' || address.frame === 'stage') {
    const chosen = current ?? tabs[0];
    const onStage =
      stage && chosen ? { ...chosen, contentUrl: stage.contentUrl } : address.frame === 'stage' ? chosen : undefined;
    return (
      <>
        <Meeting
          name={room.name}
          people={people.filter(attends)}
          tabs={tabs}
          current={chosen}
          panel={
            address.frame === 'panel' &&
            (chosen ? panel(chosen, 'sidePanel') : known && <NoApp onAdd={() => setAdding(true)} />)
          }
          stage={onStage && panel(onStage, 'meetingStage')}
          sharedBy={stage && nameOf(people, stage.by)}
          personMenu={props.personMenu}
          onTab={(tab) => go({ tab, frame: 'panel' })}
          onAdd={() => setAdding(true)}
          onClosePanel={() => go({ frame: 'stage' })}
          onStopSharing={() => void changeStage(room.conversationId, undefined).then(changed)}
          onLeave={() => go({ frame: 'channel' })}
        />
        {dialogs}
      </>
    );
  }

  return (
    <main className={styles.place}>
      <RoomHeader
        room={room}
        subtitle={
          channel ? `Meeting in ${channel.name}` : room.kind === 'meeting' ? 'Meeting without a channel' : teamName
        }
        firstTab={room.kind === 'channel' ? 'Posts' : 'Details'}
        tabs={tabs}
        current={current?.id ?? 'posts'}
        onTab={(tab) => go({ tab })}
        onAdd={() => setAdding(true)}
        onRemove={(tab) => {
          go({ tab: 'posts' });
          void removeTab(tab).then(changed);
        }}
        onCopyLink={(tab) => shareLink(tab, '', tab.name)}
      >
        {room.kind !== 'channel' && (
          <Button appearance="primary" icon={<VideoRegular />} onClick={() => go({ frame: 'panel' })}>
            Join
          </Button>
        )}
      </RoomHeader>
      {current && panel(current, 'content')}
      {first && room.kind === 'channel' && !inTeam(services.person) && <Outside />}
      {first && room.kind === 'channel' && inTeam(services.person) && (
        <Posts
          key={services.person.id}
          graph={props.graph}
          channelId={room.conversationId}
          channelName={room.name}
          revision={own.now?.posts ?? 0}
          theme={services.theme}
          onLink={props.onLink}
          onAddTab={own.now?.tabs.length === 0 ? () => setAdding(true) : undefined}
        />
      )}
      {first && room.kind !== 'channel' && (
        <Details room={room} people={people.filter(attends)} onJoin={() => go({ frame: 'panel' })} />
      )}
      {dialogs}
    </main>
  );
}

function NoApp({ onAdd }: { onAdd(): void }) {
  const styles = useStyles();
  return (
    <div className={styles.note}>
      <Text>This meeting has no app yet.</Text>
      <Button appearance="primary" onClick={onAdd}>
        Add {product.name}
      </Button>
    </div>
  );
}

/** Nobody outside the team is shown what is posted in it; its tabs may still be opened, as a link to one would. */
function Outside() {
  const styles = useStyles();
  return (
    <div className={styles.note}>
      <Text weight="semibold">You are not a member of this team</Text>
      <Text>Its posts are for members. An owner of the site can add you: in SharePoint, under Manage access.</Text>
    </div>
  );
}

const inTeam = (person: DemoPerson): boolean => person.role !== 'guest' && person.role !== 'councillor';
const attends = (person: DemoPerson): boolean =>
  person.role === 'owner' || person.role === 'member' || person.role === 'guest';
const nameOf = (people: readonly DemoPerson[], id: string): string =>
  people.find((person) => person.id === id)?.displayName ?? 'Someone';
