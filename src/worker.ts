// Entry of the unattended worker (Node): `remind`, `digest` or `watch`, by `npm run worker` or from a timer. See docs/worker.md.

import { tabEntityId } from './base/host';
import { fail, ok, type Result } from './base/result';
import { serverEnvironment } from './base/serverEnvironment';
import { framework } from './framework';
import { createGraph } from './graph/client';
import { type AppSignIn, createAppSignIn } from './hosts/appSignIn';
import { deepLink } from './hosts/deepLink';
import { exitCodes } from './unattended/exitCode';
import { type Command, createLog, type Log } from './unattended/log';
import { run } from './unattended/run';
import type { LinkTo } from './unattended/say';
import { readSettings, type Settings } from './unattended/settings';

const graphAddress = 'https://graph.microsoft.com/v1.0';
const teams = 'https://teams.microsoft.com';
/** A certificate that ends within so many days is spoken of at every run. */
const warnDays = 30;
const dayLong = 24 * 3600_000;

const environment = serverEnvironment;
const log: Log = createLog(environment.newId(), environment.now, (line) => console.log(line));

interface Order {
  readonly command: Command;
  readonly dryRun: boolean;
}

function orderOf(words: readonly string[]): Result<Order, string> {
  const [command, ...more] = words;
  const known = command === 'remind' || command === 'digest' || command === 'watch';
  if (!known || more.some((word) => word !== '--dry-run'))
    return fail('the command is remind, digest or watch, with --dry-run if you like');
  return ok({ command, dryRun: more.length > 0 });
}

/** Links as Teams follows them: to the tab of a channel. */
const linkWith =
  ({ teamsAppId, tabAddress }: Settings): LinkTo =>
  (channelId, subPage, label) =>
    deepLink(
      { appId: teamsAppId, entityId: tabEntityId, subPage, label, webUrl: tabAddress, channelId, chatId: null },
      teams,
    );

function warnOf(settings: Settings, signIn: AppSignIn): void {
  if (settings.proof.kind === 'secret') log({ event: 'secret-used' });
  if (signIn.certificateEnds === null) return;
  const inDays = Math.floor((signIn.certificateEnds.getTime() - environment.now().getTime()) / dayLong);
  if (inDays < warnDays) log({ event: 'certificate-ends', inDays });
}

async function work(): Promise<number> {
  const order = orderOf(process.argv.slice(2));
  const settings = readSettings(process.env);
  const faults = [...(order.ok ? [] : [order.error]), ...(settings.ok ? [] : settings.error)];
  for (const fault of faults) log({ event: 'settings-wrong', fault });
  if (!order.ok || !settings.ok) return exitCodes.configuration;
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
  const signIn = createAppSignIn(settings.value, fetch);
  if (!signIn.ok) {
    log({ event: 'settings-wrong', fault: signIn.error });
    return exitCodes.configuration;
  }
  warnOf(settings.value, signIn.value);
  const stop = new AbortController();
  // Each time: whoever presses Ctrl-C under npm sends it twice.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const { token } = signIn.value;
  return run({
    ...order.value,
    settings: settings.value,
    graph: createGraph({ baseUrl: graphAddress, token, environment, fetch }),
    token,
    fetch,
    environment,
    framework,
    linkTo: linkWith(settings.value),
    log,
    stopping: stop.signal,
  });
}

try {
  process.exitCode = await work();
} catch (error) {
  // Where it happened, and not what it was about: a message may repeat what somebody typed.
  log({ event: 'crashed', detail: error instanceof Error ? `${error.name} ${placeOf(error)}` : 'unknown' });
  process.exitCode = exitCodes.defect;
}

function placeOf({ stack = '' }: Error): string {
  return /\n\s+at (.+)/.exec(stack)?.[1] ?? '';
}
