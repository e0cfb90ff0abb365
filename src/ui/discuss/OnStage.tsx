// From the side panel of a meeting: this key area on the stage, for everyone to look at together.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { formatRoute, type Route } from '../app/routes';
import { Message } from '../parts/Message';

const said = words.discuss.stage;

/** The button; nothing where the host has no stage to share to. */
export function OnStage({ route }: { readonly route: Route }) {
  const { host } = useSurroundings();
  const [refused, setRefused] = useState<string | null>(null);
  const share = host.shareToStage;
  if (!share) return null;
  const press = () =>
    share(formatRoute(route)).then(
      (shared) => setRefused(shared.ok ? null : shared.error),
      (error: unknown) => setRefused(String(error)),
    );
  return (
    <>
      <div>
        <Button onClick={() => void press()}>{said.show}</Button>
      </div>
      {refused !== null && (
        <Message kind="error" title={said.refused} role="alert">
          <span>{said.why(refused)}</span>
        </Message>
      )}
    </>
  );
}
