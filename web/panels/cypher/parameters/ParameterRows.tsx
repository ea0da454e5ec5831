import { type ClipboardEvent, useId, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { IconButton } from '../../../components/IconButton.tsx';
import { Icon } from '../../../components/icons.tsx';
import { useConsole } from '../../../state/console.ts';
import {
  joinRows,
  PARAMETER_BOUNDS,
  PARAMETER_KINDS,
  type ParameterKind,
  type ParameterRow,
  pastedRows,
  problemOf,
} from '../../../state/console-parameters.ts';
import { parametersIn } from '../text/statements.ts';
import classes from './ParameterRows.module.css';

const KIND_NAMES: Readonly<Record<ParameterKind, string>> = {
  text: 'text',
  whole: 'whole number',
  number: 'number',
  truth: 'yes or no',
  json: 'list or map',
  date: 'date',
  datetime: 'date and time',
  nothing: 'nothing',
};
const EXAMPLES: Readonly<Record<ParameterKind, string>> = {
  text: 'any text',
  whole: '2020',
  number: '0.5',
  truth: 'yes',
  json: '["a", "b"]',
  date: '2024-01-31',
  datetime: '2024-01-31T18:30:00Z',
  nothing: '',
};

/** What the statement's `$names` stand for. */
export function ParameterRows() {
  const rows = useConsole((state) => state.rows);
  const setRows = useConsole((state) => state.setRows);
  const asked = useConsole(useShallow(({ statement }) => parametersIn(statement)));
  /** The row that is being written is not folded away under the keyboard. */
  const [written, setWritten] = useState<number | null>(null);
  const idle = rows.filter(({ name }, i) => name !== '' && i !== written && !asked.includes(name));
  const missing = asked.filter((name) => !rows.some((row) => row.name === name));
  const add = (name: string) => setRows(joinRows(rows, [{ name, kind: 'text', text: '' }]));

  function paste(event: ClipboardEvent) {
    const pasted = pastedRows(event.clipboardData.getData('text'));
    if (!pasted) return;
    event.preventDefault();
    setRows(
      joinRows(
        rows.filter(({ name }) => name !== ''),
        pasted,
      ),
    );
  }

  return (
    <section className={classes.parameters} aria-label="Parameters" onPaste={paste}>
      <header className={classes.head}>
        <h3>Parameters</h3>
        {missing.map((name) => (
          <button key={name} type="button" className={classes.missing} onClick={() => add(name)}>
            <Icon name="plus" size={11} /> ${name}
          </button>
        ))}
        {rows.length < PARAMETER_BOUNDS.rows && (
          <button type="button" className={classes.add} onClick={() => add('')}>
            Add
          </button>
        )}
        {rows.length === 0 && missing.length === 0 && (
          <span className={classes.hint}>or paste a JSON object</span>
        )}
      </header>
      {rows.length > 0 && (
        <ul className={`plain ${classes.rows}`}>
          {rows.map(
            (row, index) =>
              idle.includes(row) || (
                <Row
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name while it is written.
                  key={index}
                  row={row}
                  problem={problemOf(row, rows)}
                  used={asked.includes(row.name)}
                  onChange={(changed) => setRows(rows.map((other, i) => (i === index ? changed : other)))}
                  onWrite={(writes) => setWritten(writes ? index : null)}
                  onRemove={() => setRows(rows.filter((_, i) => i !== index))}
                />
              ),
          )}
        </ul>
      )}
      {idle.length > 0 && (
        <p className={classes.idle} title={idle.map(({ name }) => `$${name}`).join(', ')}>
          {idle.length} not used
          <button
            type="button"
            className={classes.add}
            aria-label={`Remove ${idle.length === 1 ? 'the one' : `the ${idle.length}`} not used`}
            onClick={() => setRows(rows.filter((row) => !idle.includes(row)))}
          >
            Remove
          </button>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  row: ParameterRow;
  problem: string | null;
  used: boolean;
  onChange(row: ParameterRow): void;
  onWrite(writes: boolean): void;
  onRemove(): void;
}

function Row({ row, problem, used, onChange, onWrite, onRemove }: RowProps) {
  const id = useId();
  const { name, kind, text } = row;
  const said = problem ?? (used ? null : 'The statement does not use it.');
  return (
    <li
      className={classes.row}
      onFocus={() => onWrite(true)}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || onWrite(false)}
    >
      <span className={classes.dollar} aria-hidden="true">
        $
      </span>
      <input
        className={classes.name}
        aria-label="Name of the parameter"
        value={name}
        maxLength={PARAMETER_BOUNDS.name}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value.replace(/^\$/, '') })}
      />
      <select
        aria-label={`Type of ${name}`}
        value={kind}
        onChange={(event) => {
          const chosen = PARAMETER_KINDS.find((other) => other === event.currentTarget.value);
          if (chosen) onChange({ ...row, kind: chosen });
        }}
      >
        {PARAMETER_KINDS.map((other) => (
          <option key={other} value={other}>
            {KIND_NAMES[other]}
          </option>
        ))}
      </select>
      <input
        className={classes.value}
        aria-label={`Value of ${name}`}
        aria-invalid={problem !== null}
        aria-describedby={said ? id : undefined}
        value={kind === 'nothing' ? '' : text}
        placeholder={EXAMPLES[kind]}
        disabled={kind === 'nothing'}
        maxLength={PARAMETER_BOUNDS.text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange({ ...row, text: event.currentTarget.value })}
      />
      <IconButton icon="close" label={`Remove ${name || 'the parameter'}`} onClick={onRemove} />
      {said && (
        <p id={id} className={classes.said} data-problem={problem !== null || undefined}>
          {said}
        </p>
      )}
    </li>
  );
}
