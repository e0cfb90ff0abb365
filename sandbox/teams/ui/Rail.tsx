// The left column: who this window is, the team with its channels, the meetings, the person's apps, and SharePoint.
import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  AlertRegular,
  AppsListDetailRegular,
  CalendarLtrRegular,
  NumberSymbolRegular,
  OpenRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { teamName } from '../../store/seed';
import type { RoomKey } from '../address';
import { product } from '../product';
import { rooms } from '../rooms';

const useStyles = makeStyles({
  rail: {
    width: '268px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { display: 'flex', flexDirection: 'column', gap: '2px' },
  heading: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
  },
  team: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  teamMark: {
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusMedium,
    display: 'grid',
    placeItems: 'center',
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `6px ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    textDecorationLine: 'none',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    borderTopColor: tokens.colorNeutralStroke2,
    borderRightColor: tokens.colorNeutralStroke2,
    borderBottomColor: tokens.colorNeutralStroke2,
    borderLeftColor: tokens.colorNeutralStroke2,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { display: 'flex', fontSize: '20px', flexShrink: 0 },
});

export interface RailProps {
  readonly room: RoomKey;
  /** What the window shows: a room, the person's own app, or their activity feed. */
  readonly place: 'room' | 'personal' | 'activity';
  /** Lines of the feed that the person has not opened. */
  readonly unread: number;
  readonly sharePointUrl: string;
  readonly personMenu: ReactNode;
  onRoom(room: RoomKey): void;
  onPersonal(): void;
  onActivity(): void;
}

/** The navigation of the page. */
export function Rail(props: RailProps) {
  const { room, place, unread, sharePointUrl, personMenu, onRoom, onPersonal, onActivity } = props;
  const styles = useStyles();
  const roomItem = (key: RoomKey, icon: ReactNode) => (
    <Item current={place === 'room' && room === key} icon={icon} onClick={() => onRoom(key)}>
      {rooms[key].name}
    </Item>
  );
  return (
    <nav className={styles.rail} aria-label="Teams">
      {personMenu}
      <div className={styles.group}>
        <Item current={place === 'activity'} icon={<AlertRegular />} onClick={onActivity}>
          Activity
          {unread > 0 && (
            <CounterBadge count={unread} size="small" color="danger" aria-label={`${unread} new`} role="img" />
          )}
        </Item>
      </div>
      <div className={styles.group}>
        <h2 className={mergeClasses(styles.heading, styles.team)}>
          <span className={styles.teamMark} aria-hidden>
            PC
          </span>
          {teamName}
        </h2>
        {roomItem('general', <NumberSymbolRegular />)}
        {roomItem('board', <NumberSymbolRegular />)}
      </div>
      <div className={styles.group}>
        <h2 className={styles.heading}>Calendar</h2>
        {roomItem('meeting', <CalendarLtrRegular />)}
        {roomItem('chat-meeting', <CalendarLtrRegular />)}
      </div>
      <div className={styles.group}>
        <h2 className={styles.heading}>Your apps</h2>
        <Item current={place === 'personal'} icon={<AppsListDetailRegular />} onClick={onPersonal}>
          {product.name}
        </Item>
        <a className={styles.item} href={sharePointUrl} target="_blank" rel="noopener">
          <OpenRegular className={styles.icon} aria-hidden />
          SharePoint, as the same person
        </a>
      </div>
    </nav>
  );
}

interface ItemProps {
  readonly current: boolean;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  onClick(): void;
}

function Item({ current, icon, children, onClick }: ItemProps) {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, current && styles.current)}
      aria-current={current ? 'page' : undefined}
      onClick={onClick}
    >
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {children}
    </button>
  );
}
