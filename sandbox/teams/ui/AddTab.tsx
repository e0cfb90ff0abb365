// *Add a tab*: choose the app, let its own page set the tab up, and keep what it says.
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
  Text,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { hostFor, type Services } from '../hostFor';
import { configureUrl, product } from '../product';
import type { TabConfig } from '../protocol/handle';
import { hostEvent } from '../protocol/messages';
import type { Room } from '../rooms';
import type { NewTab } from '../shapes';
import { type FrameHandle, ProductFrame } from './ProductFrame';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: 'calc(100vw - 32px)' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: 0 },
  app: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  mark: {
    width: '40px',
    height: '40px',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    display: 'grid',
    placeItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1 },
  frame: { display: 'flex', height: 'min(560px, 60vh)' },
});

export interface AddTabProps {
  readonly room: Room;
  readonly services: Services;
  readonly origin: string;
  onAdd(tab: NewTab): Promise<void>;
  onClose(): void;
}

/** The dialog, in its two steps. It stays open until the app said that it saved. */
export function AddTab(props: AddTabProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState(false);
  return (
    <Dialog open onOpenChange={props.onClose} modalType="alert">
      <DialogSurface className={styles.surface}>
        {chosen ? <Configure {...props} /> : <Choose {...props} onChoose={() => setChosen(true)} />}
      </DialogSurface>
    </Dialog>
  );
}

function Choose({ room, onClose, onChoose }: AddTabProps & { onChoose(): void }) {
  const styles = useStyles();
  return (
    <DialogBody>
      <DialogTitle>Add a tab</DialogTitle>
      <DialogContent className={styles.content}>
        <Text>Turn an app into a tab at the top of {room.name}.</Text>
        <div className={styles.app}>
          <span className={styles.mark} aria-hidden>
            SL
          </span>
          <span className={styles.words}>
            <Text weight="semibold">{product.name}</Text>
            <Text size={200}>Assess together how well the council leads its procurement</Text>
          </span>
          <Button appearance="primary" onClick={onChoose}>
            Add {product.name}
          </Button>
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </DialogBody>
  );
}

function Configure({ room, services, origin, onAdd, onClose }: AddTabProps) {
  const styles = useStyles();
  const frame = useRef<FrameHandle>(null);
  const config = useRef<TabConfig>(undefined);
  const [valid, setValid] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();

  const fail = (why: string) => {
    setSaving(false);
    setProblem(why);
  };
  const keep = async (failure: string | undefined) => {
    if (failure !== undefined) return fail(failure);
    const { current } = config;
    if (!current) return fail('The app did not say what the tab shows.');
    try {
      await onAdd(asTab(current, services.person.id));
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  };

  const host = hostFor(services, {
    frameContext: 'settings',
    room,
    entityId: '',
    subPageId: undefined,
    config: config.current,
    staged: undefined,
    async setConfig(given) {
      config.current = given;
    },
    setValidity: setValid,
    saved: (failure) => void keep(failure),
    stage: async () => undefined,
    shareLink: () => undefined,
  });
  const save = () => {
    setSaving(true);
    setProblem(undefined);
    frame.current?.send(hostEvent('settings.save', {}));
  };

  return (
    <DialogBody>
      <DialogTitle>{product.name}</DialogTitle>
      <DialogContent className={styles.content}>
        {problem !== undefined && (
          <MessageBar intent="error">
            <MessageBarBody>The tab was not added. {problem}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.frame}>
          <ProductFrame
            ref={frame}
            url={configureUrl(origin)}
            title={`${product.name}: set up`}
            theme={services.theme}
            host={host}
          />
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={saving}>
          Cancel
        </Button>
        <Button appearance="primary" onClick={save} disabled={!valid || saving}>
          {saving ? 'Saving …' : 'Save'}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

function asTab(config: TabConfig, addedBy: string): NewTab {
  const { entityId, contentUrl, websiteUrl, removeUrl, suggestedDisplayName } = config;
  return {
    entityId: entityId ?? '',
    contentUrl,
    ...(websiteUrl === undefined ? {} : { websiteUrl }),
    ...(removeUrl === undefined ? {} : { removeUrl }),
    name: suggestedDisplayName || product.name,
    addedBy,
  };
}
