// More officers than the demo council has, put straight into the sandbox's database: members of the team who can sign in.
import { inTransaction, run, type SandboxDatabase } from '../../sandbox/store/database';
import { allPeople } from '../../sandbox/store/people';
import type { Person } from '../../src/base/person';

/** The nth officer, from 1. */
const officer = (nth: number): Person => ({
  id: `0ff1ce00-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  displayName: `Officer ${nth}`,
});

/** Adds so many members, called Officer 1 and so on; those who are there already stay. */
export function addOfficers(database: SandboxDatabase, howMany: number): readonly Person[] {
  const people = Array.from({ length: howMany }, (_, index) => officer(index + 1));
  inTransaction(database, () => {
    const first = allPeople(database).length;
    people.forEach(({ id, displayName }, index) => {
      run(
        database,
        "insert or ignore into people values (?1, ?2, 'Officer', ?3, ?4, 'Service manager', ?5, 'member', 'member', 0, ?6)",
        id,
        displayName,
        String(index + 1),
        `officer.${index + 1}@northbridge.gov.example`,
        `officer-${index + 1}`,
        first + index,
      );
    });
  });
  return people;
}
