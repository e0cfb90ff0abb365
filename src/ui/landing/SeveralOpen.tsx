// Several assessments are open in one channel: rows to choose from.
import { Link } from '@fluentui/react-components';
import type { Assessment } from '../../assessment';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Screen } from '../parts/Screen';
import { AssessmentRows, PracticeRows } from './AssessmentRows';

/** The choice. */
export function SeveralOpen(props: { readonly open: readonly Assessment[]; readonly practice: readonly Assessment[] }) {
  const said = words.landing.several;
  return (
    <Screen heading={said.heading} intro={said.intro}>
      <AssessmentRows assessments={props.open} />
      <PracticeRows practice={props.practice} />
      <div>
        <Link href={hrefOf({ screen: 'open' })}>{said.another}</Link>
      </div>
    </Screen>
  );
}
