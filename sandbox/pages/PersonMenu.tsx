// Who this window is signed in as, and how to be someone else: here, or in another window.
import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type DemoPerson, roleInWords } from './people';

const useStyles = makeStyles({
  button: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minWidth: 0,
    width: '100%',
  },
  avatar: { marginRight: tokens.spacingHorizontalS, flexShrink: 0 },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, lineHeight: tokens.lineHeightBase200 },
  name: { fontWeight: tokens.fontWeightSemibold },
  role: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  popover: { maxWidth: '480px', maxHeight: 'calc(100vh - 96px)', overflowY: 'auto' },
});

export interface PersonMenuProps {
  readonly people: readonly DemoPerson[];
  readonly current: DemoPerson;
  onSwitch(person: DemoPerson): void;
  /** The address that shows the same place to someone else. */
  addressFor(person: DemoPerson): string;
  /** Chosen values of further items, by their group's name. */
  readonly checked?: Readonly<Record<string, string[]>>;
  /** Further items at the end of the menu. */
  readonly children?: ReactNode;
}

/** The menu of the nine people, each with their role in words. */
export function PersonMenu({ people, current, checked, onSwitch, addressFor, children }: PersonMenuProps) {
  const styles = useStyles();
  return (
    <Menu checkedValues={{ ...checked, person: [current.id] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button}>
          <Avatar className={styles.avatar} name={current.displayName} color="colorful" size={32} aria-hidden />
          <span className={styles.text}>
            <span className={styles.name}>{current.displayName}</span>
            <span className={styles.role}>{current.jobTitle}</span>
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>You are</MenuGroupHeader>
            {people.map((person) => (
              <MenuItemRadio key={person.id} name="person" value={person.id} onClick={() => onSwitch(person)}>
                <PersonLine person={person} />
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <MenuItem>Open another window as …</MenuItem>
            </MenuTrigger>
            <MenuPopover className={styles.popover}>
              <MenuList>
                {people.map((person) => (
                  <MenuItem key={person.id} onClick={() => openWindow(addressFor(person))}>
                    <PersonLine person={person} />
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          {children}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function PersonLine({ person }: { readonly person: DemoPerson }) {
  const styles = useStyles();
  return (
    <span className={styles.text}>
      <span className={styles.name}>{person.displayName}</span>
      <span className={styles.role}>{roleInWords(person)}</span>
    </span>
  );
}

/** A window of its own without an opener, so that it begins with an empty session and keeps its own person. */
function openWindow(address: string): void {
  window.open(address, '_blank', 'noopener,popup,width=1280,height=860');
}
