// When an answer is saved by itself, and when only somebody's word saves it.
import type { AnswerParts, ResponseContent } from '../../../src/assessment';
import { ok } from '../../../src/base/result';
import { AnswerSaver } from '../../../src/ui/answer/answerSaver';
import { FakeEnvironment } from '../fakeWorkplace';

function saving() {
  const environment = new FakeEnvironment();
  const log: string[] = [];
  const save = (how: string) => async (content: ResponseContent) => {
    log.push(`${how} ${content.judgement} ${content.remark}`);
    return ok(undefined);
  };
  return { environment, log, save, saver: new AnswerSaver(environment, null, save('hidden'), async () => null) };
}

/** Lets what was asked for happen. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a level chosen just before the showing is saved as it was meant then, never openly', async () => {
  const { log, save, saver } = saving();
  saver.change({ judgement: 4 });
  saver.saveThrough(save('openly'));
  await turn();
  expect(log).toEqual(['hidden 4 ']);
});

test('once answers are shown nothing is saved by itself: neither what was being typed nor what is chosen then', async () => {
  const { environment, log, save, saver } = saving();
  saver.change({ judgement: 2, remark: 'Half typ' }, 'typing');
  saver.saveThrough(save('openly'));
  saver.hold();
  environment.advance(60_000);
  saver.change({ judgement: 3 }, 'held');
  environment.advance(60_000);
  await turn();
  expect(log).toEqual([]);
  saver.flush();
  await turn();
  expect(log).toEqual(['openly 3 Half typ']);
});

/** A form over a store that holds one answer. */
function storing() {
  const store: { answer: ResponseContent | null; from: AnswerParts | null } = { answer: null, from: null };
  const save = async (content: ResponseContent, from: AnswerParts) => {
    Object.assign(store, { answer: content, from });
    return ok(undefined);
  };
  return { store, saver: new AnswerSaver(new FakeEnvironment(), null, save, async () => store.answer) };
}

test('what the store tells late, of an answer saved over since, undoes nothing, and is nothing to merge with', async () => {
  const { store, saver } = storing();
  saver.change({ judgement: 4 });
  await turn();
  const earlier = store.answer;
  saver.change({ movingOn: true });
  await turn();
  saver.follow(earlier);
  await turn();
  expect(saver.standing().draft).toMatchObject({ judgement: 4, movingOn: true });
  saver.change({ judgement: 'cannot-judge' });
  await turn();
  expect(store).toMatchObject({
    answer: { judgement: 'cannot-judge', movingOn: false },
    from: { level: { judgement: 4, movingOn: true } },
  });
});

test('what another device stored is taken over where nothing is being changed here', async () => {
  const { store, saver } = storing();
  saver.change({ judgement: 4, remark: 'As saved' });
  await turn();
  saver.change({ judgement: 3 }, 'held');
  if (store.answer) store.answer = { ...store.answer, judgement: 5, remark: 'From the phone' };
  saver.follow(store.answer);
  await turn();
  expect(saver.standing().draft).toMatchObject({ judgement: 3, remark: 'From the phone' });
});

test('what another device put back while a save was under way is taken over after it', async () => {
  const { store, saver } = storing();
  saver.change({ judgement: 3 });
  await turn();
  const earlier = store.answer;
  saver.change({ judgement: 4 });
  saver.follow(earlier);
  await Promise.resolve();
  store.answer = earlier;
  await turn();
  expect(saver.standing().draft.judgement).toBe(3);
});
