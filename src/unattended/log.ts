// What the worker says while it works: one line of JSON for each event, for machines to watch. Ids, kinds and counts only: no name, no
// answer, no text that anybody typed, and of a person not even the id.
import type { MessageEvent } from '../assessment';
import type { GraphFault } from '../graph/faults';

export type Command = 'remind' | 'digest' | 'watch';

/** Which message a line speaks of. */
export interface MessageMark {
  readonly site: string;
  /** Null for a digest, which is of a whole channel. */
  readonly assessment: string | null;
  readonly message: MessageEvent | 'digest';
  readonly to: 'channel' | 'person';
}

export type Happening =
  | { readonly event: 'started'; readonly command: Command; readonly dryRun: boolean; readonly sites: number }
  | { readonly event: 'settings-wrong'; readonly fault: string }
  | { readonly event: 'secret-used' }
  | { readonly event: 'certificate-ends'; readonly inDays: number }
  | { readonly event: 'sign-in-failed'; readonly detail: string }
  | { readonly event: 'site-failed'; readonly site: string; readonly fault: GraphFault['kind'] | 'not-set-up' }
  | {
      readonly event: 'site-read';
      readonly site: string;
      readonly assessments: number;
      readonly rows: number;
      readonly due: number;
    }
  /** A row that cannot be read, or that a newer product wrote: what it says is left out. */
  | { readonly event: 'row-unreadable'; readonly site: string; readonly list: string; readonly item: string }
  | ({ readonly event: 'would-say' } & MessageMark)
  | ({ readonly event: 'said' } & MessageMark)
  /** Somebody else is saying it, or said it meanwhile. */
  | ({ readonly event: 'taken' } & MessageMark)
  /** For a channel without a workflow: people may still say it. */
  | ({ readonly event: 'no-webhook' } & MessageMark)
  /** It may have arrived all the same; only a person may say it again. */
  | ({ readonly event: 'perhaps-said'; readonly fault: string } & MessageMark)
  /** Will be tried again by the next run. */
  | ({ readonly event: 'put-off'; readonly fault: string } & MessageMark)
  /** Refused for good, until somebody changes something. */
  | ({ readonly event: 'refused'; readonly fault: string } & MessageMark)
  | { readonly event: 'webhook-gone'; readonly channel: string; readonly status: number }
  /** A workflow asked for patience. */
  | { readonly event: 'waits'; readonly seconds: number }
  | { readonly event: 'stopping' }
  | { readonly event: 'crashed'; readonly detail: string }
  | { readonly event: 'finished'; readonly said: number; readonly exitCode: number };

export type Level = 'info' | 'warning' | 'error';

/** How much an operator should mind. */
export function levelOf({ event }: Happening): Level {
  switch (event) {
    case 'started':
    case 'site-read':
    case 'would-say':
    case 'said':
    case 'taken':
    case 'no-webhook':
    case 'waits':
    case 'stopping':
    case 'finished':
      return 'info';
    case 'secret-used':
    case 'certificate-ends':
    case 'row-unreadable':
    case 'put-off':
      return 'warning';
    case 'settings-wrong':
    case 'sign-in-failed':
    case 'site-failed':
    case 'perhaps-said':
    case 'refused':
    case 'webhook-gone':
    case 'crashed':
      return 'error';
  }
}

export type Log = (happening: Happening) => void;

/** Writes each event as a line: when, which run, how serious, what. */
export const createLog =
  (run: string, now: () => Date, write: (line: string) => void): Log =>
  (happening) =>
    write(JSON.stringify({ time: now().toISOString(), run, level: levelOf(happening), ...happening }));
