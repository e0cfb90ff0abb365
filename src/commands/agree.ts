// What a facilitator records of a key area once answers are shown: the agreed level with its reason, the target, or that it is set aside.

import type { Target } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { momentMark } from '../channel';
import type { Level } from '../framework';
import { changeState, stateOf, stepKeyArea, whileUnderWay } from './change';
import { announce } from './messages';
import type { Refusal } from './refusal';
import { ofKind } from './view';
import type { Workplace } from './workplace';

/**
 * Records where we are now. The level is people's choice, never computed, and needs a reason.
 * @param tellChannel as the switch beside it was; left out where there was none
 */
export async function agree(
  work: Workplace,
  assessmentId: string,
  keyAreaId: string,
  agreed: { readonly level: Level; readonly reason: string },
  tellChannel?: boolean,
): Promise<Result<void, Refusal>> {
  const reason = agreed.reason.trim();
  if (reason === '') return fail({ kind: 'reason-missing' });
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const agreement = {
    level: agreed.level,
    reason,
    at: work.environment.now().toISOString(),
    by: work.person,
  };
  const done = await stepKeyArea(work, found.value, keyAreaId, 'agree', { agreement });
  if (!done.ok) return done;
  const occasion = `${keyAreaId}:${momentMark(agreement.at)}`;
  if (tellChannel !== undefined) announce(work, { assessmentId, event: 'agreed', occasion }, tellChannel);
  return ok(undefined);
}

/** Records where we want to be, or that this is agreed later; null takes it back. */
export async function setTarget(
  work: Workplace,
  assessmentId: string,
  keyAreaId: string,
  target: Target | null,
): Promise<Result<void, Refusal>> {
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const state = stateOf(found.value, keyAreaId);
  if (state.phase !== 'agreed') return fail({ kind: 'wrong-phase', phase: state.phase });
  await changeState(work, found.value, keyAreaId, { target });
  return ok(undefined);
}

/** Skips, takes up again, sets aside as not applying, or reopens a key area. The last two need a reason. */
export async function takeStep(
  work: Workplace,
  assessmentId: string,
  keyAreaId: string,
  step: 'skip' | 'resume' | 'setAside' | 'reopen',
  reason: string,
): Promise<Result<void, Refusal>> {
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const done = await stepKeyArea(work, found.value, keyAreaId, step, { reason: reason.trim() });
  if (!done.ok) return done;
  // Answers may change again, so what was shown is taken back; showing writes it anew from what then lies sealed.
  if (done.value.phase === 'collecting') {
    for (const response of found.value.responses.filter((shown) => shown.keyAreaId === keyAreaId))
      await work.replica.remove('responses', response.responseId);
    for (const { key, record } of ofKind(await work.replica.all('workings', assessmentId), 'opened'))
      if (record.keyAreaId === keyAreaId) await work.replica.remove('workings', key);
  }
  return ok(undefined);
}
