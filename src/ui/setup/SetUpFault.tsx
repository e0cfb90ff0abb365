// Why a list could not be made ready, and what to do: allow one more permission, ask an owner, or try again.
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import type { Fault } from '../app/begin';
import { FaultMessage } from '../parts/FaultMessage';
import { missingScopes } from '../parts/faultWords';
import { Message } from '../parts/Message';

const said = words.setup;

/** What set-up stopped at. No list where nothing was tried yet, because a permission was missing. */
export interface Stopped {
  readonly displayName: string | null;
  /** Whether that list belongs in another site than the team's. */
  readonly elsewhere: boolean;
  readonly fault: Fault;
}

/** Shows where set-up stopped; trying again goes on from there, and asks for the permission if one is missing. */
export function SetUpFault({ failure, onRetry }: { readonly failure: Stopped; readonly onRetry: () => void }) {
  const { fault, displayName } = failure;
  const scopes = missingScopes(fault);
  const whoCan = failure.elsewhere ? said.councillors.whoCan : said.whoCan;
  if (scopes.length > 0)
    return (
      <Message
        kind="warning"
        role="alert"
        title={said.needsPermission.heading}
        actions={
          <Button appearance="primary" onClick={onRetry}>
            {words.faults.allow}
          </Button>
        }
      >
        <span>{said.needsPermission.text(scopes)}</span>
      </Message>
    );
  if (fault.kind === 'no-access')
    return (
      <Message
        kind="error"
        role="alert"
        title={whoCan.heading}
        actions={<Button onClick={onRetry}>{words.common.retry}</Button>}
      >
        <span>{whoCan.text}</span>
      </Message>
    );
  return (
    <>
      <FaultMessage
        fault={fault}
        onRetry={onRetry}
        {...(displayName === null ? {} : { what: said.failed(displayName) })}
      />
      {displayName !== null && <p>{said.resumes}</p>}
    </>
  );
}
