// The button that makes a practice assessment and goes there.
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useNavigate } from '../app/navigation';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';

const said = words.landing.empty;

/** Makes a practice assessment with only me in it. */
export function TryItFirst() {
  const work = useWorkplace();
  const go = useNavigate();
  const { busy, refusal, run } = useAction();
  const begin = () =>
    run(
      async () => {
        // Opening brings the channel's cards with it: too much for the page's first script.
        const { tryItFirst } = await import('../../commands/openAssessment');
        return tryItFirst(work, said.practiceTitle, '');
      },
      (assessmentId) => go({ screen: 'assessment', assessmentId }),
    );
  return (
    <>
      <Button onClick={begin} disabledFocusable={busy}>
        {busy ? said.preparing : said.practise}
      </Button>
      {refusal && <RefusalMessage refusal={refusal} />}
    </>
  );
}
