// How somebody's own answer stands, as a table.
import { type OwnAnswerFacts, type OwnAnswerStanding, standingOfOwn } from '../../src/assessment';

const facts = (more: Partial<OwnAnswerFacts>): OwnAnswerFacts => ({
  phase: 'collecting',
  assessment: 'open',
  answered: false,
  opened: false,
  changed: false,
  ...more,
});

test.each<[string, Partial<OwnAnswerFacts>, OwnAnswerStanding]>([
  ['before the showing', {}, 'open'],
  ['before the showing, answered', { answered: true }, 'open'],
  ['while the showing goes on, not answered', { phase: 'revealing' }, 'late'],
  ['while the showing goes on, answered', { phase: 'revealing', answered: true }, 'closed'],
  ['shown, not answered', { phase: 'revealed' }, 'late'],
  ['shown, answered after the showing', { phase: 'revealed', answered: true }, 'to-be-added'],
  ['shown with it', { phase: 'revealed', answered: true, opened: true }, 'shown'],
  ['shown, and changed since', { phase: 'revealed', answered: true, opened: true, changed: true }, 'shown-as-before'],
  ['shown, and somebody else spoilt it since', { phase: 'revealed', opened: true }, 'shown'],
  ['agreed without an answer', { phase: 'agreed' }, 'closed'],
  ['agreed before it came', { phase: 'agreed', answered: true }, 'too-late'],
  ['agreed with it', { phase: 'agreed', answered: true, opened: true }, 'shown'],
  ['shown, but the assessment is closed', { phase: 'revealed', assessment: 'closed' }, 'closed'],
  ['hidden for good', { phase: 'revealed', assessment: 'closed', answered: true }, 'too-late'],
  ['skipped', { phase: 'skipped', answered: true }, 'closed'],
])('%s', (_name, more, standing) => {
  expect(standingOfOwn(facts(more))).toBe(standing);
});
