// A meeting from inside: the people, what is on the stage, and the side panel with an app. Meetings are dark.
import { Avatar, Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { AddRegular, CallEndRegular, DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { DemoPerson } from '../../pages/people';
import type { SavedTab } from '../shapes';

const useStyles = makeStyles({
  meeting: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  space: { flexGrow: 1 },
  room: { display: 'flex', flexGrow: 1, minHeight: 0 },
  stage: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    padding: tokens.spacingHorizontalS,
    gap: tokens.spacingVerticalS,
  },
  shared: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  gallery: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gridAutoRows: 'minmax(120px, 1fr)',
    overflowY: 'auto',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  person: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Teams gives an app in the side panel exactly 280 pixels.
  panel: {
    width: '280px',
    flexShrink: 0,
    boxSizing: 'content-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panelHead: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  panelTitle: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

export interface MeetingProps {
  readonly name: string;
  readonly people: readonly DemoPerson[];
  readonly tabs: readonly SavedTab[];
  readonly current: SavedTab | undefined;
  /** The app in the side panel; undefined while the panel is closed. */
  readonly panel: ReactNode;
  /** What is shared with everyone; undefined for the gallery. */
  readonly stage: ReactNode;
  readonly sharedBy: string | undefined;
  readonly personMenu: ReactNode;
  onTab(id: string): void;
  onAdd(): void;
  onClosePanel(): void;
  onStopSharing(): void;
  onLeave(): void;
}

/** The meeting's window. */
export function Meeting(props: MeetingProps) {
  const styles = useStyles();
  const { name, tabs, current, panel, stage, sharedBy } = props;
  return (
    <main className={styles.meeting} aria-label={name}>
      <div className={styles.bar}>
        <h1 className={styles.title}>{name}</h1>
        <span className={styles.space} />
        <TabList
          aria-label="Apps in this meeting"
          selectedValue={panel ? (current?.id ?? null) : null}
          onTabSelect={(_, data) => props.onTab(String(data.value))}
        >
          {tabs.map((tab) => (
            <Tab key={tab.id} value={tab.id}>
              {tab.name}
            </Tab>
          ))}
        </TabList>
        <Button icon={<AddRegular />} appearance="subtle" onClick={props.onAdd}>
          Apps
        </Button>
        <div>{props.personMenu}</div>
        <Button icon={<CallEndRegular />} appearance="primary" onClick={props.onLeave}>
          Leave
        </Button>
      </div>
      <div className={styles.room}>
        <section className={styles.stage} aria-label="Stage">
          {sharedBy !== undefined && (
            <div className={styles.shared}>
              <Text>{sharedBy} is sharing this with everyone in the meeting</Text>
              <Button size="small" onClick={props.onStopSharing}>
                Stop sharing
              </Button>
            </div>
          )}
          {stage ?? <Gallery people={props.people} />}
        </section>
        {panel && (
          <aside className={styles.panel} aria-label="Side panel">
            <div className={styles.panelHead}>
              <h2 className={styles.panelTitle}>{current?.name ?? 'Apps'}</h2>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label="Close the side panel"
                onClick={props.onClosePanel}
              />
            </div>
            {panel}
          </aside>
        )}
      </div>
    </main>
  );
}

function Gallery({ people }: { readonly people: readonly DemoPerson[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.gallery} aria-label="People in the meeting">
      {people.map((person) => (
        <li key={person.id} className={styles.person}>
          <Avatar name={person.displayName} color="colorful" size={56} aria-hidden />
          <Text>{person.displayName}</Text>
        </li>
      ))}
    </ul>
  );
}
