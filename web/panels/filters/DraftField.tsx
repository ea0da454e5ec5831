import { TextInput } from '@mantine/core';
import { useId } from 'react';
import classes from './FilterSheet.module.css';
import { useDraft } from './use-draft.ts';

interface NumberFieldProps {
  label: string;
  value: number | null;
  least: number;
  most: number;
  onChange(value: number | null): void;
}

/** A whole number, or none; what is no such number changes nothing and is marked. */
export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const read = (text: string): number | null | undefined => {
    if (text.trim() === '') return null;
    const number = Number(text);
    return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };
  const draft = useDraft(value === null ? '' : String(value), (text) => {
    const next = read(text);
    if (next !== undefined && next !== value) onChange(next);
  });
  return (
    <TextInput
      size="xs"
      type="number"
      className={classes.field ?? ''}
      label={label}
      min={least}
      max={most}
      step={1}
      value={draft.text}
      error={read(draft.text) === undefined}
      onChange={(event) => draft.write(event.currentTarget.value)}
      onBlur={draft.settle}
      onKeyDown={(event) => event.key === 'Enter' && draft.settle()}
    />
  );
}

interface TextFieldProps {
  label: string;
  value: string | null;
  /** Characters. */
  most: number;
  /** To choose from. */
  known?: readonly string[];
  onChange(value: string | null): void;
}

/** Some words, or none. */
export function TextField({ label, value, most, known = [], onChange }: TextFieldProps) {
  const list = useId();
  const draft = useDraft(value ?? '', (text) => {
    const next = text.trim() || null;
    if (next !== value) onChange(next);
  });
  return (
    <div className={classes.field}>
      <TextInput
        size="xs"
        label={label}
        maxLength={most}
        list={known.length > 0 ? list : undefined}
        autoComplete="off"
        spellCheck={false}
        value={draft.text}
        onChange={(event) => draft.write(event.currentTarget.value)}
        onBlur={draft.settle}
        onKeyDown={(event) => event.key === 'Enter' && draft.settle()}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
