// What counts is what SharePoint says of a row's authors.
import { countingVersion, followFacilitators, isFacilitatorsWork, isOwnWork } from '../../src/assessment';
import { aisha, priya, tom } from './examples';

const link = (serial: number, author: string, facilitators = [priya, tom], changedBy = author) => ({
  serial,
  facilitators,
  publicKey: null,
  createdBy: author,
  lastModifiedBy: changedBy,
});

test('the chain begins with the creator and goes on with whom each link names', () => {
  const chain = followFacilitators(priya.id, [link(2, tom.id, [tom, aisha]), link(1, priya.id)]);
  expect(chain).toMatchObject({ facilitators: [tom, aisha], nextSerial: 3, disbelieved: [] });
});

test('whoever handed over is remembered, so that what they did stays valid', () => {
  const chain = followFacilitators(priya.id, [link(1, priya.id, [priya, tom]), link(2, tom.id, [aisha])]);
  expect(chain.held.map((person) => person.id)).toEqual([priya.id, tom.id, aisha.id]);
});

test('a link that is none can be written over by a facilitator, and the chain goes on', () => {
  const over = link(2, aisha.id, [tom], priya.id);
  const chain = followFacilitators(priya.id, [link(1, priya.id), over, link(3, tom.id, [tom, aisha])]);
  expect(chain).toMatchObject({ facilitators: [tom, aisha], nextSerial: 4, disbelieved: [] });
});

test('what answers are sealed to is what the last link says that says something', () => {
  const [first, forged] = [
    { id: 'k1', key: 'first' },
    { id: 'k2', key: 'forged' },
  ];
  const chain = followFacilitators(priya.id, [
    { ...link(1, priya.id), publicKey: first },
    link(2, tom.id),
    { ...link(3, aisha.id), publicKey: forged },
  ]);
  expect(chain.publicKey).toEqual(first);
});

test.each([
  ['made by someone who is no facilitator', link(2, aisha.id, [aisha])],
  ['altered by someone else', link(2, tom.id, [aisha], aisha.id)],
  ['altered by another facilitator', link(2, tom.id, [priya], priya.id)],
  ['after a gap', link(3, tom.id, [aisha])],
])('a link %s is not believed', (_name, forged) => {
  const chain = followFacilitators(priya.id, [link(1, priya.id), forged]);
  expect(chain.facilitators).toEqual([priya, tom]);
  expect(chain.disbelieved).toEqual([forged]);
});

test('a response counts only while its author is the only one who wrote it', () => {
  expect(isOwnWork({ createdBy: aisha, lastModifiedBy: { ...aisha, id: aisha.id.toUpperCase() } }, aisha.id)).toBe(
    true,
  );
  expect(isOwnWork({ createdBy: aisha, lastModifiedBy: tom }, aisha.id)).toBe(false);
  expect(isOwnWork({ createdBy: tom, lastModifiedBy: aisha }, aisha.id)).toBe(false);
  expect(isOwnWork({ createdBy: null, lastModifiedBy: null }, aisha.id)).toBe(true);
});

test('a phase counts only if a facilitator wrote it last', () => {
  expect(isFacilitatorsWork({ createdBy: priya, lastModifiedBy: tom }, [priya, tom])).toBe(true);
  expect(isFacilitatorsWork({ createdBy: priya, lastModifiedBy: aisha }, [priya, tom])).toBe(false);
});

describe('which version of a row counts', () => {
  const held = [priya, tom];
  const by = (...writers: readonly (typeof priya | null)[]) =>
    writers.map((lastModifiedBy, index) => ({ lastModifiedBy, number: writers.length - index }));
  it.each([
    ['the newest, where a facilitator wrote it', by(tom, aisha, priya), 3],
    ['the one under what somebody else wrote', by(aisha, tom, priya), 2],
    ['the one under everything that others wrote since', by(aisha, aisha, priya), 1],
    ['whatever the case of an id', by(aisha, { ...tom, id: tom.id.toUpperCase() }, priya), 2],
    ['none, where no facilitator wrote any that is kept', by(aisha, aisha), null],
    ['none, where nobody says who wrote it', by(null), null],
    ['none of nothing', by(), null],
  ])('%s', (_, newestFirst, number) => {
    expect(countingVersion(newestFirst, held)?.number ?? null).toBe(number);
  });
});
