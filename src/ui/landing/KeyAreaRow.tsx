// A key area as a row: its name, where it stands, how many have answered, and its level strip once agreed.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { acceptsAnswers, acceptsLateAnswers, type KeyAreaSummary } from '../../assessment';
import type { AssessmentView } from '../../commands/view';
import { LevelStrip } from '../../pictures';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf, type Route } from '../app/routes';
import { hasAnswered } from './nextStep';
import { phaseWords } from './standingWords';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 640px)': {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      columnGap: tokens.spacingHorizontalXL,
    },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  state: { margin: 0, color: tokens.colorNeutralForeground2 },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
  },
  picture: { gridColumn: '1 / -1' },
});

/** One row of the list. */
export function KeyAreaRow({ view, area }: { readonly view: AssessmentView; readonly area: KeyAreaSummary }) {
  const styles = useStyles();
  const { framework } = useSurroundings();
  const { person } = useWorkplace();
  const state = stateWords(view, area, person.id);
  return (
    <li className={styles.row}>
      <div>
        <h3 className={styles.heading}>{area.title}</h3>
        <p className={styles.state}>{state.join(' · ')}</p>
        {area.reason !== '' && <p className={styles.state}>{area.reason}</p>}
      </div>
      <div className={styles.links}>
        {linksOf(view, area, person.id).map(([label, to]) => (
          <Link key={label} href={hrefOf(to)} aria-label={`${label}: ${area.title}`}>
            {label}
          </Link>
        ))}
      </div>
      {area.now && (
        <div className={styles.picture}>
          <LevelStrip
            levels={framework.levels}
            now={area.now.level}
            lastTime={area.lastTime?.level ?? null}
            target={area.target}
          />
        </div>
      )}
    </li>
  );
}

function stateWords(view: AssessmentView, area: KeyAreaSummary, personId: string): readonly string[] {
  const said = [phaseWords(area.phase)];
  if (area.phase !== 'collecting') return said;
  said.push(words.common.answered(area.turnout.answered, area.turnout.asked));
  if (hasAnswered(view, personId, area.keyAreaId)) said.push(words.landing.youAnswered);
  return said;
}

/** Where a row leads. Before the showing to my answer (and, for a facilitator, to the showing); afterwards to how answers compare. */
function linksOf(
  view: AssessmentView,
  area: KeyAreaSummary,
  personId: string,
): readonly (readonly [label: string, to: Route])[] {
  const { go } = words.landing;
  const place = { assessmentId: view.assessment.id, keyAreaId: area.keyAreaId };
  const answered = hasAnswered(view, personId, area.keyAreaId);
  const discuss = { screen: 'discuss', ...place } as const;
  const facilitator = view.role === 'facilitator';
  if (acceptsAnswers(area.phase, view.assessment.phase)) {
    const links: (readonly [string, Route])[] = [];
    if (view.asked) links.push([answered ? go.change : go.answer, { screen: 'answer', ...place }]);
    if (facilitator) links.push([go.discuss, discuss]);
    return links;
  }
  if (area.phase === 'agreed') return [[go.decided, discuss]];
  const late = view.asked && !answered && acceptsLateAnswers(area.phase, view.assessment.phase);
  const add: readonly (readonly [string, Route])[] = late ? [[go.late, { screen: 'answer', ...place }]] : [];
  if (area.phase === 'revealed') return [...add, [facilitator ? go.discuss : go.compare, discuss]];
  return facilitator ? [[go.discuss, discuss]] : [];
}
