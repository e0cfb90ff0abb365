// What the channel would read if a draft were opened now.
import { type AssessmentDraft, isDay, summarise } from '../../assessment';
import { previewMessage } from '../../commands/messages';
import type { Workplace } from '../../commands/workplace';
import { words } from '../../words';

/** The text of the message, from the same model as the message itself. */
export function openedText(work: Workplace, draft: AssessmentDraft): string {
  const { framework } = work;
  const assessment = {
    ...draft,
    title: draft.title.trim(),
    // Before it is typed, the place where it will stand.
    organisation: draft.organisation.trim() || `(${words.open.organisation})`,
    // A day still being typed is no day to announce.
    dueDate: draft.dueDate !== null && isDay(draft.dueDate) ? draft.dueDate : null,
    id: 'draft',
    home: work.home,
    phase: 'draft',
    practice: false,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    publicKey: null,
    openedAt: null,
    sharedAt: null,
  } as const;
  const summary = summarise({
    framework,
    assessment,
    states: [],
    answeredBy: new Map(),
    responses: [],
    actions: [],
  });
  return previewMessage(work, { assessment, summary }, { event: 'opened' }).text;
}
