// Says where my answers can be seen again when that is only here, and offers to change it where a permission would.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { allowOneDrive, keyKeptWhere } from '../../commands/answer';
import type { KeptWhere } from '../../commands/keyring';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { Message } from '../parts/Message';

const said = words.answer.onlyHere;

/** The note; nothing where OneDrive keeps them. */
export function KeptWhereNote() {
  const work = useWorkplace();
  const live = useLive(() => keyKeptWhere(work), []);
  const [since, setSince] = useState<KeptWhere | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (failure !== null) throw failure;
  const where = since ?? (live.kind === 'ready' ? live.value : 'one-drive');
  if (where === 'one-drive') return null;
  const allow = () => void allowOneDrive(work).then(setSince, setFailure);
  return (
    <Message kind="info" actions={where === 'until-allowed' && <Button onClick={allow}>{said.allow}</Button>}>
      <span>{where === 'until-allowed' ? said.notAllowed : said.text}</span>
    </Message>
  );
}
