// The connection check: from this page to the lists, link by link, with what mends a broken one. It works without a workplace, because it is for when there is none.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CheckReport } from '../../connection/report';
import type { Site } from '../../sharepoint/sites';
import { words } from '../../words';
import { useSurroundings, useWorkplaceIfAny } from '../app/contexts';
import { CopyButton } from '../parts/CopyButton';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { SetUpLists } from '../setup/SetUpLists';
import { AccessCheck } from './AccessCheck';
import { AdminConsent } from './AdminConsent';
import { detailsText } from './details';
import { LinkList } from './LinkList';
import { allGood } from './linkWords';
import { RemoveFromDevice } from './RemoveFromDevice';
import { type Checking, useCheck } from './useCheck';
import { useJournal } from './useJournal';

const said = words.check;

const useStyles = makeStyles({
  text: { margin: 0 },
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  fold: { cursor: 'pointer', padding: `${tokens.spacingVerticalXS} 0` },
  details: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** The check of the connection, or (for someone asked) of whether they can answer one assessment. */
export function CheckScreen({ assessmentId }: { readonly assessmentId: string | null }) {
  const checking = useCheck();
  return assessmentId === null ? (
    <WholeCheck checking={checking} />
  ) : (
    <AccessCheck checking={checking} assessmentId={assessmentId} />
  );
}

function WholeCheck({ checking }: { readonly checking: Checking }) {
  const styles = useStyles();
  const work = useWorkplaceIfAny();
  const { report, again } = checking;
  const [moving, setMoving] = useState(false);
  return (
    <Screen heading={said.heading} intro={said.intro}>
      <Section heading={said.links}>
        <p className={styles.summary} role="status">
          {summary(report)}
        </p>
        <LinkList checking={checking} />
        <div>
          <Button onClick={again}>{said.again}</Button>
        </div>
      </Section>
      <Mending report={report} again={again} moving={moving} />
      <AdminConsent />
      {report?.right === 'write' && (
        <Section heading={said.councillors.heading}>
          <p className={styles.text}>{said.councillors.text}</p>
          {!moving && (
            <div>
              <Button onClick={() => setMoving(true)}>{said.councillors.change}</Button>
            </div>
          )}
        </Section>
      )}
      {report && <Details report={report} />}
      {work && <RemoveFromDevice work={work} />}
    </Screen>
  );
}

function summary(report: CheckReport | null): string {
  if (!report) return said.running;
  return allGood(report)
    ? said.allGood
    : said.someBroken(report.links.filter((link) => link.state === 'broken').length);
}

/** Creating or repairing the lists, where the check says that this person can, or moving councillors' lists. It stays while the check runs again. */
function Mending(props: {
  readonly report: CheckReport | null;
  readonly again: () => void;
  /** Somebody wants councillors' lists elsewhere. */
  readonly moving: boolean;
}) {
  const { report, again, moving } = props;
  const [site, setSite] = useState<Site | null>(null);
  const broken = report?.links.some(({ remedies }) => remedies.includes('set-up') || remedies.includes('repair'));
  const mendable = moving || broken;
  useEffect(() => {
    if (mendable && report?.site) setSite((before) => before ?? report.site);
  }, [mendable, report]);
  if (!site) return null;
  return (
    <Section heading={moving ? said.councillors.where : said.repair.heading}>
      <SetUpLists site={site} onReady={again} ready={words.setup.ready.open} />
    </Section>
  );
}

function Details({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { host, environment } = useSurroundings();
  const journal = useJournal();
  const text = detailsText(report, { kind: host.kind, context: host.context() }, journal, environment.now());
  return (
    <Section heading={said.details.heading}>
      <p className={styles.text}>{said.details.text}</p>
      <CopyButton text={text} label={said.details.copy} />
      <details>
        <summary className={styles.fold}>{said.details.see}</summary>
        <pre className={styles.details}>{text}</pre>
      </details>
    </Section>
  );
}
