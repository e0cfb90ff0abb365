// The form of an item, made from the list's columns: SharePoint's *New* and *Edit*.
import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type Column, changedFields, type Fields, inputOf, kindOf } from '../columns';
import { refusalInWords } from '../site';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface ItemFormProps {
  readonly columns: readonly Column[];
  readonly before: Fields;
  onSave(fields: Fields): Promise<void>;
  onCancel(): void;
}

/** Sends only what was changed. A refusal is shown, and what was typed stays. */
export function ItemForm({ columns, before, onSave, onCancel }: ItemFormProps) {
  const styles = useStyles();
  const [inputs, setInputs] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(columns.map((column) => [column.name, inputOf(column, before[column.name])])),
  );
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      await onSave(changedFields(columns, before, inputs));
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>Not saved. {problem}</MessageBarBody>
        </MessageBar>
      )}
      {columns.map((column) => (
        <ColumnInput
          key={column.name}
          column={column}
          value={inputs[column.name] ?? ''}
          onChange={(value) => setInputs((all) => ({ ...all, [column.name]: value }))}
        />
      ))}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary">
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

interface ColumnInputProps {
  readonly column: Column;
  readonly value: string;
  onChange(value: string): void;
}

const inputTypes = { line: 'text', number: 'number', date: 'date', dateTime: 'datetime-local' } as const;

function ColumnInput({ column, value, onChange }: ColumnInputProps) {
  const kind = kindOf(column);
  if (kind === 'boolean') {
    return (
      <Checkbox
        label={column.displayName}
        checked={value === 'true'}
        onChange={(_, data) => onChange(data.checked === true ? 'true' : '')}
      />
    );
  }
  return (
    <Field label={column.displayName} required={column.required === true}>
      {kind === 'choice' ? (
        <Select value={value} onChange={(_, data) => onChange(data.value)}>
          <option value="">–</option>
          {(column.choice?.choices ?? []).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      ) : kind === 'text' ? (
        <Textarea value={value} rows={4} resize="vertical" onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Input type={inputTypes[kind]} value={value} onChange={(_, data) => onChange(data.value)} />
      )}
    </Field>
  );
}
