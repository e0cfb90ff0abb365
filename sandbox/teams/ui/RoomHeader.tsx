// The head of a channel or meeting: its name and its row of tabs, with *add a tab* and what can be done with a tab.
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Tab,
  TabList,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Room } from '../rooms';
import type { SavedTab } from '../shapes';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalL}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  tabs: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  space: { flexGrow: 1 },
});

export interface RoomHeaderProps {
  readonly room: Room;
  readonly subtitle: string;
  /** The tab that every room has: posts of a channel, details of a meeting. */
  readonly firstTab: string;
  readonly tabs: readonly SavedTab[];
  readonly current: string;
  readonly children?: ReactNode;
  onTab(id: string): void;
  onAdd(): void;
  onRemove(tab: SavedTab): void;
  onCopyLink(tab: SavedTab): void;
}

/** The header. A tab that belongs to the meeting's channel is removed there, not here. */
export function RoomHeader(props: RoomHeaderProps) {
  const styles = useStyles();
  const { room, tabs, current } = props;
  const selected = tabs.find((tab) => tab.id === current);
  return (
    <div className={styles.header}>
      <div className={styles.name}>
        <h1 className={styles.title}>{room.name}</h1>
        <Text size={200}>{props.subtitle}</Text>
      </div>
      <div className={styles.tabs}>
        <TabList
          aria-label={`Tabs of ${room.name}`}
          selectedValue={current}
          onTabSelect={(_, data) => props.onTab(String(data.value))}
        >
          <Tab value="posts">{props.firstTab}</Tab>
          {tabs.map((tab) => (
            <Tab key={tab.id} value={tab.id}>
              {tab.name}
            </Tab>
          ))}
        </TabList>
        {selected && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                icon={<MoreHorizontalRegular />}
                aria-label={`More for the tab ${selected.name}`}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuItem onClick={() => props.onCopyLink(selected)}>Copy link to the tab</MenuItem>
                {selected.conversationId === room.conversationId && (
                  <MenuItem onClick={() => props.onRemove(selected)}>Remove the tab</MenuItem>
                )}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Tooltip content="Add a tab" relationship="label">
          <Button appearance="subtle" icon={<AddRegular />} onClick={props.onAdd} />
        </Tooltip>
      </div>
      <span className={styles.space} />
      {props.children}
    </div>
  );
}
