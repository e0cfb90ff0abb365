// What is typed on the screen that opens an assessment, and what is wrong with it. Pure.
import * as z from 'zod/mini';
import { type AssessmentDraft, checkDraft, type Day, type DraftFault, type EarlierResult } from '../../assessment';
import type { Person } from '../../base/person';
import { type Framework, type Level, levels } from '../../framework';
import { words } from '../../words';

const person = z.object({ id: z.string(), displayName: z.string() });

const typedResult = z.object({ level: z.nullable(z.literal(levels)), date: z.string(), source: z.string() });

/** An earlier result as it is being typed. */
export type TypedResult = z.infer<typeof typedResult>;

export const openFormShape = z.object({
  title: z.string(),
  organisation: z.string(),
  /** Empty for none. */
  dueDate: z.string(),
  keyAreaIds: z.readonly(z.array(z.string())),
  facilitators: z.readonly(z.array(person)),
  participants: z.readonly(z.array(person)),
  showNames: z.boolean(),
  earlier: z.enum(['none', 'previous', 'typed']),
  /** Which earlier assessment, where the result comes from one. */
  previousId: z.nullable(z.string()),
  typed: z.record(z.string(), typedResult),
});

export type OpenForm = z.infer<typeof openFormShape>;

export const emptyResult: TypedResult = { level: null, date: '', source: '' };

/** What the form begins with: every key area, me as facilitator and as the first to be asked. */
export function firstForm(framework: Framework, me: Person, today: Day): OpenForm {
  return {
    title: words.open.suggestedTitle(framework.theme.title, today.slice(0, 4)),
    organisation: '',
    dueDate: '',
    keyAreaIds: framework.theme.keyAreas.map((area) => area.id),
    facilitators: [me],
    participants: [me],
    showNames: false,
    earlier: 'none',
    previousId: null,
    typed: {},
  };
}

/** The draft a form stands for. `previous` are the results of the chosen earlier assessment. */
export function draftOf(form: OpenForm, previous: readonly EarlierResult[], tellChannel: boolean): AssessmentDraft {
  return {
    title: form.title,
    organisation: form.organisation,
    dueDate: form.dueDate === '' ? null : form.dueDate,
    keyAreaIds: form.keyAreaIds,
    facilitators: form.facilitators,
    participants: form.participants.map((asked) => ({ ...asked, takingPart: true })),
    showNames: form.showNames,
    earlier: earlierOf(form, previous),
    previousId: form.earlier === 'previous' ? form.previousId : null,
    tellChannel,
  };
}

function earlierOf(form: OpenForm, previous: readonly EarlierResult[]): readonly EarlierResult[] {
  switch (form.earlier) {
    case 'none':
      return [];
    case 'previous':
      return previous.filter((result) => form.keyAreaIds.includes(result.keyAreaId));
    case 'typed':
      return form.keyAreaIds.flatMap((keyAreaId) => {
        const { level, date, source } = form.typed[keyAreaId] ?? emptyResult;
        return level === null ? [] : [{ keyAreaId, level: level satisfies Level, date, source }];
      });
  }
}

/** What has to be mended before the assessment can open, in the order of the form. */
export function formFaults(form: OpenForm, draft: AssessmentDraft, today: Day): readonly DraftFault[] {
  const faults = [...checkDraft(draft, today)];
  if (form.earlier === 'previous' && form.previousId === null) faults.push({ field: 'earlier', kind: 'missing' });
  if (form.earlier === 'typed')
    for (const keyAreaId of form.keyAreaIds) {
      const { level, date, source } = form.typed[keyAreaId] ?? emptyResult;
      if (level === null && (date !== '' || source.trim() !== ''))
        faults.push({ field: 'earlier', kind: 'incomplete', keyAreaId });
    }
  return faults;
}
