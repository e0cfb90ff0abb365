/**
 * Seeded past assessments are what the product itself would have left behind.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { readPrevious } from '../../src/commands/history';
import { readView } from '../../src/commands/view';
import { encode } from '../../src/sharepoint/codecs';
import type { Row } from '../../src/sharepoint/listAccess';
import { type ListName, listNames } from '../../src/sharepoint/records';
import { type Council, openCouncil } from '../commands/people';
import { must } from '../sharepoint/tenant';
import { addYearsOfPast, newFolder } from './yearsOfPast';

const folder = newFolder();
let council: Council;
let ids: readonly string[];
beforeAll(async () => {
  council = await openCouncil(folder.directory);
  ids = await addYearsOfPast(folder.directory, council.place, 3);
});
afterEach(() => council.leave());
afterAll(async () => {
  await council.end();
  folder.remove();
});

test('an assessment leaves 55 rows of workings, 48 answers, 8 actions and 4 results, and history begins with the newest', async () => {
  const counts = await Promise.all(listNames.map(async (list) => [list, (await council.rows(list)).length]));
  expect(Object.fromEntries(counts)).toEqual({
    assessments: 3,
    // The lists' settings, and where history begins.
    workings: 3 * 55 + 2,
    responses: 3 * 48,
    actions: 3 * 8,
    results: 3 * 4,
    comments: 0,
  });
  const aisha = await council.arrive('aisha');
  const previous = must(await readPrevious(aisha.work));
  expect(previous.map(({ assessment }) => assessment.id)).toEqual([...ids].reverse());
});

test('a seeded past assessment reads as a finished one: all agreed, shown, shared, and nothing in it unreadable', async () => {
  const aisha = await council.arrive('aisha');
  const id = ids[2] ?? '';
  expect(must(await aisha.work.replica.fetchAssessment(id))).toBe(true);
  const view = await readView(aisha.work, id);
  expect(view?.assessment).toMatchObject({ phase: 'closed', previousId: ids[1] });
  expect(view?.states.map(({ phase }) => phase)).toEqual(['agreed', 'agreed', 'agreed', 'agreed']);
  expect(view?.summary.keyAreas.map(({ spread }) => spread?.answers)).toEqual([12, 12, 12, 12]);
  expect([view?.responses.length, view?.sealed.length, view?.actions.length, view?.shared.length]).toEqual([
    48, 48, 8, 4,
  ]);
  expect(view?.tampered).toEqual([]);
  expect(await aisha.work.replica.unreadable()).toEqual([]);
});

test('a seeded row has the cells that Graph gives to a row which the product writes', async () => {
  const access = council.byHand('priya');
  const cellsOf = ({ fields }: Row, except: readonly string[]) =>
    Object.fromEntries(
      Object.entries(fields).filter(([name]) => !['id', 'Created', 'Modified', ...except].includes(name)),
    );
  const aisha = await council.arrive('aisha');
  must(await aisha.work.replica.fetchAssessment(ids[0] ?? ''));
  for (const [list, unique] of [
    ['assessments', 'AssessmentId'],
    ['actions', 'ActionId'],
    ['responses', 'ResponseId'],
    ['results', 'ResultKey'],
  ] as const) {
    const [stored] = await aisha.work.replica.all(list, ids[0] ?? '');
    if (!stored) throw new Error(`Nothing was seeded in ${list}`);
    const seeded = must(await access.byKey(list, stored.key));
    const fields = { ...encode<ListName>(list, stored.record, stored.key), [unique]: 'written-through-graph' };
    const written = must(await access.create(list, fields));
    expect(seeded && cellsOf(seeded, [unique])).toEqual(cellsOf(written, [unique]));
    must(await access.remove(list, written.itemId, written.eTag));
  }
});
