// Graph as the product uses it: gathers the calls of one turn, gets a token for each load, and settles every call by itself.
import type * as z from 'zod/mini';
import { checked } from '../base/checked';
import type { Environment } from '../base/environment';
import type { SignInFault } from '../base/host';
import { fail, ok, type Result } from '../base/result';
import { type Answer, succeeded, unanswered } from './answers';
import { type Answers, type Arrived, type Errand, loadsOf, parted, scopesOf, type Underway } from './batch';
import { faultOf, faultOfSignIn, notUnderstood } from './errors';
import { type GraphFault, isPassing } from './faults';
import type { Graph, GraphCall } from './graph';
import { fromVersionRoot } from './links';
import { again, asksForPatience, waitAfter, worthWaiting } from './patience';
import { createTransport, type Outcome } from './transport';

export interface GraphOptions {
  /** The version root, such as `https://graph.microsoft.com/v1.0`. */
  readonly baseUrl: string;
  /** A token for the scopes, without ever showing anything. */
  readonly token: (scopes: readonly string[]) => Promise<Result<string, SignInFault>>;
  readonly environment: Environment;
  readonly fetch?: typeof fetch;
}

/** An errand on its way, and whom to tell. */
interface Journey extends Underway {
  readonly attempt: number;
  readonly arrive: (result: Result<Answer, GraphFault>) => void;
  readonly crash: (error: unknown) => void;
}

/**
 * Makes the way to one Graph. Everything but a file's content travels by `$batch`, a lone call too: only there can a browser read
 * `Retry-After`, and one address needs one CORS preflight instead of one per address.
 */
export function createGraph(options: GraphOptions): Graph {
  const { baseUrl, environment } = options;
  const transport = createTransport({
    baseUrl,
    environment,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
  let waiting: Journey[] = [];
  const throttled = new Set<(until: string) => void>();

  function depart(): void {
    const leaving = waiting;
    waiting = [];
    for (const load of loadsOf(parted(leaving))) {
      travel(load).catch((error: unknown) => {
        for (const journey of load) journey.crash(error);
      });
    }
  }

  function enqueue(journey: Journey): void {
    waiting.push(journey);
    if (waiting.length === 1) environment.after(0, depart);
  }

  const run = (errand: Errand): Promise<Result<Answer, GraphFault>> =>
    new Promise((arrive, crash) => enqueue({ errand, later: null, attempt: 1, arrive, crash }));

  /** What may still leave; a device may have slept since. The rest is over. */
  function inTime(load: readonly Journey[]): readonly Journey[] {
    const now = environment.now();
    const isLate = ({ errand: [{ leaveBy }] }: Journey): boolean => leaveBy !== undefined && leaveBy <= now;
    settleAll(load.filter(isLate), { kind: 'too-late' });
    return load.filter((journey) => !isLate(journey));
  }

  async function travel(leaving: readonly Journey[]): Promise<void> {
    const scopes = leaving[0] ? scopesOf(leaving[0].errand) : [];
    const token = await options.token(scopes);
    if (!token.ok) return settleAll(leaving, faultOfSignIn(token.error, scopes));
    const load = inTime(leaving);
    if (load.length === 0) return;
    const outcome = await transport(errandsOf(load), token.value);
    const expired: Journey[] = [];
    load.forEach((journey, place) => {
      if (isExpired(outcome, place)) expired.push(journey);
      else settle(journey, answersFor(journey, outcome, place));
    });
    if (expired.length > 0) await travelRenewed(expired, scopes, token.value);
  }

  /** A 401 did nothing, so anything may go again, once, if sign-in has a newer token. */
  async function travelRenewed(refused: readonly Journey[], scopes: readonly string[], old: string): Promise<void> {
    const renewed = await options.token(scopes);
    if (!renewed.ok) return settleAll(refused, faultOfSignIn(renewed.error, scopes));
    if (renewed.value === old) return settleAll(refused, { kind: 'signed-out' });
    const load = inTime(refused);
    if (load.length === 0) return;
    const outcome = await transport(errandsOf(load), renewed.value);
    load.forEach((journey, place) => {
      settle(journey, answersFor(journey, outcome, place));
    });
  }

  const inFuture = (wait: number): string => new Date(environment.now().getTime() + wait).toISOString();

  function tellOfThrottling(journey: Journey, answers: Answers): void {
    const busy = answers.find(asksForPatience);
    if (!busy) return;
    const until = inFuture(waitAfter(busy, journey.attempt, environment.now(), () => 0));
    for (const listener of throttled) listener(until);
  }

  function settle(journey: Journey, answers: Answers | null): void {
    if (answers) tellOfThrottling(journey, answers);
    const next = answers ? again(journey.errand, answers) : null;
    const wait = next ? waitAfter(next.because, journey.attempt, environment.now(), environment.randomBelow) : 0;
    if (journey.later && answers?.every(succeeded)) enqueue(readAfter(journey, journey.later));
    else if (next && worthWaiting(journey.attempt, wait)) {
      environment.after(wait, () => enqueue({ ...journey, errand: next.errand, attempt: journey.attempt + 1 }));
    } else {
      journey.arrive(answers ? judge(journey, answers) : fail({ kind: 'offline' }));
    }
  }

  /** The last answer, unless an earlier call of the errand failed: then that failure is the reason for all. */
  function judge({ errand, attempt }: Journey, answers: Answers): Result<Answer, GraphFault> {
    const [change, read] = answers;
    const step = read && change && succeeded(change) ? 1 : 0;
    const [call, answer] = [errand[step] ?? errand[0], answers[step] ?? unanswered('a call has no answer')];
    if (succeeded(answer)) return ok(answer);
    const wait = waitAfter(answer, attempt, environment.now(), environment.randomBelow);
    return fail(faultOf(call, answer, inFuture(wait)));
  }

  async function settled<T>(errand: Errand, reply: z.core.$ZodType<T>): Promise<Result<T, GraphFault>> {
    for (const call of errand) fromVersionRoot(baseUrl, call.path);
    const result = await run(errand);
    if (!result.ok) return result;
    const found = checked(reply, result.value.body, 'the reply');
    return found.ok ? found : fail(notUnderstood(result.value, found.error.join('; ')));
  }

  return {
    send: <T>(call: GraphCall, reply: z.core.$ZodType<T>) => settled([call], reply),
    sendThenRead: <T>(change: GraphCall, read: GraphCall, reply: z.core.$ZodType<T>) => settled([change, read], reply),
    onThrottled(listener) {
      throttled.add(listener);
      return () => void throttled.delete(listener);
    },
  };
}

/** The read of a change that went through. Whatever keeps it away, the change was not refused: how far it came must be asked. */
const readAfter = (journey: Journey, read: GraphCall): Journey => ({
  ...journey,
  errand: [read],
  later: null,
  attempt: 1,
  arrive: (result) =>
    journey.arrive(result.ok || saysWhatBecame(result.error) ? result : fail<GraphFault>({ kind: 'offline' })),
});

const saysWhatBecame = (fault: GraphFault): boolean => fault.kind === 'not-found' || isPassing(fault);

const errandsOf = (load: readonly Journey[]): readonly Errand[] => load.map((journey) => journey.errand);

function settleAll(load: readonly Journey[], fault: GraphFault): void {
  for (const journey of load) journey.arrive(fail(fault));
}

const isExpired = (outcome: Outcome, place: number): boolean =>
  outcome.kind === 'refused'
    ? outcome.answer.status === 401
    : outcome.kind === 'answered' && outcome.answers[place]?.[0]?.status === 401;

/** A journey's own answers; a refusal of the whole load is everyone's. Null where nothing came back. */
function answersFor(journey: Journey, outcome: Outcome, place: number): Answers | null {
  switch (outcome.kind) {
    case 'dropped':
      return null;
    case 'refused':
      return journey.errand.map(() => outcome.answer);
    case 'answered':
      return arrived(outcome.answers[place] ?? []);
  }
}

const arrived = (answers: Arrived): Answers | null => {
  const present = answers.filter((answer) => answer !== null);
  return present.length === answers.length ? present : null;
};
