// From how work started to what the tab shows: a workplace, a place to choose, lists to create, or what is in the way.
import type { Home } from '../../assessment';
import type { Started } from '../../commands/start';
import { scopes } from '../../graph/scopes';
import type { Begin } from '../app/begin';
import type { Surroundings } from '../app/contexts';
import { searchPlaces } from './places';

/** What no work can begin without; asked for together, so that nobody is asked three times. */
const neededToBegin = [...scopes.profile, ...scopes.readLists, ...scopes.writeLists];

export interface BeginParts {
  readonly surroundings: Surroundings;
  /** `ask` comes from a click and may open a sign-in window. */
  readonly how: 'silent' | 'ask';
  readonly startAt: (place: Home | null) => Promise<Started>;
  /** The home the tab's address names. */
  readonly chosen: Home | null;
}

/** Starts, and says what the tab shows. */
export async function beginFrom(parts: BeginParts): Promise<Begin> {
  const { host } = parts.surroundings;
  if (parts.how === 'ask') {
    const token = await host.token(neededToBegin, 'ask');
    if (!token.ok) return { kind: 'fault', where: 'sign-in', fault: token.error };
  }
  return show(parts, await parts.startAt(parts.chosen));
}

function show(parts: BeginParts, started: Started): Begin {
  switch (started.kind) {
    case 'ready':
      return started;
    case 'fault':
      if (isOutside(parts, started)) return { kind: 'outside-teams' };
      return isConsent(started) ? { ...started, fault: { kind: 'consent-missing', scopes: neededToBegin } } : started;
    case 'no-place':
      return parts.surroundings.host.kind === 'browser' ? { kind: 'outside-teams' } : choice(parts);
    case 'not-set-up':
      return started;
  }
}

/** In a plain browser where nobody can sign in, only the framework can be read. */
const isOutside = ({ surroundings }: BeginParts, started: Extract<Started, { kind: 'fault' }>): boolean =>
  surroundings.host.kind === 'browser' && started.fault.kind === 'unavailable';

const isConsent = ({ fault }: Extract<Started, { kind: 'fault' }>): boolean =>
  fault.kind === 'consent' || fault.kind === 'consent-missing';

function choice(parts: BeginParts): Begin {
  return {
    kind: 'choose-place',
    search: () => searchPlaces(parts.surroundings.graph),
    choose: async ({ home }) => show(parts, await parts.startAt(home)),
  };
}
