// What councillors read in the results list: one row per agreed key area, all in words. Nothing else of the record goes there.
import type { Day, SharedResult, Summary } from '../assessment';
import { actionsInWords, changeInWords, comparisonInWords, targetInWords } from './inWords';

/** The rows that sharing writes: agreed key areas only, in framework order. */
export function sharedResults(summary: Summary, today: Day): readonly SharedResult[] {
  return summary.keyAreas.flatMap((area): SharedResult[] =>
    area.now === null
      ? []
      : [
          {
            assessmentId: summary.assessmentId,
            keyAreaId: area.keyAreaId,
            assessmentTitle: summary.title,
            organisation: summary.organisation,
            keyArea: area.title,
            level: area.now.word,
            meaning: area.now.descriptor,
            change: changeInWords(area),
            target: targetInWords(area),
            reason: area.now.reason,
            actions: actionsInWords(area),
            comparison: comparisonInWords(area),
            sharedOn: today,
          },
        ],
  );
}
