// How the computed parts of a screen grow with the number of people.
import { type SummaryInput, spreadOf, summarise } from '../src/assessment';
import { framework, levels } from '../src/framework';
import { exampleAssessment, exampleResponse, exampleState, keyAreaIds } from '../test/assessment/examples';
import { compare, figureOf } from './compare';
import type { Measure } from './figures';

/** An assessment that so many people have answered, all key areas shown. */
function assessmentOf(people: number): SummaryInput {
  const participants = Array.from({ length: people }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    displayName: `Officer ${index}`,
    takingPart: true,
  }));
  const ids = participants.map(({ id }) => id);
  return {
    framework,
    assessment: exampleAssessment({ participants }),
    states: keyAreaIds.map((keyAreaId) => exampleState({ keyAreaId, phase: 'revealed' })),
    answeredBy: new Map(keyAreaIds.map((keyAreaId) => [keyAreaId, ids])),
    responses: keyAreaIds.flatMap((keyAreaId) =>
      ids.map((id, index) =>
        exampleResponse({ keyAreaId, responseId: id, judgement: levels[index % 6] ?? 'cannot-judge' }),
      ),
    ),
    actions: [],
  };
}

/** 300 people against 12, which is 25 times as many. */
export const growth: Measure = {
  name: 'growth',
  title: 'What a screen computes, 300 people against 12 (25 times as many)',
  async run() {
    const [few, many] = [assessmentOf(12), assessmentOf(300)];
    return [
      figureOf(
        'how answers compare, 300 people / 12 people',
        await compare(
          () => spreadOf(many.responses),
          () => spreadOf(few.responses),
        ),
      ),
      figureOf(
        'a whole summary, 300 people / 12 people',
        await compare(
          () => summarise(many),
          () => summarise(few),
        ),
      ),
    ];
  },
};
