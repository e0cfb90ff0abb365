// An action as it is being typed, and the action it stands for. Pure.
import * as z from 'zod/mini';
import type { Action, ActionOwner, Day } from '../../assessment';
import { type Person, samePerson } from '../../base/person';
import { words } from '../../words';
import { dayFault } from './dayFault';

const said = words.discuss.actions;

export const actionFormShape = z.object({
  text: z.string(),
  owner: z.enum(['nobody', 'person', 'post', 'search']),
  person: z.nullable(z.object({ id: z.string(), displayName: z.string() })),
  post: z.string(),
  due: z.string(),
  status: z.enum(['open', 'done', 'dropped']),
});

export type ActionForm = z.infer<typeof actionFormShape>;

/** The form of an action; of a new one where there is none yet. */
export function formOfAction(action: Action | null): ActionForm {
  const owner = action?.owner ?? null;
  return {
    text: action?.text ?? '',
    owner: owner?.kind ?? 'nobody',
    person: owner?.kind === 'person' ? owner.person : null,
    post: owner?.kind === 'post' ? owner.post : '',
    due: action?.due ?? '',
    status: action?.status ?? 'open',
  };
}

/** The action with what was typed. */
export const withForm = (action: Action, form: ActionForm): Action => ({
  ...action,
  text: form.text.trim(),
  owner: ownerOf(form),
  due: form.due === '' ? null : form.due,
  status: form.status,
});

function ownerOf({ owner, person, post }: ActionForm): ActionOwner | null {
  if (owner === 'post') return { kind: 'post', post: post.trim() };
  return owner === 'person' && person ? { kind: 'person', person } : null;
}

/** What has to be mended, field by field. `knownDue` is the day the action had before: it may have passed since. */
export function actionFaults(
  form: ActionForm,
  today: Day,
  knownDue: Day | null,
): readonly { readonly field: 'text' | 'owner' | 'due'; readonly text: string }[] {
  const day = dayFault(form.due, today, knownDue);
  return [
    ...(form.text.trim() === '' ? [{ field: 'text', text: said.textMissing } as const] : []),
    ...(form.owner === 'post' && form.post.trim() === '' ? [{ field: 'owner', text: said.postMissing } as const] : []),
    ...(form.owner === 'search' ? [{ field: 'owner', text: said.personMissing } as const] : []),
    ...(day === null ? [] : [{ field: 'due', text: day } as const]),
  ];
}

/** People to choose an owner from, each once. */
export function ownersToChoose(people: readonly Person[], chosen: Person | null): readonly Person[] {
  const all = chosen ? [...people, chosen] : people;
  return all.filter((person, index) => all.findIndex((other) => samePerson(other.id, person.id)) === index);
}
