// An earlier result to compare with: none, one brought forward from an assessment made here, or one typed in.
import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { keyAreaOf, levelName, levels } from '../../framework';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { FaultMessage } from '../parts/FaultMessage';
import { Group } from '../parts/Group';
import { Loading } from '../parts/Loading';
import { earlierPlace, places } from './faultTexts';
import { emptyResult, type OpenForm, type TypedResult } from './openForm';
import type { Previous } from './previous';

const said = words.open.earlier;

const useStyles = makeStyles({
  typed: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

export interface EarlierGroupProps {
  readonly form: OpenForm;
  readonly change: (change: (before: OpenForm) => OpenForm) => void;
  readonly previous: Previous;
  readonly faultAt: (place: string) => string | undefined;
}

/** The group of choices, with what the chosen one needs. */
export function EarlierGroup({ form, change, previous, faultAt }: EarlierGroupProps) {
  return (
    <Group id={places.earlier} legend={said.heading} fault={faultAt(places.earlier)}>
      <RadioGroup
        aria-label={said.heading}
        value={form.earlier}
        onChange={(_, { value }) => {
          if (value === 'none' || value === 'previous' || value === 'typed')
            change((before) => ({ ...before, earlier: value }));
        }}
      >
        <Radio value="none" label={said.none} />
        <Radio value="previous" label={said.previous} />
        <Radio value="typed" label={said.typed} />
      </RadioGroup>
      {form.earlier === 'previous' && (
        <PreviousChoice
          previous={previous}
          chosen={form.previousId}
          onChoose={(previousId) => change((before) => ({ ...before, previousId }))}
        />
      )}
      {form.earlier === 'typed' && <TypedResults form={form} change={change} faultAt={faultAt} />}
    </Group>
  );
}

interface PreviousChoiceProps {
  readonly previous: Previous;
  readonly chosen: string | null;
  readonly onChoose: (assessmentId: string) => void;
}

function PreviousChoice({ previous, chosen, onChoose }: PreviousChoiceProps) {
  const { framework } = useWorkplace();
  if (previous.fault) return <FaultMessage fault={previous.fault} what={said.failed} onRetry={previous.retry} />;
  if (previous.found === null) return <Loading what={said.reading} onRetry={previous.retry} />;
  if (previous.found.length === 0) return <span>{said.noPrevious}</span>;
  return (
    <Field label={said.whichPrevious}>
      <RadioGroup value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)}>
        {previous.found.map(({ assessment, earlier }) => (
          <Radio
            key={assessment.id}
            value={assessment.id}
            label={
              <>
                {assessment.title}
                <br />
                {said.summary(
                  earlier.map(({ keyAreaId, level }) =>
                    said.part(keyAreaOf(framework, keyAreaId)?.title ?? keyAreaId, levelName(framework, level)),
                  ),
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

function TypedResults({ form, change, faultAt }: Pick<EarlierGroupProps, 'form' | 'change' | 'faultAt'>) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const set = (keyAreaId: string, part: Partial<TypedResult>) =>
    change((before) => ({
      ...before,
      typed: { ...before.typed, [keyAreaId]: { ...(before.typed[keyAreaId] ?? emptyResult), ...part } },
    }));
  return (
    <div className={styles.typed}>
      <span>{said.typedHint}</span>
      {framework.theme.keyAreas
        .filter((area) => form.keyAreaIds.includes(area.id))
        .map((area) => {
          const typed = form.typed[area.id] ?? emptyResult;
          return (
            <Group
              key={area.id}
              small
              id={earlierPlace(area.id)}
              legend={area.title}
              fault={faultAt(earlierPlace(area.id))}
            >
              <div className={styles.fields}>
                <Field label={said.level}>
                  <Select
                    value={typed.level ?? ''}
                    onChange={(_, { value }) =>
                      set(area.id, { level: levels.find((level) => String(level) === value) ?? null })
                    }
                  >
                    <option value="">{said.noLevel}</option>
                    {levels.map((level) => (
                      <option key={level} value={level}>
                        {levelName(framework, level)}
                      </option>
                    ))}
                  </Select>
                </Field>
                <DayField label={said.date} value={typed.date} onChange={(date) => set(area.id, { date })} />
                <Field label={said.source} hint={said.sourceHint}>
                  <Input value={typed.source} onChange={(_, { value }) => set(area.id, { source: value })} />
                </Field>
              </div>
            </Group>
          );
        })}
    </div>
  );
}
