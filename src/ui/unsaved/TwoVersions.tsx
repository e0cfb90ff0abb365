// The choice between two versions of one record, for every screen that says where the record is.
import { readChange } from '../../commands/versions';
import type { ListName } from '../../sharepoint/records';
import { useLive } from '../app/live';
import { Broken } from '../parts/Broken';
import { Loading } from '../parts/Loading';
import { VersionChoice } from './VersionChoice';

/** Follows the record; nothing where there are no two versions any more. */
export function TwoVersions(props: {
  readonly list: ListName;
  readonly recordKey: string;
  readonly onChosen: () => void;
}) {
  const { list, recordKey, onChosen } = props;
  const live = useLive((work) => readChange(work, list, recordKey), [list, recordKey]);
  if (live.kind === 'loading') return <Loading />;
  if (live.kind === 'failed') return <Broken error={live.error} />;
  if (live.value?.unsent.state.kind !== 'two-versions') return null;
  return <VersionChoice change={live.value} onChosen={onChosen} />;
}
