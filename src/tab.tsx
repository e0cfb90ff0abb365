// Entry of tab.html: the tab in a channel, a meeting's side panel and stage, and the personal app.
import type { Started, StartParts } from './commands/start';
import { startPage } from './startPage';
import { App } from './ui/app/App';
import type { Begin } from './ui/app/begin';
import type { Surroundings } from './ui/app/contexts';
import { beginFrom } from './ui/setup/beginFrom';
import { readTabPlace } from './ui/setup/tabAddress';

const page = window.location.href;
// The lists, the database and the ciphers load while Teams and the page get ready, so that the first picture need not wait.
const working = Promise.all([import('./commands/start'), import('./commands/attend')]);

function starter(surroundings: Surroundings) {
  const { host, graph, environment, framework } = surroundings;
  const database = 'indexedDB' in window ? { indexedDB: window.indexedDB, IDBKeyRange: window.IDBKeyRange } : null;
  const locks = 'locks' in navigator ? navigator.locks : null;
  const startAt = async (chosen: StartParts['chosen']): Promise<Started> => {
    const [{ startWork }] = await working;
    return startWork({ host, graph, environment, framework, chosen, locks, database, failed: reportError });
  };
  return async (how: 'silent' | 'ask'): Promise<Begin> => {
    const begun = await beginFrom({ surroundings, how, startAt, chosen: readTabPlace(page) });
    const [, { attend }] = await working;
    if (begun.kind === 'ready') attend(begun.workplace, reportError);
    return begun;
  };
}

await startPage((surroundings) => <App {...surroundings} start={starter(surroundings)} />);
