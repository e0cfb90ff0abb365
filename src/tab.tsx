// Entry of tab.html: the tab in a channel, a meeting's side panel and stage, and the personal app.
import type { Started, StartParts } from './commands/start';
import type { Workplace } from './commands/workplace';
import { startPage } from './startPage';
import { App } from './ui/app/App';
import type { Begin } from './ui/app/begin';
import type { Surroundings } from './ui/app/contexts';
import { beginFrom } from './ui/setup/beginFrom';
import { readTabPlace } from './ui/setup/tabAddress';

const page = window.location.href;
// The lists, the database and the ciphers load while Teams and the page get ready, so that the first picture need not wait.
const working = Promise.all([
  import(/* webpackChunkName: "work" */ './commands/start'),
  import(/* webpackChunkName: "work" */ './commands/attend'),
]);

function starter(surroundings: Surroundings, share: number | null) {
  const { host, graph, environment, framework } = surroundings;
  const database = 'indexedDB' in window ? { indexedDB: window.indexedDB, IDBKeyRange: window.IDBKeyRange } : null;
  const frames: StartParts['frames'] = {
    locks: 'locks' in navigator ? navigator.locks : null,
    line: 'BroadcastChannel' in window ? (name) => new BroadcastChannel(name) : null,
  };
  let attempts = 0;
  let stopWork = () => {};
  /** One workplace at a time: the newest attempt's. What an earlier one had begun is left to it. */
  const adopt = async (workplace: Workplace, attempt: number): Promise<void> => {
    if (attempt !== attempts) return workplace.replica.close();
    stopWork();
    const [, { attend }] = await working;
    const stopAttending = attend(workplace, reportError);
    stopWork = () => {
      stopAttending();
      workplace.replica.close();
    };
  };
  const startAt = async (chosen: StartParts['chosen']): Promise<Started> => {
    attempts += 1;
    const attempt = attempts;
    const [{ startWork }] = await working;
    const started = await startWork({
      host,
      graph,
      environment,
      framework,
      chosen,
      frames,
      share,
      database,
      failed: reportError,
    });
    if (started.kind === 'ready') await adopt(started.workplace, attempt);
    return started;
  };
  return (how: 'silent' | 'ask'): Promise<Begin> =>
    beginFrom({ surroundings, how, startAt, chosen: readTabPlace(page) });
}

await startPage((surroundings, { resourceUnitShare }) => (
  <App {...surroundings} start={starter(surroundings, resourceUnitShare ?? null)} />
));
