// Changes of who is asked, and that undo gives back exactly what was there.
import fc from 'fast-check';
import type { Participant } from '../../../src/assessment';
import {
  asking,
  changed,
  leaving,
  type PeopleChange,
  replacing,
  returning,
  turnedRound,
} from '../../../src/ui/people/peopleChanges';

const person = fc.constantFrom('ana', 'Ben', 'cai', 'dot', 'eve').map((id) => ({ id, displayName: id.toUpperCase() }));
const list = fc
  .uniqueArray(fc.record({ person, takingPart: fc.boolean() }), { selector: (entry) => entry.person.id })
  .map((entries): readonly Participant[] =>
    entries.map((entry) => ({ ...entry.person, takingPart: entry.takingPart })),
  );

/** The changes the screen offers: only who takes part can leave or be replaced, and only who left can return. */
function offered(before: readonly Participant[], other: { id: string; displayName: string }): readonly PeopleChange[] {
  return [
    asking(before, [other]),
    ...before.flatMap((known) => {
      if (!known.takingPart) return [returning(known)];
      return other.id === known.id ? [leaving(known)] : [leaving(known), replacing(before, known, other)];
    }),
  ];
}

describe('changing who is asked', () => {
  it('can be taken back, whatever the change', () => {
    fc.assert(
      fc.property(list, person, (before, other) => {
        for (const change of offered(before, other)) {
          // Asking someone who already takes part changes nothing, and so does taking it back.
          expect(changed(changed(before, change), turnedRound(change))).toEqual(before);
        }
      }),
    );
  });

  it('never loses anybody and never lists anybody twice', () => {
    fc.assert(
      fc.property(list, person, (before, other) => {
        for (const change of offered(before, other)) {
          const ids = changed(before, change).map(({ id }) => id.toLowerCase());
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id } of before) expect(ids).toContain(id.toLowerCase());
        }
      }),
    );
  });

  it('asks somebody again who had left, under the one entry there is, whatever the case of the id', () => {
    const before = [{ id: 'ABC', displayName: 'Ben', takingPart: false }];
    const again = [{ id: 'abc', displayName: 'Ben Carter' }];
    expect(changed(before, asking(before, again))).toEqual([{ id: 'ABC', displayName: 'Ben', takingPart: true }]);
  });
});
