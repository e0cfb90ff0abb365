// Changing who is asked, as values that can be turned round: that is what *undo* does, whatever others changed meanwhile. Pure.
import type { Participant } from '../../assessment';
import { type Person, samePerson } from '../../base/person';

/** One change. `adds` and `removes` are whole entries; `takesPart` and `leaves` are ids of people already on the list. */
export interface PeopleChange {
  readonly adds: readonly Person[];
  readonly removes: readonly Person[];
  readonly takesPart: readonly string[];
  readonly leaves: readonly string[];
}

const nothing: PeopleChange = { adds: [], removes: [], takesPart: [], leaves: [] };

const on = (people: readonly Person[], id: string): boolean => people.some((person) => samePerson(person.id, id));

/** Asks people: new ones join, ones that had left take part again. */
export function asking(list: readonly Participant[], people: readonly Person[]): PeopleChange {
  const left = list.filter((known) => !known.takingPart && on(people, known.id));
  return {
    ...nothing,
    adds: people.filter((person) => !on(list, person.id)),
    takesPart: left.map((person) => person.id),
  };
}

export const leaving = (person: Person): PeopleChange => ({ ...nothing, leaves: [person.id] });

export const returning = (person: Person): PeopleChange => ({ ...nothing, takesPart: [person.id] });

/** One person leaves and another is asked instead. */
export const replacing = (list: readonly Participant[], person: Person, by: Person): PeopleChange => ({
  ...asking(list, [by]),
  leaves: [person.id],
});

/** The change that takes another one back. */
export const turnedRound = (change: PeopleChange): PeopleChange => ({
  adds: change.removes,
  removes: change.adds,
  takesPart: change.leaves,
  leaves: change.takesPart,
});

/** The list after a change. Order is kept; who joins comes last. */
export function changed(list: readonly Participant[], change: PeopleChange): readonly Participant[] {
  const among = (ids: readonly string[], id: string): boolean => ids.some((other) => samePerson(other, id));
  const stay = list
    .filter((person) => !on(change.removes, person.id))
    .map((person) => {
      if (among(change.leaves, person.id)) return { ...person, takingPart: false };
      return among(change.takesPart, person.id) ? { ...person, takingPart: true } : person;
    });
  const join = change.adds.filter((person) => !on(stay, person.id));
  return [...stay, ...join.map(({ id, displayName }) => ({ id, displayName, takingPart: true }))];
}
