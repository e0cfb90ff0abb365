// What this device noticed while keeping in step, for whoever has to find out what went wrong: the newest few lines, kept as a note.
import * as z from 'zod/mini';
import { listNames } from '../sharepoint/records';
import type { JournalEntry } from './replica';
import type { Tables } from './store';

const noteName = 'journal';
/** So many lines are kept. */
const most = 40;

const shape = z.array(
  z.discriminatedUnion('what', [
    z.object({ what: z.literal('fresh-start'), at: z.string(), list: z.enum(listNames) }),
    z.object({ what: z.literal('drift'), at: z.string(), list: z.enum(listNames), kept: z.number(), gone: z.number() }),
    z.object({ what: z.literal('slowed-down'), at: z.string(), until: z.string() }),
  ]),
) satisfies z.core.$ZodType<readonly JournalEntry[]>;

/** The lines, oldest first. */
export async function journalOf(tables: Tables): Promise<readonly JournalEntry[]> {
  const parsed = shape.safeParse(await tables.note(noteName));
  return parsed.success ? parsed.data : [];
}

/** Adds a line. */
export async function note(tables: Tables, entry: JournalEntry): Promise<void> {
  await tables.putNote(noteName, [...(await journalOf(tables)), entry].slice(-most));
}
