// Earlier assessments of this channel, read only when somebody asks for them.
import { Button, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { inWords, words } from '../../words';
import { hrefOf } from '../app/routes';
import { usePrevious } from '../open/previous';
import { FaultMessage } from '../parts/FaultMessage';
import { Loading } from '../parts/Loading';
import { Section } from '../parts/Section';

const said = words.landing.earlier;

/** A button that brings them. */
export function EarlierAssessments() {
  const [wanted, setWanted] = useState(false);
  return (
    <Section heading={said.heading}>
      {wanted ? <Found /> : <Button onClick={() => setWanted(true)}>{said.show}</Button>}
    </Section>
  );
}

function Found() {
  const { found, fault, retry } = usePrevious();
  if (fault) return <FaultMessage fault={fault} what={words.open.earlier.failed} onRetry={retry} />;
  if (!found) return <Loading what={words.open.earlier.reading} onRetry={retry} />;
  if (found.length === 0) return <p>{words.open.earlier.noPrevious}</p>;
  return (
    <ul>
      {found.map(({ assessment }) => (
        <li key={assessment.id}>
          <Link href={hrefOf({ screen: 'results', assessmentId: assessment.id })}>
            {inWords([assessment.title, assessment.organisation])}
          </Link>
        </li>
      ))}
    </ul>
  );
}
