// Where are we now: the level people agreed on and why. Chosen by people, never computed, and nothing is chosen beforehand.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Agreement } from '../../assessment';
import { agree } from '../../commands/agree';
import { stateOf } from '../../commands/change';
import { previewAgreement } from '../../commands/messages';
import { keyAreaOf, levels } from '../../framework';
import { LevelStrip } from '../../pictures';
import { keys } from '../../sharepoint/records';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useSaveState } from '../app/live';
import { useAskFirst } from '../parts/AskFirst';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { useKept } from '../parts/kept';
import { LevelCards } from '../parts/LevelCards';
import { RefusalMessage } from '../parts/RefusalMessage';
import { SaveStatus } from '../parts/SaveStatus';
import { Section } from '../parts/Section';
import { TellChannel, useTellChannel } from '../parts/TellChannel';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';

const said = words.discuss.now;

const useStyles = makeStyles({
  reason: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  word: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The step: the form until a level is agreed, then what was agreed, which can be changed. */
export function NowStep(props: DiscussionProps) {
  const { view, area, mayRecord } = props;
  const [changing, setChanging] = useState(false);
  const { agreement } = stateOf(view, area.keyAreaId);
  const agreed = area.phase === 'agreed' ? agreement : null;
  const key = keys.area(view.assessment.id, area.keyAreaId);
  const state = useSaveState('workings', key);
  return (
    <Section heading={said.heading}>
      {agreed && !changing && <Agreed {...props} agreement={agreed} onChange={() => setChanging(true)} />}
      {!agreed && !mayRecord && <span>{said.notYet}</span>}
      {mayRecord && (!agreed || changing) && (
        <NowForm
          {...props}
          agreement={agreed}
          onDone={() => setChanging(false)}
          onCancel={agreed ? () => setChanging(false) : null}
        />
      )}
      {agreed && mayRecord && <SaveStatus list="workings" recordKey={key} state={state} text={agreed.reason} />}
    </Section>
  );
}

function Agreed(props: DiscussionProps & { readonly agreement: Agreement; readonly onChange: () => void }) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const { area, agreement, mayRecord } = props;
  return (
    <>
      <LevelStrip
        levels={framework.levels}
        now={agreement.level}
        lastTime={area.lastTime?.level ?? null}
        target={area.target}
      />
      <span>
        <span className={styles.word}>{area.now?.word}</span>: {area.now?.descriptor}
      </span>
      <p className={styles.reason}>{words.discuss.steps.because(agreement.reason)}</p>
      <span className={styles.quiet}>
        {said.by(agreement.by.displayName, londonDay(new Date(agreement.at)), agreement.at)}
      </span>
      {mayRecord && (
        <div>
          <Button onClick={props.onChange} aria-label={`${said.change}: ${said.heading}`}>
            {said.change}
          </Button>
        </div>
      )}
    </>
  );
}

const shape = z.object({ level: z.nullable(z.literal(levels)), reason: z.string() });

interface NowFormProps extends DiscussionProps {
  readonly agreement: Agreement | null;
  readonly onDone: () => void;
  readonly onCancel: (() => void) | null;
}

function NowForm({ view, area, agreement, onDone, onCancel }: NowFormProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const place = `now ${view.assessment.id} ${area.keyAreaId}`;
  const kept = useKept(place, shape, { level: agreement?.level ?? null, reason: agreement?.reason ?? '' });
  const tell = useTellChannel('agreed');
  const { ask, question } = useAskFirst('post');
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([]);
  const about = keyAreaOf(work.framework, area.keyAreaId);
  const faultAt = (at: string): string | undefined => faults.find((fault) => fault.at === at)?.text;
  const reasonFault = faultAt('now-reason');
  if (!about || !kept || !tell) return null;
  const { level, reason } = kept.value;

  const offered = tell.offered && !view.assessment.practice;
  const submit = () => {
    const found = [
      ...(level === null ? [{ at: 'now-level', text: said.levelMissing }] : []),
      ...(reason.trim() === '' ? [{ at: 'now-reason', text: said.reasonMissing }] : []),
    ];
    setFaults(found);
    if (level === null || found.length > 0) return;
    const save = () =>
      run(
        () => agree(work, view.assessment.id, area.keyAreaId, { level, reason }, offered ? tell.value : undefined),
        () => {
          kept.forget();
          onDone();
        },
      );
    if (offered && tell.value) ask(save);
    else save();
  };

  const cancel = () => {
    kept.forget();
    onCancel?.();
  };
  return (
    <>
      <span className={styles.quiet}>{said.hint}</span>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <LevelCards
        id="now-level"
        framework={work.framework}
        area={about}
        legend={said.level}
        value={level}
        onChange={(chosen) => kept.change((before) => ({ ...before, level: chosen }))}
        fault={faultAt('now-level')}
      />
      <Field label={said.reason} hint={said.reasonHint} required {...fieldFault(reasonFault)}>
        <Textarea
          id="now-reason"
          resize="vertical"
          rows={4}
          value={reason}
          onChange={(_, { value }) => kept.change((before) => ({ ...before, reason: value }))}
        />
      </Field>
      {offered && level !== null && (
        <TellChannel
          heading={words.discuss.tell.heading}
          label={words.discuss.tell.agreed(view.assessment.home.channelName)}
          text={previewAgreement(work, view, area.keyAreaId, { level, reason }).text}
          tell={tell}
        />
      )}
      {question}
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={onCancel && cancel} />
    </>
  );
}
