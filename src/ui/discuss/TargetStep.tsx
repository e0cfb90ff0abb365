// Where do we want to be, and by when: the council's own choice. Nothing is chosen beforehand, and it may be agreed later.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Target } from '../../assessment';
import { setTarget } from '../../commands/agree';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { UndoMessage } from '../parts/UndoMessage';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';
import { TargetForm } from './TargetForm';

const said = words.discuss.target;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** The step. */
export function TargetStep(props: DiscussionProps) {
  const { area, mayRecord } = props;
  const [changing, setChanging] = useState(false);
  if (area.phase !== 'agreed')
    return (
      <Section heading={said.heading}>
        <span>{mayRecord ? said.first : said.none}</span>
      </Section>
    );
  return (
    <Section heading={said.heading}>
      {mayRecord && (area.target === null || changing) ? (
        <TargetForm
          {...props}
          onDone={() => setChanging(false)}
          onCancel={changing ? () => setChanging(false) : null}
        />
      ) : (
        <span>{targetWords(area.target, area.targetLevel?.word ?? '')}</span>
      )}
      {mayRecord && !changing && <TargetButtons {...props} onChange={() => setChanging(true)} />}
    </Section>
  );
}

function targetWords(target: Target | null, word: string): string {
  if (target === null) return said.none;
  return target.kind === 'level' ? said.chosen(word, target.by) : said.toBeAgreed(target.agreeBy);
}

/** Change and remove; and undo, once it was removed. */
function TargetButtons({ view, area, onChange }: DiscussionProps & { readonly onChange: () => void }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const [removed, setRemoved] = useState<Target | null>(null);
  const put = (target: Target | null) =>
    run(
      () => setTarget(work, view.assessment.id, area.keyAreaId, target),
      () => setRemoved(target === null ? area.target : null),
    );
  return (
    <>
      {refusal && <RefusalMessage refusal={refusal} />}
      {area.target === null && removed && <UndoMessage text={said.removed} busy={busy} onUndo={() => put(removed)} />}
      {area.target !== null && (
        <div className={styles.buttons}>
          <Button onClick={onChange} aria-label={`${said.change}: ${said.heading}`}>
            {said.change}
          </Button>
          <Button disabledFocusable={busy} onClick={() => put(null)}>
            {said.remove}
          </Button>
        </div>
      )}
    </>
  );
}
