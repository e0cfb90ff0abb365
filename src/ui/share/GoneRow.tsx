// Rows of the list whose key area is no longer agreed: named, and taken out where a facilitator wants it.
import { Button } from '@fluentui/react-components';
import type { SharedResult } from '../../assessment';
import { takeOutOfList } from '../../commands/share';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.share.gone;

export interface GoneRowProps {
  readonly row: SharedResult;
  readonly mayTakeOut: boolean;
}

/** One such row. */
export function GoneRow({ row, mayTakeOut }: GoneRowProps) {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const takeOut = () => run(() => takeOutOfList(work, row.assessmentId, row.keyAreaId));
  return (
    <>
      <Message
        kind="warning"
        actions={
          mayTakeOut && (
            <Button disabledFocusable={busy} onClick={takeOut}>
              {said.takeOut(row.keyArea)}
            </Button>
          )
        }
      >
        <span>{said.text(row.keyArea)}</span>
      </Message>
      {refusal && <RefusalMessage refusal={refusal} onRetry={takeOut} />}
    </>
  );
}
