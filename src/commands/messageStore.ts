// Channel messages as rows of the workings list, read and written past the queue: a claim must be SharePoint's own answer.

import { fail, ok, type Result } from '../base/result';
import type { MessageStore, StoredMessage } from '../channel';
import type { GraphFault } from '../graph/faults';
import { decode, encode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import { keys } from '../sharepoint/records';

/** The store of channel messages over the lists themselves. */
export function messageStore(access: ListAccess): MessageStore {
  return {
    async read(key) {
      const found = await access.byKey('workings', key);
      if (!found.ok) return found;
      return found.value ? asMessage(found.value) : ok(null);
    },
    async create(key, message) {
      const made = await access.create('workings', encode('workings', message, key));
      return made.ok ? asMessage(made.value) : made;
    },
    async change(before, message) {
      const key = messageKey(before);
      const changed = await access.change('workings', before.itemId, before.eTag, encode('workings', message, key));
      return changed.ok ? asMessage(changed.value) : changed;
    },
  };
}

const messageKey = ({ message }: StoredMessage): string =>
  keys.message(message.assessmentId, message.event, message.occasion);

function asMessage(row: Row): Result<StoredMessage, GraphFault> {
  const decoded = decode('workings', row);
  if (!decoded.ok || decoded.value.record.kind !== 'message')
    return fail({ kind: 'unexpected', status: 200, message: 'The row is no channel message', requestId: null });
  return ok({
    message: decoded.value.record,
    itemId: row.itemId,
    eTag: row.eTag,
    lastModifiedAt: row.lastModifiedAt,
  });
}
