// One item beside its list: its values, the form to change them, and the way to delete it.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular, DismissRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type Column, dateInWords, type Fields, ownColumns, valueInWords } from '../columns';
import type { Item } from '../site';
import { ItemForm } from './ItemForm';
import { titleOf } from './ListView';

const useStyles = makeStyles({
  pane: {
    width: '380px',
    maxWidth: '100%',
    flexShrink: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
  values: {
    margin: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' },
  },
});

export interface ItemPaneProps {
  readonly columns: readonly Column[];
  /** Undefined for the form of a new item. */
  readonly item: Item | undefined;
  readonly mayChange: boolean;
  /** Both reject with the refusal. */
  onSave(fields: Fields): Promise<void>;
  onDelete(): Promise<void>;
  onClose(): void;
}

/** The pane. */
export function ItemPane({ columns, item, mayChange, onSave, onDelete, onClose }: ItemPaneProps) {
  const styles = useStyles();
  const [editing, setEditing] = useState(item === undefined);
  const own = ownColumns(columns);
  const heading = item ? titleOf(item) : 'New item';
  const cancel = () => (item ? setEditing(false) : onClose());
  return (
    <aside className={styles.pane} aria-label={heading}>
      <div className={styles.head}>
        <h2 className={styles.title}>{heading}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
      </div>
      {editing ? (
        <ItemForm
          columns={own}
          before={item?.fields ?? {}}
          onCancel={cancel}
          onSave={async (fields) => {
            await onSave(fields);
            setEditing(false);
          }}
        />
      ) : (
        item && (
          <>
            {mayChange && (
              <div className={styles.actions}>
                <Button icon={<EditRegular />} onClick={() => setEditing(true)}>
                  Edit
                </Button>
                <DeleteButton title={heading} onDelete={onDelete} />
              </div>
            )}
            <dl className={styles.values}>
              {own.map((column) => (
                <div key={column.name}>
                  <dt>{column.displayName}</dt>
                  <dd>{valueInWords(column, item.fields[column.name]) || '–'}</dd>
                </div>
              ))}
              <div>
                <dt>Created</dt>
                <dd>{stamp(item.createdDateTime, item.createdBy)}</dd>
              </div>
              <div>
                <dt>Modified</dt>
                <dd>{stamp(item.lastModifiedDateTime, item.lastModifiedBy)}</dd>
              </div>
            </dl>
          </>
        )
      )}
    </aside>
  );
}

function DeleteButton({ title, onDelete }: { readonly title: string; onDelete(): Promise<void> }) {
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<DeleteRegular />}>Delete</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Delete this item?</DialogTitle>
          <DialogContent>“{title}” will be deleted for everyone.</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep it</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={() => void onDelete()}>
                Delete
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const stamp = (at: string, by: Item['createdBy']): string =>
  `${dateInWords(at, 'dateTime')}${by.user?.displayName ? `, by ${by.user.displayName}` : ''}`;
