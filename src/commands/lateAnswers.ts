// Answers that came after the showing: while no level is agreed, facilitators' devices add them to what is shown, each person once.
import { countingVoices, mayBeAdded, replacedVoices, voiceName } from '../assessment';
import {
  type HiddenAnswer,
  hiddenAnswers,
  noteOpened,
  type OpenedAnswer,
  openAnswers,
  takeBackReplaced,
} from './hiddenAnswers';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/**
 * Adds what may be added and can be opened here. Several devices may do so at once: the same answer has the same id everywhere.
 * Does nothing where nothing is missing, so it may run whenever something changes.
 */
export async function addLateAnswers(work: Workplace, view: AssessmentView): Promise<void> {
  if (view.role !== 'facilitator') return;
  for (const { keyAreaId, phase } of view.states) if (phase === 'revealed') await addTo(work, view, keyAreaId);
}

async function addTo(work: Workplace, view: AssessmentView, keyAreaId: string): Promise<void> {
  const opened = view.opened.get(keyAreaId) ?? [];
  const hidden = hiddenAnswers(view, keyAreaId);
  const late = countingVoices(view.assessment, hidden).filter(
    (voice) => isInSharePoint(voice) && mayBeAdded(voice, opened),
  );
  const added = await openAnswers(work, view, late);
  // First, so that being cut off here leaves nobody heard twice; the next look goes on.
  await takeBackReplaced(work, view, keyAreaId, [...added, ...heardTwice(hidden, opened)]);
  for (const one of added) await add(work, view, keyAreaId, one);
}

/** Until SharePoint has it, its author may still be changing it. */
const isInSharePoint = ({ row }: HiddenAnswer): boolean => row.lastModifiedBy !== null;

/** People whose recorded answer another device added at the moment in which they were heard themselves. */
function heardTwice(hidden: readonly HiddenAnswer[], opened: readonly string[]): readonly OpenedAnswer[] {
  return replacedVoices(hidden)
    .filter((voice) => [voice.own, true].every((own) => opened.includes(voiceName({ ...voice, own }))))
    .map((voice) => ({ answer: { ...voice, own: true }, responses: [] }));
}

/** Writes the rows, and once SharePoint has them the note of whose they are: noted first, they could be lost with this page. */
async function add(work: Workplace, view: AssessmentView, keyAreaId: string, late: OpenedAnswer): Promise<void> {
  let written = true;
  for (const response of late.responses) {
    const row = await work.replica.one('responses', response.responseId);
    written &&= row !== null && row.createdBy !== null;
    if (!row) await work.replica.put('responses', response.responseId, response);
  }
  const voices = [voiceName(late.answer)];
  if (written) await noteOpened(work, { assessmentId: view.assessment.id, keyAreaId, voices });
}
