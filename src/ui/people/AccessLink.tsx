// The link that lets people asked check, before the meeting, that they can get in.
import type { Assessment } from '../../assessment';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { formatRoute } from '../app/routes';
import { CopyButton } from '../parts/CopyButton';
import { Section } from '../parts/Section';

/** What the link is for, and a button to copy it. One link serves everyone: the check is of whoever opens it. */
export function AccessLink({ assessment }: { readonly assessment: Pick<Assessment, 'id' | 'title'> }) {
  const { host } = useWorkplace();
  const link = host.linkTo(formatRoute({ screen: 'check', assessmentId: assessment.id }), assessment.title);
  return (
    <Section heading={words.people.link.heading}>
      <span>{words.people.link.text}</span>
      <CopyButton text={link} label={words.people.link.copy} />
    </Section>
  );
}
