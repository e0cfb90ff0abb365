// What went wrong, what to do about it, and the buttons that do it. The one way in which faults are shown.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words';
import type { Fault } from '../app/begin';
import { useSurroundings } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { AllowButton } from './AllowButton';
import { faultWords, missingScopes } from './faultWords';
import { Message } from './Message';

const useStyles = makeStyles({
  text: { margin: 0 },
  details: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface FaultMessageProps {
  readonly fault: Fault;
  /** What could not be done, as a sentence, e.g. "The results list could not be opened." */
  readonly what?: string;
  /** Tries again; also called after a permission was allowed. */
  readonly onRetry?: () => void;
}

/** Shows a fault. */
export function FaultMessage({ fault, what, onRetry }: FaultMessageProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const said = faultWords(fault, environment.now());
  const scopes = missingScopes(fault);
  const retryable = onRetry !== undefined && scopes.length === 0;
  return (
    <Message
      kind={fault.kind === 'offline' || fault.kind === 'throttled' ? 'warning' : 'error'}
      role="alert"
      title={what ?? said.happened}
      actions={
        <>
          {scopes.length > 0 && <AllowButton scopes={scopes} onAllowed={onRetry} />}
          {retryable && <Button onClick={onRetry}>{words.common.retry}</Button>}
          <Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>
        </>
      }
    >
      {what !== undefined && <p className={styles.text}>{said.happened}</p>}
      <p className={styles.text}>{said.todo}</p>
      {said.details !== '' && <p className={styles.details}>{said.details}</p>}
    </Message>
  );
}
