// What must be filled in before an assessment can open, and what is worth a warning. Faults are literal; screens have words for them.
import type { Person } from '../base/person';
import type { Day, EarlierResult, Participant } from './records';

/** What the person opening an assessment fills in. */
export interface AssessmentDraft {
  readonly title: string;
  readonly organisation: string;
  readonly dueDate: Day | null;
  readonly keyAreaIds: readonly string[];
  readonly facilitators: readonly Person[];
  readonly participants: readonly Participant[];
  readonly showNames: boolean;
  readonly earlier: readonly EarlierResult[];
  readonly previousId: string | null;
  readonly tellChannel: boolean;
}

export type DraftField =
  | 'title'
  | 'organisation'
  | 'dueDate'
  | 'keyAreas'
  | 'facilitators'
  | 'participants'
  | 'earlier';
export type DraftFault =
  | { readonly field: DraftField; readonly kind: 'missing' }
  | { readonly field: DraftField; readonly kind: 'too-long'; readonly most: number }
  | { readonly field: 'dueDate'; readonly kind: 'no-day' }
  | { readonly field: 'dueDate'; readonly kind: 'in-the-past' }
  | { readonly field: 'earlier'; readonly kind: 'incomplete'; readonly keyAreaId: string }
  | { readonly field: 'earlier'; readonly kind: 'in-the-future'; readonly keyAreaId: string };

/** Single-line text in SharePoint holds 255 characters; 200 leaves room for what is put around a title. */
export const longestTitle = 200;

/** Checks a draft; empty when it can be opened. `today` is the day in Europe/London. */
export function checkDraft(draft: AssessmentDraft, today: Day): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  for (const field of ['title', 'organisation'] as const) {
    const text = draft[field].trim();
    if (text === '') faults.push({ field, kind: 'missing' });
    if (text.length > longestTitle) faults.push({ field, kind: 'too-long', most: longestTitle });
  }
  if (draft.dueDate !== null && !isDay(draft.dueDate)) faults.push({ field: 'dueDate', kind: 'no-day' });
  else if (draft.dueDate !== null && draft.dueDate < today) faults.push({ field: 'dueDate', kind: 'in-the-past' });
  if (draft.keyAreaIds.length === 0) faults.push({ field: 'keyAreas', kind: 'missing' });
  if (draft.facilitators.length === 0) faults.push({ field: 'facilitators', kind: 'missing' });
  if (!draft.participants.some((person) => person.takingPart)) faults.push({ field: 'participants', kind: 'missing' });
  for (const { keyAreaId, date, source } of draft.earlier) {
    if (!isDay(date) || source.trim() === '') faults.push({ field: 'earlier', kind: 'incomplete', keyAreaId });
    else if (date > today) faults.push({ field: 'earlier', kind: 'in-the-future', keyAreaId });
  }
  return faults;
}

/** Whether text is a real calendar day, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
