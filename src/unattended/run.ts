// One run of the worker: every site in turn, what is due in it, said or (on a dry run) only named. It may run twice, or at once: who claims a
// message's row says it, and a run that died leaves nothing behind that the next one would say again.
import type { MessageEvent } from '../assessment';
import type { Environment } from '../base/environment';
import type { SignInFault } from '../base/host';
import { ok, type Result } from '../base/result';
import { activityLine, type DueMessage, dueOfAll, messageCard, messageKey, subPageOf, type Told } from '../channel';
import type { Framework } from '../framework';
import type { Graph } from '../graph/graph';
import { digestSayings } from './digest';
import { type ExitCode, exitCodeOf } from './exitCode';
import type { Command, Happening, Log } from './log';
import { createPace, paced } from './pace';
import { createSpeaker, type LinkTo, type Saying, type Speaker } from './say';
import type { Settings, SiteAddress } from './settings';
import { type OpenSite, openSite, type SiteFault } from './site';

export interface RunParts {
  readonly command: Command;
  readonly dryRun: boolean;
  readonly settings: Settings;
  readonly graph: Graph;
  readonly token: () => Promise<Result<string, SignInFault>>;
  readonly fetch: typeof globalThis.fetch;
  readonly environment: Environment;
  readonly framework: Framework;
  readonly linkTo: LinkTo;
  readonly log: Log;
  /** Fires when the run is to end: what is under way is finished. */
  readonly stopping: AbortSignal;
}

/** What time brings, rather than somebody's step. */
const reminders: readonly MessageEvent[] = ['waiting', 'question', 'due-soon', 'overdue'];

/** How often *watch* looks, in milliseconds. */
const lookEvery = 60_000;

/** Runs a command to its end; *watch* ends when it is told to. Gives the exit code. */
export async function run(parts: RunParts): Promise<ExitCode> {
  const { command, environment, stopping } = parts;
  const happened: Happening[] = [];
  const log: Log = (happening) => {
    happened.push(happening);
    parts.log(happening);
  };
  log({ event: 'started', command, dryRun: parts.dryRun, sites: parts.settings.sites.length });
  const pace = createPace(environment);
  const graph = paced(parts.graph, pace);
  const speaker = createSpeaker({ ...parts, webhooks: parts.settings.webhooks, graph, pace, log });
  const work: Work = { ...parts, graph, log, speaker, open: new Map() };
  let said = 0;
  for (;;) {
    // A watch is judged by its last look; what was before has been told in the log.
    if (command === 'watch') happened.length = 0;
    await lookEverywhere(work);
    said += happened.filter(({ event }) => event === 'said').length;
    if (command !== 'watch' || stopping.aborted) break;
    await pause(environment, lookEvery, stopping);
    if (stopping.aborted) break;
  }
  if (stopping.aborted) log({ event: 'stopping' });
  const exitCode = exitCodeOf(happened);
  log({ event: 'finished', said, exitCode });
  return exitCode;
}

interface Work extends RunParts {
  readonly speaker: Speaker;
  /** Sites that were found and read. */
  readonly open: Map<SiteAddress, OpenSite>;
}

async function lookEverywhere(work: Work): Promise<void> {
  // Asked for by itself: else a wrong certificate would look like a site that cannot be read.
  const token = await work.token();
  if (!token.ok) {
    work.log({ event: 'sign-in-failed', detail: detailOf(token.error) });
    return;
  }
  for (const address of work.settings.sites) {
    if (work.stopping.aborted) return;
    await lookAt(work, address);
  }
}

const detailOf = (fault: SignInFault): string => (fault.kind === 'unavailable' ? fault.detail : fault.kind);

async function lookAt(work: Work, address: SiteAddress): Promise<void> {
  const found = await siteAt(work, address);
  const told = found.ok ? await found.value.read() : found;
  if (!found.ok || !told.ok) {
    // Its lists may have been made anew: they are looked for again the next time.
    work.open.delete(address);
    if (!told.ok) work.log({ event: 'site-failed', site: address.path, fault: told.error });
    return;
  }
  const site = found.value;
  const isFirst = !work.open.has(address);
  work.open.set(address, site);
  const sayings = sayingsOf(work, site, told.value);
  // A watch looks every minute: it speaks of a look only where there is something to say.
  if (isFirst || sayings.length > 0) {
    const counts = { assessments: told.value.length, rows: site.rowCount(), due: sayings.length };
    work.log({ event: 'site-read', site: site.name, ...counts });
  }
  for (const saying of sayings) {
    if (work.stopping.aborted) return;
    await work.speaker.say(saying, site);
  }
}

async function siteAt(work: Work, address: SiteAddress): Promise<Result<OpenSite, SiteFault>> {
  const known = work.open.get(address);
  return known ? ok(known) : openSite({ ...work, following: work.command === 'watch' }, address);
}

function sayingsOf(work: Work, site: OpenSite, told: readonly Told[]): readonly Saying[] {
  const now = work.environment.now();
  const { command } = work;
  switch (command) {
    case 'digest':
      return digestSayings(site, told, now, work.linkTo);
    case 'remind':
    case 'watch':
      return dueOfAll(told, now)
        .filter(({ message }) => message.may === 'unattended' && isSaidBy(command, message))
        .map(({ told: one, message }) => sayingOf(site, one, message, work.linkTo));
  }
}

const isSaidBy = (command: 'remind' | 'watch', { event }: DueMessage): boolean =>
  command === 'watch' || reminders.includes(event);

function sayingOf(site: OpenSite, { assessment, summary }: Told, due: DueMessage, linkTo: LinkTo): Saying {
  const { id, title, home } = assessment.record;
  const { about, to, event, occasion } = due;
  const link = linkTo(home.channelId, subPageOf(id, about), title);
  const key = messageKey(due);
  return {
    mark: { site: site.name, assessment: id, message: event, to: to.kind },
    key,
    message: { assessmentId: id, event, occasion, personId: to.kind === 'person' ? to.personId : null },
    content:
      to.kind === 'person'
        ? { kind: 'line', personId: to.personId, line: activityLine(summary, about, link) }
        : { kind: 'card', channelId: home.channelId, card: messageCard(summary, about, link) },
    known: site.known(key),
  };
}

/** Waits, or ends waiting at once when the run is to end. */
function pause(environment: Environment, milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const end = (): void => {
      cancel();
      stopping.removeEventListener('abort', end);
      resolve();
    };
    const cancel = environment.after(milliseconds, end);
    stopping.addEventListener('abort', end);
  });
}
