// One person's changes on their way to others: when each was saved, left, arrived, and was there for a screen to show.
import { keys } from '../src/sharepoint/records';
import { answerAs } from './meetingAnswers';
import type { Participant } from './participant';

/** Moments are of `performance.now()`. */
interface Change {
  readonly number: number;
  readonly key: string;
  readonly savedAt: number;
  leftAt: number | null;
  readonly arrivedAt: Map<Participant, number>;
  readonly seenAt: Map<Participant, number>;
}

/** What became of the changes, in the machine's milliseconds. */
export interface Followed {
  readonly saveToSeen: readonly number[];
  /** From the reply that carries a change to the screen being told. */
  readonly arrivalToSeen: readonly number[];
  /** From saving to the request leaving. */
  readonly saveToLeaving: readonly number[];
  /** Changes that a watcher never saw. */
  readonly unseen: number;
}

export interface Following {
  /** Saves an answer, for every watcher to wait for. */
  save(writer: Participant, assessmentId: string, keyAreaId: string): Promise<void>;
  /** Resolves once everything was seen by everybody. */
  allSeen(): Promise<void>;
  result(): Followed;
}

/** Every change carries its number in words. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/change-(\d+)\./g)].map(([, number]) => Number(number));

/** Follows the changes of the writers to every watcher. */
export function followChanges(writers: readonly Participant[], watchers: readonly Participant[]): Following {
  const changes: Change[] = [];
  const open = new Set<Change>();
  const waiting: (() => void)[] = [];

  function seen(watcher: Participant, key: string, number: number): void {
    const now = performance.now();
    for (const change of open) {
      // A newer change of the same record shows the older one too.
      if (change.key !== key || change.number > number || change.seenAt.has(watcher)) continue;
      change.seenAt.set(watcher, now);
      if (change.seenAt.size === watchers.length) open.delete(change);
    }
    if (open.size === 0) for (const go of waiting.splice(0)) go();
  }

  for (const writer of writers) {
    writer.listen(({ sentAt, asked }) => {
      for (const number of numbersIn(asked)) {
        const change = changes[number];
        if (change) change.leftAt ??= sentAt;
      }
    });
  }
  for (const watcher of watchers) {
    const { replica } = watcher.work;
    watcher.listen(({ arrivedAt, answered }) => {
      for (const number of numbersIn(answered)) {
        const change = changes[number];
        if (change && !change.arrivedAt.has(watcher)) change.arrivedAt.set(watcher, arrivedAt);
      }
    });
    replica.watch(
      async () => {
        const keys = [...new Set([...open].filter(({ seenAt }) => !seenAt.has(watcher)).map(({ key }) => key))];
        return Promise.all(keys.map((key) => replica.one('workings', key)));
      },
      (rows) => {
        for (const row of rows) {
          const [number] = row?.record.kind === 'response' ? numbersIn(row.record.envelope.content) : [];
          if (row && number !== undefined) seen(watcher, row.key, number);
        }
      },
      (error) => console.error(error),
    );
  }

  return {
    async save(writer, assessmentId, keyAreaId) {
      const key = keys.response(assessmentId, keyAreaId, writer.person.id);
      const number = changes.length;
      const change: Change = {
        number,
        key,
        savedAt: performance.now(),
        leftAt: null,
        arrivedAt: new Map(),
        seenAt: new Map(),
      };
      changes.push(change);
      open.add(change);
      const record = answerAs(writer.person, assessmentId, keyAreaId, `change-${number}.`);
      await writer.work.replica.put('workings', key, record);
    },
    allSeen: () => (open.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    result: () => ({
      saveToSeen: changes.flatMap(({ savedAt, seenAt }) => [...seenAt.values()].map((at) => at - savedAt)),
      arrivalToSeen: changes.flatMap(({ arrivedAt, seenAt }) =>
        [...seenAt].flatMap(([watcher, at]) => {
          const arrived = arrivedAt.get(watcher);
          return arrived === undefined ? [] : [at - arrived];
        }),
      ),
      saveToLeaving: changes.flatMap(({ savedAt, leftAt }) => (leftAt === null ? [] : [leftAt - savedAt])),
      unseen: changes.reduce((sum, { seenAt }) => sum + watchers.length - seenAt.size, 0),
    }),
  };
}
