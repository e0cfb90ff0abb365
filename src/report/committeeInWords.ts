// Where a result stands on its way through the committee, in sentences that every face shares: screens, cards, page, report.
import type { CommitteeStanding, Edition } from '../assessment';
import { londonDay, words } from '../words';

const say = words.committee;

/**
 * "Noted by Audit Committee on 3 March 2027. Minute 12." or "Cleared for the committee by …"; empty where it was never cleared. Where the
 * newest edition was cleared and not decided yet, what was decided before is said too; the number is said from the second on.
 */
export function committeeInWords(standing: CommitteeStanding | null): string {
  if (standing === null) return '';
  const { edition, decided } = standing;
  const which = edition.number > 1 ? [say.standing.edition(edition.number)] : [];
  const before =
    decided === null || decided.number === edition.number ? [] : [say.standing.earlier(editionInWords(decided))];
  return [...which, editionInWords(edition), ...before].join(' ');
}

/** What became of one edition. */
export function editionInWords({ clearing, outcome }: Edition): string {
  const { standing } = say;
  if (outcome === null) return standing.cleared(clearing.name, clearing.post, clearing.on);
  return [
    standing.decided(outcome.decision, outcome.recommendedTo, outcome.body, outcome.on),
    ...(outcome.minute === '' ? [] : [standing.minute(outcome.minute)]),
    ...(outcome.minutesConfirmed ? [] : [standing.draft]),
    ...(outcome.callIn === '' ? [] : [standing.callIn(outcome.callIn)]),
  ].join(' ');
}

/**
 * "Changed since noted, by Tom Okafor, on 4 March 2027." with what changed; or that what was kept has been altered. Empty where nothing
 * changed. Every face says it: a change is detected, not prevented.
 */
export function changedInWords(standing: CommitteeStanding | null): string {
  if (standing === null) return '';
  const decision = standing.edition.outcome?.decision ?? null;
  if (!standing.intact) return say.changed.altered(decision);
  const { changed } = standing;
  if (changed === null) return '';
  const day = changed.at === null ? null : londonDay(new Date(changed.at));
  const since = say.changed.since(decision, changed.by?.displayName || null, day);
  return `${since} ${say.changed[changed.inResults ? 'inResults' : 'inRecord'](changed.keyAreas)}`;
}
