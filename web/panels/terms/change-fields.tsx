import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { TERM_BOUNDS } from '../../../graph/contract.ts';
import { CONCEPT_KINDS, type ConceptKind } from '../../../graph/schema.ts';
import { count } from '../../components/words.ts';
import classes from './ChangeDialog.module.css';
import type { FieldsProps } from './drafted-change.ts';
import { quoted } from './term-words.ts';

/** Which forms leave; at least one stays. */
export function SplitFields({ terms: [term], onDraft }: FieldsProps) {
  const [forms, setForms] = useState<readonly string[]>([]);
  useEffect(() => {
    const fits = term && forms.length > 0 && forms.length < term.forms.length;
    onDraft(
      fits
        ? {
            label: `split ${quoted(forms)} off “${term.name}”`,
            changes: [{ action: 'split', concept: term.id, forms: [...forms] }],
          }
        : null,
    );
  }, [term, forms, onDraft]);
  if (!term) return null;
  return (
    <fieldset className={classes.choices}>
      <legend>Which forms of “{term.name}” are another term?</legend>
      {term.forms.map((form) => (
        <label key={form}>
          <input
            type="checkbox"
            checked={forms.includes(form)}
            onChange={(event) =>
              setForms(event.currentTarget.checked ? [...forms, form] : forms.filter((one) => one !== form))
            }
          />
          {form}
        </label>
      ))}
      {forms.length === term.forms.length && <p role="alert">At least one form has to stay.</p>}
    </fieldset>
  );
}

export function RenameFields({ terms: [term], onDraft }: FieldsProps) {
  const [name, setName] = useState(term?.name ?? '');
  useEffect(() => {
    const wanted = name.trim();
    const fits = term && wanted !== '' && wanted !== term.name;
    onDraft(
      fits
        ? {
            label: `rename “${term.name}” “${wanted}”`,
            changes: [{ action: 'rename', concept: term.id, name: wanted }],
          }
        : null,
    );
  }, [term, name, onDraft]);
  return (
    <TextInput
      size="xs"
      label="Name"
      description="Papers keep their own words; this is what the term is called here."
      maxLength={TERM_BOUNDS.formLength}
      value={name}
      data-autofocus
      onChange={(event) => setName(event.currentTarget.value)}
    />
  );
}

export function RetypeFields({ terms, onDraft }: FieldsProps) {
  const [kind, setKind] = useState<ConceptKind | null>(null);
  useEffect(() => {
    const changed = terms.filter((term) => term.kind !== kind);
    onDraft(
      kind && changed.length > 0
        ? {
            label: `make ${quoted(changed.map(({ name }) => name))} a ${kind}`,
            changes: changed.map(({ id }) => ({ action: 'retype', concept: id, kind })),
          }
        : null,
    );
  }, [terms, kind, onDraft]);
  return (
    <fieldset className={classes.choices}>
      <legend>
        {terms.length === 1 ? `“${terms[0]!.name}” is a ${terms[0]!.kind}. ` : ''}Of which kind is it?
      </legend>
      {CONCEPT_KINDS.map((one) => (
        <label key={one}>
          <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
          {one}
        </label>
      ))}
    </fieldset>
  );
}

export function StopFields({ terms, onDraft }: FieldsProps) {
  useEffect(() => {
    onDraft({
      label: `stop ${quoted(terms.map(({ name }) => name))}`,
      changes: terms.map(({ id }) => ({ action: 'stop', concept: id })),
    });
  }, [terms, onDraft]);
  return (
    <p>
      {count(terms.length, 'term')} will count as none: {quoted(terms.map(({ name }) => name))}. The papers
      stay as they are.
    </p>
  );
}
