// Puts faults in front of the lists: refused, never arrived, or arrived without a reply. Also counts what is asked.
import { fail } from '../../src/base/result';
import type { GraphFault } from '../../src/graph/faults';
import type { ListAccess } from '../../src/sharepoint/listAccess';
import type { ListName } from '../../src/sharepoint/records';

export interface Call {
  readonly what: keyof ListAccess;
  readonly list: ListName;
}

/** What becomes of a call: null lets it through. */
export type Mishap = { readonly kind: 'reply-lost' } | { readonly kind: 'refused'; readonly fault: GraphFault } | null;

export const refused = (fault: GraphFault): Mishap => ({ kind: 'refused', fault });
export const offline = refused({ kind: 'offline' });

export class Faulty {
  readonly calls: Call[] = [];
  mishap: (call: Call) => Mishap | Promise<Mishap> = () => null;
  readonly access: ListAccess;

  constructor(inner: ListAccess) {
    const through =
      <Rest extends unknown[], T>(what: keyof ListAccess, ask: (list: ListName, ...rest: Rest) => Promise<T>) =>
      async (list: ListName, ...rest: Rest) => {
        const call = { what, list };
        this.calls.push(call);
        const mishap = await this.mishap(call);
        if (mishap?.kind === 'refused') return fail(mishap.fault);
        const answer = await ask(list, ...rest);
        return mishap ? fail<GraphFault>({ kind: 'offline' }) : answer;
      };
    const openIn = through('openIn', (_: ListName, home: string) => inner.openIn(home));
    this.access = {
      create: through('create', inner.create),
      change: through('change', inner.change),
      remove: through('remove', inner.remove),
      read: through('read', inner.read),
      versions: through('versions', inner.versions),
      byKey: through('byKey', inner.byKey),
      byAssessment: through('byAssessment', inner.byAssessment),
      openIn: (home) => openIn('assessments', home),
      latest: through('latest', inner.latest),
      changes: through('changes', inner.changes),
    };
  }

  /** How often something was asked. */
  count(what: keyof ListAccess, list?: ListName): number {
    return this.calls.filter((call) => call.what === what && (!list || call.list === list)).length;
  }
}
