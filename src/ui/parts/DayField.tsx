// A calendar day, in the browser's own date field.
import { Field, Input } from '@fluentui/react-components';
import { type Day, isDay } from '../../assessment';
import { fieldFault } from './fieldFault';

/** Stands for a day that was begun and is no day, so that it is refused instead of being taken for none. */
export const unfinishedDay: Day = 'unfinished';

export interface DayFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Day;
  /** Empty for no day; `unfinishedDay` for one that is none. */
  readonly onChange: (day: Day) => void;
  readonly fault?: string | undefined;
}

/** A field for a day, `yyyy-mm-dd`, or empty. */
export function DayField({ id, label, hint, value, onChange, fault }: DayFieldProps) {
  const take = (input: HTMLInputElement) => {
    const day = input.validity.badInput ? unfinishedDay : input.value;
    if (day !== value) onChange(day);
  };
  return (
    <Field label={label} hint={hint ?? null} {...fieldFault(fault)}>
      <Input
        {...(id !== undefined && { id })}
        type="date"
        value={isDay(value) ? value : ''}
        onChange={(event) => take(event.target)}
        onBlur={(event) => take(event.target)}
      />
    </Field>
  );
}
