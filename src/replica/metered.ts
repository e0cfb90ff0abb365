// Counts what calls cost as they leave (resource units by Microsoft's table: SharePoint, "avoid getting throttled"; a page counts as one call).
import type { ListAccess } from '../sharepoint/listAccess';
import type { Governor } from './governor';

/** The same access, telling the governor what each call costs. */
export function metered(access: ListAccess, governor: Pick<Governor, 'spent'>): ListAccess {
  const costing =
    <Given extends unknown[], T>(what: 'looking' | 'sending', units: number, ask: (...given: Given) => T) =>
    (...given: Given): T => {
      governor.spent(what, units);
      return ask(...given);
    };
  return {
    create: costing('sending', 2, access.create),
    // The change, and the read that depends on it.
    change: costing('sending', 3, access.change),
    remove: costing('sending', 2, access.remove),
    read: costing('looking', 1, access.read),
    versions: costing('looking', 2, access.versions),
    byKey: costing('looking', 2, access.byKey),
    byAssessment: costing('looking', 2, access.byAssessment),
    openIn: costing('looking', 2, access.openIn),
    latest: costing('looking', 1, access.latest),
    changes: costing('looking', 1, access.changes),
  };
}
