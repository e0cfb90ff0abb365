// The form for the target: a level with an optional day, or that it is agreed later.
import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Target } from '../../assessment';
import { setTarget } from '../../commands/agree';
import { keyAreaOf, levels } from '../../framework';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { Group } from '../parts/Group';
import { useKept } from '../parts/kept';
import { LevelCards } from '../parts/LevelCards';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';
import { dayFault } from './dayFault';
import type { DiscussionProps } from './discussion';

const said = words.discuss.target;

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
});

const shape = z.object({
  kind: z.nullable(z.enum(['level', 'later'])),
  level: z.nullable(z.literal(levels)),
  /** By when we want to be there; empty for no day. */
  by: z.string(),
  /** By when it is to be agreed; empty for no day. */
  agreeBy: z.string(),
});
type Form = z.infer<typeof shape>;

const formOf = (target: Target | null): Form => {
  const empty = { kind: null, level: null, by: '', agreeBy: '' };
  if (target === null) return empty;
  return target.kind === 'level'
    ? { ...empty, kind: 'level', level: target.level, by: target.by ?? '' }
    : { ...empty, kind: 'later', agreeBy: target.agreeBy ?? '' };
};

/** The target a form stands for; null while something is missing. */
function targetOf({ kind, level, by, agreeBy }: Form): Target | null {
  if (kind === 'later') return { kind, agreeBy: agreeBy || null };
  return kind === 'level' && level !== null ? { kind, level, by: by || null } : null;
}

interface TargetFormProps extends DiscussionProps {
  readonly onDone: () => void;
  readonly onCancel: (() => void) | null;
}

/** The form. */
export function TargetForm({ view, area, onDone, onCancel }: TargetFormProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const kept = useKept(`target ${view.assessment.id} ${area.keyAreaId}`, shape, formOf(area.target));
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([]);
  const faultAt = (at: string): string | undefined => faults.find((fault) => fault.at === at)?.text;
  const about = keyAreaOf(work.framework, area.keyAreaId);
  if (!about || !kept) return null;
  const form = kept.value;
  const set = (part: Partial<Form>) => kept.change((before) => ({ ...before, ...part }));

  const submit = () => {
    const day = dayFault(form.kind === 'later' ? form.agreeBy : form.by, londonDay(work.environment.now()));
    const found = [
      ...(form.kind === null ? [{ at: 'target-kind', text: said.kindMissing }] : []),
      ...(form.kind === 'level' && form.level === null ? [{ at: 'target-level', text: said.levelMissing }] : []),
      ...(day === null ? [] : [{ at: 'target-day', text: day }]),
    ];
    setFaults(found);
    const target = targetOf(form);
    if (target === null || found.length > 0) return;
    run(
      () => setTarget(work, view.assessment.id, area.keyAreaId, target),
      () => {
        kept.forget();
        onDone();
      },
    );
  };

  const cancel = () => {
    kept.forget();
    onCancel?.();
  };
  return (
    <>
      <span className={styles.hint}>{said.hint}</span>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <Group small id="target-kind" legend={said.kind} fault={faultAt('target-kind')}>
        <RadioGroup
          aria-label={said.kind}
          value={form.kind ?? ''}
          onChange={(_, { value }) => set({ kind: value === 'later' ? 'later' : 'level' })}
        >
          <Radio value="level" label={said.level} />
          <Radio value="later" label={said.later} />
        </RadioGroup>
      </Group>
      {form.kind === 'level' && (
        <LevelCards
          id="target-level"
          framework={work.framework}
          area={about}
          legend={said.which}
          value={form.level}
          onChange={(level) => set({ level })}
          fault={faultAt('target-level')}
        />
      )}
      {form.kind !== null && (
        <DayField
          id="target-day"
          label={form.kind === 'level' ? said.by : said.agreeBy}
          value={form.kind === 'level' ? form.by : form.agreeBy}
          onChange={(day) => set(form.kind === 'level' ? { by: day } : { agreeBy: day })}
          fault={faultAt('target-day')}
        />
      )}
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={onCancel && cancel} />
    </>
  );
}
