// What a change is and what giving it up means, in words. Pure.
import type { Assessment } from '../../assessment';
import { unreachable } from '../../base/result';
import type { LegibleChange } from '../../commands/versions';
import { sameJson } from '../../replica/merge';
import { words } from '../../words';
import { areaTitle } from './fields';

const { name: say, discard } = words.unsaved;

/** What a change is about, e.g. "Your answer to Engaging councillors". */
export function changeName({ mine, before, there }: LegibleChange): string {
  const about = mine ?? before ?? there;
  if (about === null) return words.unsaved.heading;
  switch (about.kind) {
    case 'answer':
      return say.answer(areaTitle(about.keyAreaId));
    case 'area':
      return areaName(about.state, before?.kind === 'area' ? before.state : null);
    case 'facilitators':
      return say.facilitators;
    case 'assessment':
      return assessmentName(about.assessment, before?.kind === 'assessment' ? before.assessment : null);
    case 'shown': {
      const title = areaTitle(about.response.keyAreaId);
      return mine ? say.shown(title) : say.takenBack(title);
    }
    case 'action':
      return mine ? say.action(about.action.text) : say.removedAction(about.action.text);
    case 'arrangements':
      return say.arrangements;
    case 'edition':
      return say.edition(about.edition.number);
    case 'result':
      return say.result(about.result.keyArea);
    case 'comment':
      return say.comment;
    default:
      return unreachable(about);
  }
}

type AreaParts = Pick<Extract<LegibleChange['mine'], { kind: 'area' }>['state'], 'keyAreaId' | 'agreement' | 'target'>;

function areaName(now: AreaParts, before: AreaParts | null): string {
  const title = areaTitle(now.keyAreaId);
  if (now.agreement && !sameJson(now.agreement, before?.agreement ?? null)) return say.agreement(title);
  return sameJson(now.target, before?.target ?? null) ? say.standing(title) : say.target(title);
}

/** Named after what changed, where that is one thing. */
function assessmentName(now: Assessment, before: Assessment | null): string {
  if (before === null) return say.newAssessment(now.title);
  const { participants, facilitators, phase } = now;
  if (sameJson(now, { ...before, participants })) return say.asked;
  if (sameJson(now, { ...before, facilitators })) return say.facilitators;
  return sameJson(now, { ...before, phase, sharedAt: now.sharedAt }) ? say.phase : say.assessment(now.title);
}

/** What is lost by giving a change up. */
export function lossWords({ mine, before, there }: Pick<LegibleChange, 'mine' | 'before' | 'there'>): string {
  if (mine === null) return discard.removal;
  return before === null && there === null ? discard.new : words.parts.discard.loss;
}
