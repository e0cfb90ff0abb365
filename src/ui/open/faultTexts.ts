// The words for what has to be mended in the form, and where each fault is mended.
import type { DraftFault } from '../../assessment';
import { type Framework, keyAreaOf } from '../../framework';
import { words } from '../../words';

const said = words.open.faults;

export interface FormFault {
  /** The id of the element to go to. */
  readonly at: string;
  readonly text: string;
}

/** The ids of what can be at fault. */
export const places = {
  title: 'open-title',
  organisation: 'open-organisation',
  dueDate: 'open-due-date',
  keyAreas: 'open-key-areas',
  facilitators: 'open-facilitators',
  participants: 'open-participants',
  earlier: 'open-earlier',
} as const;

/** The place of an earlier result being typed in. */
export const earlierPlace = (keyAreaId: string): string => `${places.earlier}-${keyAreaId}`;

/** Where a fault is mended, and what to say there and in the summary. */
export function formFault(fault: DraftFault, framework: Framework): FormFault {
  if ('keyAreaId' in fault) {
    const area = keyAreaOf(framework, fault.keyAreaId)?.title ?? fault.keyAreaId;
    const text = fault.kind === 'incomplete' ? said.earlierIncomplete(area) : said.earlierFuture(area);
    return { at: earlierPlace(fault.keyAreaId), text };
  }
  return { at: places[fault.field], text: textOf(fault) };
}

function textOf(fault: Exclude<DraftFault, { keyAreaId: string }>): string {
  if (fault.kind === 'no-day') return said.noDay;
  if (fault.kind === 'in-the-past') return said.inThePast;
  switch (fault.field) {
    case 'title':
      return fault.kind === 'too-long' ? said.titleLong(fault.most) : said.title;
    case 'organisation':
      return fault.kind === 'too-long' ? said.organisationLong(fault.most) : said.organisation;
    case 'keyAreas':
      return said.keyAreas;
    case 'facilitators':
      return said.facilitators;
    case 'participants':
      return said.participants;
    case 'dueDate':
      return said.noDay;
    case 'earlier':
      return said.earlierNone;
  }
}
