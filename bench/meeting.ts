// A meeting on a clock that runs faster: what one person's change takes to be seen by others, and what all of it costs SharePoint.
// Everybody is the real product without its page. A few keep what they have in IndexedDB and are measured; the others keep it in memory.
import { randomInt } from 'node:crypto';
import type { Assessment } from '../src/assessment';
import { keys, type SealedResponse } from '../src/sharepoint/records';
import { addOfficers } from '../test/scale/officers';
import { type Followed, type Following, followChanges } from './changes';
import { timeOf } from './clock';
import { median } from './figures';
import { keyAreaIds, openAssessment } from './openAssessment';
import { arrive, type Participant } from './participant';
import { type BenchTenant, type Logged, startTenant } from './tenant';

/** How many at most are measured. */
const mostMeasured = 8;
const minute = 60_000;
/** For how long people answer, in the clock's milliseconds; and before that, how long what opening cost is waited off. */
const answeringFor = 2 * minute;
const settlingFor = minute / 2;
/** From one measured change to the next. */
const betweenChanges = 3_000;
/** Everybody saves an answer as often as twice in five minutes. */
const betweenSaves = 2.5 * minute;
/** So many come at the same time. */
const arrivingTogether = 10;

export interface Held {
  /** The clock's milliseconds from one look to the next while people answered. */
  readonly interval: number;
  readonly followed: Followed;
  /** Resource units of each whole minute. */
  readonly answering: readonly number[];
  readonly idle: readonly number[];
  /** Calls refused because the tenant's units were used up. */
  readonly refusals: number;
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
  try {
    // Everybody opening at the same moment costs more than a minute's units: what is measured is the time after.
    await tenant.control('POST', '/settings', { sockets, socketDelayMilliseconds: 0, tenantSize: 'without-limit' });
    const { participants, assessment } = await gather(tenant, people);
    const measured = participants.slice(0, mostMeasured);
    await pass(tenant, untilNextMinute(tenant));
    await tenant.control('POST', '/settings', { tenantSize: 'up-to-1000' });
    await pass(tenant, settlingFor);
    tell(`${people} people have opened it, and answer`);
    const began = timeOf(tenant.clock).getTime();
    const looks = followLooks(measured);
    const changes = followChanges(measured);
    await answerFor(tenant, answeringFor, participants, measured, changes, assessment);
    const interval = median(looks()) * speed;
    await changes.allSeen();
    const silentFrom = timeOf(tenant.clock).getTime();
    await pass(tenant, idleMinutes * minute);
    for (const each of participants) each.leave();
    const log = await tenant.log();
    return {
      interval,
      followed: changes.result(),
      answering: unitsByMinute(log, began, answeringFor),
      idle: unitsByMinute(log, silentFrom, idleMinutes * minute),
      refusals: log.filter(({ status, time }) => status === 429 && Date.parse(time) >= began).length,
    };
  } finally {
    await tenant.end();
  }
}

/** Everybody opens the product; Priya, who opened the assessment, goes. */
async function gather(tenant: BenchTenant, people: number) {
  const officers = await tenant.inDatabase((database) => addOfficers(database, people));
  const { priya, assessment } = await openAssessment(tenant, officers, { keeps: 'memory', visible: false });
  priya.leave();
  const participants: Participant[] = [];
  for (let from = 0; from < people; from += arrivingTogether) {
    const group = officers.slice(from, from + arrivingTogether).map((officer, place) => {
      const keeps = from + place < mostMeasured ? 'indexed-database' : 'memory';
      return arrive(tenant, officer, { keeps, visible: true });
    });
    participants.push(...(await Promise.all(group)));
  }
  return { participants, assessment };
}

/** Lets so much of the clock's time pass. */
const pass = ({ clock }: BenchTenant, milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds / clock.speed));

/** The sandbox counts units in whole minutes. */
const untilNextMinute = ({ clock }: BenchTenant): number => minute - (timeOf(clock).getTime() % minute);

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

const answerOf = ({ id, frameworkVersion }: Assessment, keyAreaId: string, personId: string): SealedResponse => ({
  kind: 'response',
  assessmentId: id,
  keyAreaId,
  personId,
  frameworkVersion,
  // As long as a padded envelope is.
  envelope: {
    version: 1,
    content: 'x'.repeat(1_400),
    recipients: [{ keyId: id, enc: 'x'.repeat(87), sealed: 'x'.repeat(64) }],
  },
});

/** People save answers, each at moments of their own; some of them are followed to the others. */
async function answerFor(
  tenant: BenchTenant,
  duration: number,
  participants: readonly Participant[],
  measured: readonly Participant[],
  changes: Following,
  assessment: Assessment,
): Promise<void> {
  const crowd = participants.slice(measured.length);
  const until = timeOf(tenant.clock).getTime() + duration;
  const keyAreaAt = (nth: number): string => keyAreaIds[nth % keyAreaIds.length] ?? '';
  const place = (keyAreaId: string, { person }: Participant) => keys.response(assessment.id, keyAreaId, person.id);

  async function saveNow(participant: Participant, nth: number): Promise<void> {
    const record = answerOf(assessment, keyAreaAt(nth), participant.person.id);
    const changed = { ...record, envelope: { ...record.envelope, content: `${nth}${record.envelope.content}` } };
    await participant.work.replica.put('workings', place(keyAreaAt(nth), participant), changed);
  }
  async function saveNowAndThen(participant: Participant): Promise<void> {
    for (let nth = 0; ; nth += 1) {
      const wait = randomInt(betweenSaves * 2);
      if (timeOf(tenant.clock).getTime() + wait >= until) return;
      await pass(tenant, wait);
      await saveNow(participant, nth);
    }
  }
  async function changeInTurn(): Promise<void> {
    for (let nth = 0; timeOf(tenant.clock).getTime() + betweenChanges < until; nth += 1) {
      await pass(tenant, betweenChanges / 2 + randomInt(betweenChanges));
      const [by, keyAreaId] = [measured[nth % measured.length], keyAreaAt(Math.floor(nth / measured.length))];
      if (by) await changes.save(by, place(keyAreaId, by), answerOf(assessment, keyAreaId, by.person.id));
    }
  }
  await Promise.all([changeInTurn(), ...crowd.map(saveNowAndThen)]);
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
