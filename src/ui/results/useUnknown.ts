// Which comments belong nowhere: those that name no assessment, and those whose assessment is nowhere in SharePoint.
import { useEffect, useState } from 'react';
import type { Comment } from '../../assessment';
import { isUnknown } from '../../commands/comments';
import type { Stored } from '../../sharepoint/records';
import { useWorkplace } from '../app/contexts';

/** Asks SharePoint once for every assessment that is not on this device. Until it answers, a comment is taken to belong somewhere. */
export function useUnknown(others: readonly Stored<Comment>[]): readonly Stored<Comment>[] {
  const work = useWorkplace();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const named = [...new Set(others.flatMap(({ record }) => record.assessmentId ?? []))].sort().join(' ');
  useEffect(() => {
    let wanted = true;
    for (const id of named.split(' ').filter((each) => each !== ''))
      isUnknown(work, id).then(
        (found) => {
          if (wanted && found.ok && found.value) setUnknown((before) => [...before, id]);
        },
        (error: unknown) => reportError(error),
      );
    return () => {
      wanted = false;
    };
  }, [work, named]);
  return others.filter(({ record }) => record.assessmentId === null || unknown.includes(record.assessmentId));
}
