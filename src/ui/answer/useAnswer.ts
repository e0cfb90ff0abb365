// Gives a screen the answer being given to a key area: the same one whenever somebody comes back to it.
import { useEffect, useSyncExternalStore } from 'react';
import type { AnswerParts, Assessment, ResponseContent } from '../../assessment';
import { addLateAnswer, readMyAnswer, saveAnswer } from '../../commands/answer';
import type { Workplace } from '../../commands/workplace';
import { useWorkplace } from '../app/contexts';
import { type Answering, AnswerSaver } from './answerSaver';

const savers = new WeakMap<Workplace, Map<string, AnswerSaver>>();

function saverOf(work: Workplace, assessment: Assessment, keyAreaId: string, stored: ResponseContent | null) {
  const mine = savers.get(work) ?? new Map<string, AnswerSaver>();
  savers.set(work, mine);
  const place = `${assessment.id} ${keyAreaId}`;
  const known = mine.get(place);
  if (known) return known;
  const save = (content: ResponseContent, from: AnswerParts) => saveAnswer(work, assessment, keyAreaId, content, from);
  const read = async () => {
    const mine = await readMyAnswer(work, assessment, keyAreaId);
    return mine.kind === 'answer' ? mine.content : null;
  };
  const fresh = new AnswerSaver(work.environment, stored, save, read);
  mine.set(place, fresh);
  return fresh;
}

/**
 * The form's state and how to change it.
 * @param stored my answer as this device's store has it
 * @param how whether it saves by itself, or only when somebody says so because the others' answers are shown already
 */
export function useAnswer(
  assessment: Assessment,
  keyAreaId: string,
  stored: ResponseContent | null,
  how: 'by-itself' | 'late' = 'by-itself',
): readonly [Answering, AnswerSaver] {
  const work = useWorkplace();
  const saver = saverOf(work, assessment, keyAreaId, stored);
  useEffect(() => {
    saver.saveThrough((content, from) =>
      how === 'late'
        ? addLateAnswer(work, assessment, keyAreaId, content)
        : saveAnswer(work, assessment, keyAreaId, content, from),
    );
  }, [saver, work, assessment, keyAreaId, how]);
  useEffect(() => saver.follow(stored), [saver, stored]);
  useEffect(() => {
    if (how === 'late') {
      saver.hold();
      return undefined;
    }
    // A page that is put away may never come back to its timers.
    const stop = work.environment.onChange(() => {
      if (!work.environment.visible()) saver.flush();
    });
    return () => {
      stop();
      saver.flush();
    };
  }, [saver, work, how]);
  return [useSyncExternalStore(saver.subscribe, saver.standing), saver];
}
