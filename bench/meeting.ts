// A meeting on a clock that runs faster: what one person's change takes to be seen by others, and what all of it costs SharePoint.
// Everybody is the real product without its page. A few keep what they have in IndexedDB and are measured; the others are a crowd beside.
import { randomInt } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addOfficers } from '../test/scale/officers';
import type { Beside } from './beside';
import { type Followed, type Following, followChanges } from './changes';
import { type Clock, pass, timeOf } from './clock';
import { arriveAll, crowdBeside, letAnswer, saveNowAndThen } from './crowd';
import { median } from './figures';
import { keyAreaAt } from './meetingAnswers';
import { openAssessment } from './openAssessment';
import type { Participant } from './participant';
import { type BenchTenant, type Logged, startTenant } from './tenant';

/** How many at most are measured: one half writes more than anybody would, the other half watches. */
const mostMeasured = 8;
const minute = 60_000;
/** For how long people answer, in the clock's milliseconds; and before that, how long what opening cost is waited off. */
const answeringFor = 2 * minute;
const settlingFor = 1.5 * minute;
/** From one measured change to the next. */
const betweenChanges = 3_000;

export interface Held {
  /** The clock's milliseconds from one look to the next while people answered. */
  readonly interval: number;
  readonly followed: Followed;
  /** Resource units of each whole minute. */
  readonly answering: readonly number[];
  readonly idle: readonly number[];
  /** Calls refused because the tenant's units were used up. */
  readonly refusals: number;
  /** How late timers fired, at the 95th percentile, in the machine's milliseconds: what a busy machine adds to everything. */
  readonly lateness: number;
}

export interface Size {
  readonly people: number;
  /** How many times as fast as the machine's their clock runs. */
  readonly speed: number;
  /** Whether the lists tell of changes by themselves. */
  readonly sockets: 'on' | 'off';
  /** For how many minutes nobody does anything afterwards. */
  readonly idleMinutes: number;
}

/** Holds a meeting. */
export async function hold({ people, speed, sockets, idleMinutes }: Size, tell: (text: string) => void): Promise<Held> {
  const tenant = await startTenant(speed);
  const { clock } = tenant;
  let crowd: Beside | null = null;
  let measured: readonly Participant[] = [];
  try {
    // Everybody opening at the same moment costs more than a minute's units: what is measured is the time after.
    await tenant.control('POST', '/settings', { sockets, socketDelayMilliseconds: 0, tenantSize: 'without-limit' });
    const there = await gather(tenant, people);
    ({ crowd, measured } = there);
    await pass(clock, untilNextMinute(clock));
    await tenant.control('POST', '/settings', { tenantSize: 'up-to-1000' });
    await pass(clock, settlingFor);
    tell(`${people} people have opened it, and answer`);
    const began = timeOf(clock).getTime();
    const answered = await answer(tenant, there);
    const silentFrom = timeOf(clock).getTime();
    await pass(clock, idleMinutes * minute);
    const log = await tenant.log();
    return {
      ...answered,
      answering: unitsByMinute(log, began, answeringFor),
      idle: unitsByMinute(log, silentFrom, idleMinutes * minute),
      refusals: log.filter(({ status, time }) => status === 429 && Date.parse(time) >= began).length,
    };
  } finally {
    for (const each of measured) each.leave();
    await crowd?.end();
    await tenant.end();
  }
}

/** Two minutes of answering, until everything was seen by every watcher. */
async function answer(tenant: BenchTenant, { measured, crowd, assessment }: Awaited<ReturnType<typeof gather>>) {
  const writers = measured.slice(0, Math.ceil(measured.length / 2));
  const watchers = measured.slice(writers.length);
  const late = monitorEventLoopDelay({ resolution: 1 });
  const looks = followLooks(watchers);
  const changes = followChanges(writers, watchers);
  late.enable();
  const order = { assessmentId: assessment.id, duration: answeringFor };
  if (crowd) letAnswer(crowd, order);
  await Promise.all([
    writeInTurn(tenant, writers, changes, assessment.id),
    ...watchers.map((watcher) => saveNowAndThen(watcher, order)),
  ]);
  late.disable();
  // The more people, the longer the looks are apart: long meetings end when the last change was seen.
  await changes.allSeen();
  const interval = median(looks()) * tenant.clock.speed;
  return { interval, followed: changes.result(), lateness: late.percentile(95) / 1e6 };
}

/** Everybody opens the product; Priya, who opened the assessment, goes. */
async function gather(tenant: BenchTenant, people: number) {
  const officers = await tenant.inDatabase((database) => addOfficers(database, people));
  const { priya, assessment } = await openAssessment(tenant, officers, { keeps: 'memory', visible: false });
  priya.leave();
  const measured = await arriveAll(tenant, officers.slice(0, mostMeasured), 'indexed-database');
  const crowd = people > mostMeasured ? await crowdBeside(tenant, officers.slice(mostMeasured)) : null;
  return { measured, crowd, assessment };
}

/** The sandbox counts units in whole minutes. */
const untilNextMinute = (clock: Clock): number => minute - (timeOf(clock).getTime() % minute);

/** Follows when looks for changes leave; answers the machine's milliseconds between them so far. */
function followLooks(participants: readonly Participant[]): () => readonly number[] {
  const leaving = participants.map((participant) => {
    const moments: number[] = [];
    participant.listen(({ sentAt, asked }) => {
      if (/items\/delta\?/.test(asked)) moments.push(sentAt);
    });
    return moments;
  });
  return () => leaving.flatMap((moments) => moments.slice(1).map((at, place) => at - (moments[place] ?? at)));
}

/** The writers save in turn, and their changes are followed. */
async function writeInTurn(
  { clock }: BenchTenant,
  writers: readonly Participant[],
  changes: Following,
  assessmentId: string,
): Promise<void> {
  const until = timeOf(clock).getTime() + answeringFor;
  for (let nth = 0; timeOf(clock).getTime() + betweenChanges < until; nth += 1) {
    await pass(clock, betweenChanges / 2 + randomInt(betweenChanges));
    const [writer, keyAreaId] = [writers[nth % writers.length], keyAreaAt(Math.floor(nth / writers.length))];
    if (writer) await changes.save(writer, assessmentId, keyAreaId);
  }
}

/** What each whole minute of a stretch of time cost. */
function unitsByMinute(log: readonly Logged[], from: number, duration: number): readonly number[] {
  const minutes = Array.from({ length: Math.round(duration / minute) }, () => 0);
  for (const { time, resourceUnits } of log) {
    const nth = Math.floor((Date.parse(time) - from) / minute);
    if (nth in minutes) minutes[nth] = (minutes[nth] ?? 0) + resourceUnits;
  }
  return minutes;
}
