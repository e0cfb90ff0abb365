// One site as the worker works on it: found once, then read as often as it is asked for.

import type { Environment } from '../base/environment';
import { fail, ok, type Result } from '../base/result';
import type { MessageStore, StoredMessage, Told } from '../channel';
import { messageStore } from '../commands/messageStore';
import { findPlace } from '../connection/findPlace';
import type { Framework } from '../framework';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { listAccess } from '../sharepoint/access';
import { type ChannelMessage, homeKey } from '../sharepoint/records';
import { type SiteClock, withSiteClock } from '../sharepoint/siteClock';
import { siteByPath } from '../sharepoint/sites';
import type { Log } from './log';
import type { SiteAddress } from './settings';
import { createSiteRows, digestsOf, type SiteRows } from './siteRows';
import { toldIn } from './told';

export type SiteFault = GraphFault['kind'] | 'not-set-up';

/** A digest's row. */
export interface SaidDigest {
  readonly message: ChannelMessage;
  readonly createdAt: string;
}

/** A site whose lists were found. */
export interface OpenSite {
  /** As the log calls it: its path. */
  readonly name: string;
  readonly store: MessageStore;
  readonly clock: SiteClock;
  /** Reads what there is to tell now. */
  read(): Promise<Result<readonly Told[], SiteFault>>;
  rowCount(): number;
  /** The row of a message as it was read last; null where there was none. */
  known(key: string): StoredMessage | null;
  /** The digests of a home that were read last, by their keys. */
  digests(home: Parameters<typeof homeKey>[0]): readonly SaidDigest[];
}

export interface SiteParts {
  readonly graph: Graph;
  readonly environment: Pick<Environment, 'now'>;
  readonly framework: Framework;
  readonly log: Log;
  /** Whether the site will be read again and again. */
  readonly following: boolean;
}

/** Finds a site and its lists. */
export async function openSite(parts: SiteParts, address: SiteAddress): Promise<Result<OpenSite, SiteFault>> {
  const site = await siteByPath(parts.graph, address.domain, address.path);
  if (!site.ok) return fail(site.error.kind);
  const found = await findPlace(parts.graph, site.value);
  if (!found.ok) return fail(found.error.kind);
  if (found.value.kind !== 'ready') return fail('not-set-up');
  const { place } = found.value;
  const { access, clock } = withSiteClock(listAccess(parts.graph, place), parts.environment);
  const name = address.path;
  const rows = createSiteRows({
    graph: parts.graph,
    access,
    place,
    following: parts.following,
    unreadable: (list, item) => parts.log({ event: 'row-unreadable', site: name, list, item }),
  });
  let messages: ReadonlyMap<string, MessageRow> = new Map();
  return ok({
    name,
    store: messageStore(access),
    clock,
    async read() {
      const read = await rows.read();
      if (!read.ok) return fail(read.error.kind);
      messages = messagesIn(rows);
      return ok(await toldIn(rows, access, parts.framework));
    },
    rowCount: rows.count,
    known: (key) => messages.get(key) ?? null,
    digests: (home) =>
      [...messages].filter(([key]) => key.startsWith(digestsOf(homeKey(home)))).map(([, message]) => message),
  });
}

type MessageRow = StoredMessage & SaidDigest;

function messagesIn(rows: SiteRows): ReadonlyMap<string, MessageRow> {
  const messages = new Map<string, MessageRow>();
  for (const { itemId, eTag, stored } of rows.of('workings')) {
    const { key, record, createdAt, lastModifiedAt } = stored;
    if (record.kind === 'message' && createdAt !== null && lastModifiedAt !== null)
      messages.set(key, { message: record, itemId, eTag, createdAt, lastModifiedAt });
  }
  return messages;
}
