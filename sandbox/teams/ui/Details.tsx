// What a meeting's page says before one joins it.
import { Avatar, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { VideoRegular } from '@fluentui/react-icons';
import type { DemoPerson } from '../../pages/people';
import { channelOfMeeting, type Room } from '../rooms';

const useStyles = makeStyles({
  page: { flexGrow: 1, overflowY: 'auto', padding: tokens.spacingHorizontalXXL },
  column: { maxWidth: '720px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0 },
  },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  person: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export interface DetailsProps {
  readonly room: Room;
  readonly people: readonly DemoPerson[];
  onJoin(): void;
}

/** When, where and with whom; *Join* goes into the meeting. */
export function Details({ room, people, onJoin }: DetailsProps) {
  const styles = useStyles();
  const channel = channelOfMeeting(room);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <div>
          <Button appearance="primary" icon={<VideoRegular />} onClick={onJoin}>
            Join
          </Button>
        </div>
        <dl className={styles.facts}>
          <dt>When</dt>
          <dd>{room.when}</dd>
          <dt>Where</dt>
          <dd>{channel ? `In the channel ${channel.name}` : 'An ordinary meeting, in no channel'}</dd>
        </dl>
        <Text weight="semibold">People</Text>
        <ul className={styles.people}>
          {people.map((person) => (
            <li key={person.id} className={styles.person}>
              <Avatar name={person.displayName} color="colorful" size={28} aria-hidden />
              {person.displayName}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
