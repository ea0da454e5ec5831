import type { ReactNode } from 'react';
import type { NodeKind } from '../../../graph/contract.ts';
import classes from './FilterSheet.module.css';

interface Option<Value extends string> {
  value: Value;
  name: string;
  lead?: ReactNode;
  kind?: NodeKind;
}

interface Props<Value extends string> {
  label: string;
  options: readonly Option<Value>[];
  /** Those that are hidden. */
  off: ReadonlySet<Value>;
  onToggle(value: Value): void;
  /** Under them. */
  note?: string | undefined;
}

/** Names that are shown or hidden, each by itself. */
export function ToggleGroup<Value extends string>({ label, options, off, onToggle, note }: Props<Value>) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{label}</legend>
      <div className={classes.toggles}>
        {options.map(({ value, name, lead, kind }) => (
          <button
            key={value}
            type="button"
            className={classes.toggle}
            data-kind={kind}
            aria-pressed={!off.has(value)}
            onClick={() => onToggle(value)}
          >
            {lead}
            {name}
          </button>
        ))}
      </div>
      {note !== undefined && <p className={classes.note}>{note}</p>}
    </fieldset>
  );
}
