// The way to the list that councillors read.
import { resultsListUrl } from '../../commands/share';
import { definitionOf } from '../../sharepoint/lists';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { OutsideLink } from '../parts/OutsideLink';

/** What councillors see the list called. */
export const resultsListName = (): string => definitionOf('results').displayName;

/** A link to the list. */
export function ResultsListLink() {
  const work = useWorkplace();
  return (
    <span>
      <OutsideLink url={resultsListUrl(work)} text={words.share.where.open(resultsListName())} />
    </span>
  );
}
