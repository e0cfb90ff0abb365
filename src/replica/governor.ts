// Keeps the pace for all frames of a browser: what was spent and what the service asked for is noted in the store, where every frame finds it.
import * as z from 'zod/mini';
import { takingPart } from '../assessment';
import type { Environment } from '../base/environment';
import { note } from './journal';
import { freshPace, type Pace, refilled, type Situation, slowedDown, spent } from './pace';
import type { Tables } from './store';

export interface GovernorParts {
  readonly environment: Pick<Environment, 'now' | 'randomBelow'>;
  /** Resource units a minute that everybody's looking shares. */
  readonly share: number;
  /** The home whose open assessments are followed (see `homeKey`). */
  readonly home: string;
}

/** The pace now, with what it depends on. */
export interface PaceNow {
  readonly pace: Pace;
  readonly situation: Situation;
  readonly share: number;
}

export interface Governor {
  /** Counts what a call costs. */
  spent(what: 'looking' | 'sending', units: number): void;
  /** The service asked for patience until a moment (UTC, ISO 8601). */
  slowDown(until: string): void;
  /** Something changed, here or in SharePoint: people are at work. */
  stir(): void;
  /** Inside a writing: adds what was counted here to what all frames know, and says where that leaves us. */
  settle(tables: Tables): Promise<PaceNow>;
}

const noteName = 'pace';
const shape = z.object({
  at: z.number(),
  looking: z.number(),
  sending: z.number(),
  ease: z.number(),
  notBefore: z.number(),
  stirredAt: z.number(),
}) satisfies z.core.$ZodType<Pace>;

/** Who is asked in the assessments open in a home. */
async function situationOf(tables: Tables, home: string): Promise<Situation> {
  const open = await tables.rowsOpenIn(home);
  const people = open.flatMap(({ stored: { record } }) =>
    'participants' in record ? takingPart(record).map((person) => person.id) : [],
  );
  return { open: open.length > 0, people: new Set(people).size };
}

/** Puts the governor of one frame together. */
export function createGovernor({ environment, share, home }: GovernorParts): Governor {
  let units = { looking: 0, sending: 0 };
  let until = 0;
  let stirred = false;
  return {
    spent(what, more) {
      units = { ...units, [what]: units[what] + more };
    },
    slowDown(moment) {
      until = Math.max(until, Date.parse(moment));
    },
    stir() {
      stirred = true;
    },
    async settle(tables) {
      const now = environment.now().getTime();
      const [counted, asked, changed] = [units, until, stirred];
      units = { looking: 0, sending: 0 };
      until = 0;
      stirred = false;
      const situation = await situationOf(tables, home);
      const parsed = shape.safeParse(await tables.note(noteName));
      const before = refilled(parsed.success ? parsed.data : freshPace(now), situation, share, now);
      const paid = spent(before, counted, situation, share);
      const slowed = asked > now ? slowedDown(paid, asked, situation, share, environment.randomBelow) : paid;
      const pace = changed ? { ...slowed, stirredAt: now } : slowed;
      if (slowed !== paid)
        await note(tables, {
          what: 'slowed-down',
          at: new Date(now).toISOString(),
          until: new Date(asked).toISOString(),
        });
      await tables.putNote(noteName, pace satisfies Pace);
      return { pace, situation, share };
    },
  };
}
