import type { MouseEvent, ReactNode } from 'react';
import classes from './RowButton.module.css';

interface Props {
  /** Left of the name: a shape, a colour. */
  lead?: ReactNode;
  name: ReactNode;
  /** Right of the name: a count, a bar. */
  tail?: ReactNode;
  /** Under the name. */
  note?: ReactNode;
  current?: boolean;
  pressed?: boolean;
  onClick(event: MouseEvent): void;
}

/** One line of a list that opens what it names. */
export function RowButton({ lead, name, tail, note, current, pressed, onClick }: Props) {
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={current || undefined}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {lead !== undefined && <span className={classes.lead}>{lead}</span>}
      <span className={classes.name}>
        {name}
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </span>
      {tail !== undefined && <span className={classes.tail}>{tail}</span>}
    </button>
  );
}
