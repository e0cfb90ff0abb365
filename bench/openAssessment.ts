// An assessment that Priya opened, through the product.
import type { Assessment } from '../src/assessment';
import type { Person } from '../src/base/person';
import { openAssessment as open } from '../src/commands/openAssessment';
import { readView } from '../src/commands/view';
import { framework } from '../src/framework';
import { must, personOf } from '../test/sharepoint/tenant';
import { type Arrival, arrive, type Participant, sent } from './participant';
import type { Reach } from './reach';

export const keyAreaIds = framework.theme.keyAreas.map((area) => area.id);
export const [firstArea = ''] = keyAreaIds;

/** Priya arrives and opens an assessment in which the people are asked; SharePoint has all of it. */
export async function openAssessment(
  to: Reach,
  people: readonly Person[],
  how: Arrival,
): Promise<{ readonly priya: Participant; readonly assessment: Assessment }> {
  const priya = await arrive(to, personOf('priya'), how);
  must(await priya.work.replica.refresh());
  const id = must(
    await open(priya.work, {
      title: 'Autumn 2026',
      organisation: 'Northbridge Council',
      dueDate: null,
      keyAreaIds,
      facilitators: [priya.person],
      participants: people.map((person) => ({ ...person, takingPart: true })),
      showNames: false,
      earlier: [],
      previousId: null,
      tellChannel: false,
    }),
  );
  await sent(priya);
  const view = await readView(priya.work, id);
  if (!view) throw new Error('What was opened is not there');
  return { priya, assessment: view.assessment };
}
