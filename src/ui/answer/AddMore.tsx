// What may be added to a level: how sure one is, a remark, own evidence. Folded, because only the level is required.
import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Confidence } from '../../assessment';
import { words } from '../../words';
import type { AnswerDraft, DraftFault } from './draft';

const said = words.answer;

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalXS} 0`,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  parts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
  },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  who: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  set: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    cursor: 'pointer',
  },
  radio: { width: '16px', height: '16px', margin: 0, accentColor: tokens.colorCompoundBrandForeground1 },
});

export interface AddMoreProps {
  readonly draft: AnswerDraft;
  readonly faults: readonly DraftFault[];
  /** Who will see it, and when. */
  readonly whoSees: string;
  readonly begunOpen: boolean;
  readonly change: (part: Partial<AnswerDraft>, how?: 'typing') => void;
  /** A field was left: what was typed need not wait. */
  readonly onLeave: () => void;
}

/** The folded part of the form. */
export function AddMore({ draft, faults, whoSees, begunOpen, change, onLeave }: AddMoreProps) {
  const styles = useStyles();
  return (
    <details open={begunOpen || undefined}>
      <summary className={styles.summary}>{said.addMore}</summary>
      <div className={styles.parts}>
        <p className={styles.note}>{said.optional}</p>
        {faults.some((fault) => fault.field === 'judgement') && <p role="status">{said.faults.level}</p>}
        <ConfidenceChoice value={draft.confidence} onChange={(confidence) => change({ confidence })} />
        <div className={styles.who}>
          <p className={styles.note}>{whoSees}</p>
          <p className={styles.note}>{said.who.known}</p>
          <p className={styles.note}>{said.who.law}</p>
        </div>
        <Field
          label={{ children: said.remark, weight: 'semibold' }}
          hint={said.remarkHint}
          {...problem(faults, 'remark')}
        >
          <Textarea
            resize="vertical"
            rows={4}
            value={draft.remark}
            onChange={(_, data) => change({ remark: data.value }, 'typing')}
            onBlur={onLeave}
          />
        </Field>
        <fieldset className={styles.set}>
          <legend className={styles.legend}>{said.evidence}</legend>
          <Field label={said.link} hint={said.linkHint} {...problem(faults, 'link')}>
            <Input
              type="url"
              value={draft.link}
              onChange={(_, data) => change({ link: data.value }, 'typing')}
              onBlur={onLeave}
            />
          </Field>
          <Field label={said.note} {...problem(faults, 'note')}>
            <Input value={draft.note} onChange={(_, data) => change({ note: data.value }, 'typing')} onBlur={onLeave} />
          </Field>
        </fieldset>
      </div>
    </details>
  );
}

function faultWords(fault: DraftFault): string {
  switch (fault.field) {
    case 'judgement':
      return said.faults.level;
    case 'remark':
      return said.faults.remark(fault.length, fault.most);
    case 'note':
      return said.faults.note(fault.length, fault.most);
    case 'link':
      return fault.kind === 'missing' ? said.faults.linkMissing : said.faults.link;
  }
}

/** What a Fluent field shows where its content cannot be saved; nothing where it can. */
function problem(faults: readonly DraftFault[], field: DraftFault['field']) {
  const fault = faults.find((candidate) => candidate.field === field);
  return fault ? ({ validationState: 'error', validationMessage: faultWords(fault) } as const) : {};
}

const choices: readonly (Confidence | null)[] = ['low', 'medium', 'high', null];

function ConfidenceChoice(props: {
  readonly value: Confidence | null;
  readonly onChange: (confidence: Confidence | null) => void;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{said.confidence}</legend>
      {choices.map((choice) => (
        <label key={choice ?? 'none'} className={styles.choice}>
          <input
            type="radio"
            className={styles.radio}
            name={id}
            checked={props.value === choice}
            onChange={() => props.onChange(choice)}
          />
          {choice === null ? said.notSaid : said.confidenceOf[choice]}
        </label>
      ))}
    </fieldset>
  );
}
