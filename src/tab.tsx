// Entry of tab.html: the tab in a channel, a meeting's side panel and stage, and the personal app.
import { attend } from './commands/attend';
import { type Started, startWork } from './commands/start';
import { startPage } from './startPage';
import { App } from './ui/app/App';
import type { Begin } from './ui/app/begin';
import type { Surroundings } from './ui/app/contexts';
import { beginFrom } from './ui/setup/beginFrom';
import { readTabPlace } from './ui/setup/tabAddress';

const page = window.location.href;

function starter(surroundings: Surroundings) {
  const { host, graph, environment, framework } = surroundings;
  const database = 'indexedDB' in window ? { indexedDB: window.indexedDB, IDBKeyRange: window.IDBKeyRange } : null;
  const locks = 'locks' in navigator ? navigator.locks : null;
  const startAt = (place: Parameters<typeof startWork>[0]['chosen']): Promise<Started> =>
    startWork({ host, graph, environment, framework, chosen: place, locks, database, failed: reportError });
  return async (how: 'silent' | 'ask'): Promise<Begin> => {
    const begun = await beginFrom({ surroundings, how, startAt, chosen: readTabPlace(page) });
    if (begun.kind === 'ready') attend(begun.workplace, reportError);
    return begun;
  };
}

await startPage((surroundings) => <App {...surroundings} start={starter(surroundings)} />);
