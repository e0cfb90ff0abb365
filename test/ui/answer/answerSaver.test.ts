// When an answer is saved by itself, and when only somebody's word saves it.
import type { ResponseContent } from '../../../src/assessment';
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
  return { environment, log, save, saver: new AnswerSaver(environment, null, save('hidden')) };
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
