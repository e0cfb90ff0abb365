// A question waits until somebody replies; a comment needs no reply; who only looks on does not reply.
import { commentStanding, mayReply } from '../../src/assessment';

test.each([
  ['question', '', 'waiting'],
  ['question', ' \n', 'waiting'],
  ['question', 'Yes.', 'answered'],
  ['comment', '', 'no-reply-needed'],
  ['comment', 'Thank you.', 'answered'],
] as const)('a %s with the reply %j is %s', (kind, reply, standing) => {
  expect(commentStanding({ kind, reply })).toBe(standing);
});

test('facilitators and those asked reply, nobody else', () => {
  expect([mayReply('facilitator'), mayReply('participant'), mayReply('anyone')]).toEqual([true, true, false]);
});
