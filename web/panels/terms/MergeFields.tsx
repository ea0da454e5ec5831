import { TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { type ConceptChange, TERM_BOUNDS } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import type { MarkedTerm } from '../../state/term-bench.ts';
import classes from './ChangeDialog.module.css';
import type { FieldsProps } from './drafted-change.ts';
import { quoted } from './term-words.ts';
import { useTermSearch } from './use-terms.ts';

const byPapers = (a: MarkedTerm, b: MarkedTerm) => b.paperCount - a.paperCount;

/** Which of the terms, or which other one, they all become, and what that is called. */
export function MergeFields({ terms, onDraft }: FieldsProps) {
  const [others, setOthers] = useState<readonly MarkedTerm[]>([]);
  const choices = [...terms.toSorted(byPapers), ...others];
  const [into, setInto] = useState(terms.length > 1 ? (choices[0]?.id ?? null) : null);
  const target = choices.find(({ id }) => id === into);
  const [name, setName] = useState('');
  useEffect(() => {
    if (!target) return onDraft(null);
    const merged = terms.filter(({ id }) => id !== target.id);
    if (merged.length === 0) return onDraft(null);
    const called = name.trim();
    const changes: ConceptChange[] = [
      { action: 'merge', concepts: merged.map(({ id }) => id), into: target.id },
    ];
    if (called !== '' && called !== target.name)
      changes.push({ action: 'rename', concept: target.id, name: called });
    onDraft({
      label: `merge ${quoted(merged.map((one) => one.name))} into “${called || target.name}”`,
      changes,
    });
  }, [terms, target, name, onDraft]);

  function choose(term: MarkedTerm) {
    if (!choices.some(({ id }) => id === term.id)) setOthers([...others, term]);
    setInto(term.id);
  }
  return (
    <>
      <fieldset className={classes.choices}>
        <legend>Merge into which?</legend>
        {choices.map((term) => (
          <label key={term.id}>
            <input type="radio" name="into" checked={into === term.id} onChange={() => setInto(term.id)} />
            {term.name}
            <span className={classes.quiet}>
              {term.kind}, {count(term.paperCount, 'paper')}
            </span>
          </label>
        ))}
      </fieldset>
      <OtherTerm known={choices} onChoose={choose} />
      <TextInput
        size="xs"
        label="Called"
        placeholder={target?.name ?? 'as it is'}
        maxLength={TERM_BOUNDS.formLength}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </>
  );
}

/** A term that is not marked, by its words. */
function OtherTerm({ known, onChoose }: { known: readonly MarkedTerm[]; onChoose(term: MarkedTerm): void }) {
  const [words, setWords] = useState('');
  const { data } = useTermSearch(words);
  const list = useId();
  const ids = new Set(known.map(({ id }) => id));
  const found = (words.trim().length > 1 ? (data?.terms ?? []) : []).filter(({ id }) => !ids.has(id));
  return (
    <div>
      <TextInput
        size="xs"
        type="search"
        label="Or into another term"
        placeholder="Find a term by any of its forms"
        value={words}
        aria-controls={list}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul id={list} className={classes.found}>
        {found.map(({ id, name, kind, paperCount, aliases }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                setWords('');
                onChoose({ id, name, kind, paperCount, forms: [name, ...aliases.map(({ form }) => form)] });
              }}
            >
              {name}
              <span className={classes.quiet}>
                {kind}, {count(paperCount, 'paper')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
