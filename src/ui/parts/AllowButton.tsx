// Asks for a missing permission from a click, as browsers and Teams require, then lets parked work go on.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../../words';
import { useSurroundings, useWorkplaceIfAny } from '../app/contexts';
import { faultWords } from './faultWords';

/** The button, and why the permission was not given. */
export function AllowButton(props: {
  readonly scopes: readonly string[];
  readonly onAllowed?: (() => void) | undefined;
}) {
  const { host, environment } = useSurroundings();
  const work = useWorkplaceIfAny();
  const [refusal, setRefusal] = useState('');
  const allow = async () => {
    const token = await host.token(props.scopes, 'ask');
    if (!token.ok) {
      const { kind } = token.error;
      setRefusal(kind === 'cancelled' ? words.faults.notAllowed : faultWords(token.error, environment.now()).happened);
      return;
    }
    setRefusal('');
    await work?.replica.retry();
    props.onAllowed?.();
  };
  return (
    <>
      <Button appearance="primary" onClick={() => void allow()}>
        {words.faults.allow}
      </Button>
      {refusal !== '' && <span role="status">{refusal}</span>}
    </>
  );
}
