// What the worker leaves behind for whoever started it: one number that can be alerted on.
import type { Happening } from './log';

export const exitCodes = {
  done: 0,
  /** Something could not be said or read now, and will be tried again by the next run. */
  again: 1,
  /** The settings are wrong: no run will do anything until somebody changes them. */
  configuration: 2,
  signIn: 3,
  /** Somebody must act: a workflow or a site is not to be had, a message was refused or may have been posted. */
  somebody: 4,
  /** A mistake of the product. */
  defect: 5,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The code an event asks for. */
function asked(happening: Happening): ExitCode {
  switch (happening.event) {
    case 'settings-wrong':
      return exitCodes.configuration;
    case 'sign-in-failed':
      return exitCodes.signIn;
    case 'put-off':
      return exitCodes.again;
    case 'site-failed':
      return isLasting(happening.fault) ? exitCodes.somebody : exitCodes.again;
    case 'perhaps-said':
    case 'refused':
    case 'webhook-gone':
      return exitCodes.somebody;
    case 'crashed':
      return exitCodes.defect;
    case 'started':
    case 'secret-used':
    case 'certificate-ends':
    case 'site-read':
    case 'row-unreadable':
    case 'would-say':
    case 'said':
    case 'taken':
    case 'no-webhook':
    case 'waits':
    case 'stopping':
    case 'finished':
      return exitCodes.done;
  }
}

/** Whether a site stays closed until somebody opens it. */
const isLasting = (fault: (Happening & { event: 'site-failed' })['fault']): boolean =>
  ['no-access', 'consent-missing', 'not-found', 'not-set-up'].includes(fault);

// A mistake of the product before everything; then whatever keeps a whole run from doing anything.
const gravest = [
  exitCodes.defect,
  exitCodes.configuration,
  exitCodes.signIn,
  exitCodes.somebody,
  exitCodes.again,
] as const;

/** The gravest of what happened. */
export function exitCodeOf(happenings: readonly Happening[]): ExitCode {
  const codes = new Set(happenings.map(asked));
  return gravest.find((code) => codes.has(code)) ?? exitCodes.done;
}
