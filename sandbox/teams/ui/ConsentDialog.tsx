// Microsoft's consent question, in plain words.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { DemoPerson } from '../../pages/people';
import { scopeInWords } from '../scopes';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  scope: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

export interface ConsentDialogProps {
  readonly appName: string;
  readonly person: DemoPerson;
  readonly scopes: readonly string[];
  onDone(accepted: boolean): void;
}

/** Asks the person whether the app may have the named permissions; closing the dialog is *Cancel*. */
export function ConsentDialog({ appName, person, scopes, onDone }: ConsentDialogProps) {
  const styles = useStyles();
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{appName} asks for permission</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>Signed in as {person.displayName}. The app would be allowed to:</Text>
            <ul className={styles.list}>
              {scopes.map((scope) => (
                <li key={scope}>
                  {scopeInWords(scope)} <span className={styles.scope}>({scope})</span>
                </li>
              ))}
            </ul>
            <Text size={200}>It can never do more than you can do yourself.</Text>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onDone(false)}>Cancel</Button>
            <Button appearance="primary" onClick={() => onDone(true)}>
              Accept
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
