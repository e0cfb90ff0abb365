// *Manage access*, for the owner: who belongs to the site, and what a list allows named people beyond that.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PersonGraph } from '../../pages/graph';
import { type DemoPerson, roleOn } from '../../pages/people';
import { changeRights, changeSiteRole, type Right, readRights, refusalInWords, right, type SiteList } from '../site';

const useStyles = makeStyles({
  surface: { maxWidth: '780px', width: 'calc(100vw - 32px)' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  cell: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
  person: { display: 'flex', flexDirection: 'column' },
});

const siteRoles: Readonly<Record<DemoPerson['role'], string>> = {
  owner: 'Owner: everything',
  member: 'Member: may edit',
  visitor: 'Visitor: may read',
  councillor: 'Councillor: by list only',
  guest: 'Not a member',
};

const rightsInWords: Readonly<Record<Right, string>> = {
  none: 'Nothing',
  read: 'Read',
  contribute: 'Add, and change their own',
  edit: 'Edit',
  full: 'Everything',
};

export interface ManageAccessProps {
  readonly graph: PersonGraph;
  readonly list: SiteList;
  readonly people: readonly DemoPerson[];
  /** Somebody's role on the site has changed. */
  onChanged(): Promise<void>;
  onClose(): void;
}

/** Every choice takes effect at once, as in SharePoint. */
export function ManageAccess({ graph, list, people, onChanged, onClose }: ManageAccessProps) {
  const styles = useStyles();
  const [named, setNamed] = useState<Readonly<Record<string, Right>>>();
  const [problem, setProblem] = useState<string>();
  const { siteId } = list.parentReference;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setProblem(undefined);
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  };
  useEffect(() => {
    readRights(graph, list.id)
      .then(setNamed)
      .catch((error: unknown) => setProblem(refusalInWords(error)));
  }, [graph, list.id]);

  const setRole = (person: DemoPerson, role: string) =>
    attempt(async () => {
      await changeSiteRole(graph, siteId, person.id, role);
      await onChanged();
    });
  const setRight = (person: DemoPerson, wanted: string) =>
    attempt(async () => {
      const { [person.id]: _, ...others } = named ?? {};
      const next = wanted === '' ? others : { ...others, [person.id]: right.parse(wanted) };
      await changeRights(graph, list.id, next);
      setNamed(next);
    });

  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Manage access</DialogTitle>
          <DialogContent className={styles.content}>
            {problem !== undefined && (
              <MessageBar intent="error">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
            <Text>
              A person’s role counts for the whole site. What “{list.displayName}” allows somebody by name counts for
              this list instead.
            </Text>
            <Table aria-label="Who may do what">
              <TableHeader>
                <TableRow>
                  <TableHeaderCell>Person</TableHeaderCell>
                  <TableHeaderCell>On the site</TableHeaderCell>
                  <TableHeaderCell>In this list</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {people.map((person) => (
                  <TableRow key={person.id}>
                    <TableCell className={styles.cell}>
                      <span className={styles.person}>
                        <span>{person.displayName}</span>
                        <Text size={200}>{person.jobTitle}</Text>
                      </span>
                    </TableCell>
                    <TableCell className={styles.cell}>
                      <Select
                        aria-label={`${person.displayName} on the site`}
                        value={roleOn(person, siteId)}
                        onChange={(_, data) => void setRole(person, data.value)}
                      >
                        {Object.entries(siteRoles).map(([role, words]) => (
                          <option key={role} value={role}>
                            {words}
                          </option>
                        ))}
                      </Select>
                    </TableCell>
                    <TableCell className={styles.cell}>
                      <Select
                        aria-label={`${person.displayName} in ${list.displayName}`}
                        value={named?.[person.id] ?? ''}
                        disabled={!named || roleOn(person, siteId) === 'owner'}
                        onChange={(_, data) => void setRight(person, data.value)}
                      >
                        <option value="">As on the site</option>
                        {Object.entries(rightsInWords).map(([name, words]) => (
                          <option key={name} value={name}>
                            {words}
                          </option>
                        ))}
                      </Select>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
