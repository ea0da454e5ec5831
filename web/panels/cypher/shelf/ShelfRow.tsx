import type { ReactNode } from 'react';
import { IconButton } from '../../../components/IconButton.tsx';
import classes from './Shelf.module.css';

interface Props {
  name: ReactNode;
  /** What it is called, where its name is long. */
  label: string;
  about?: ReactNode;
  /** The statement, which the pointer shows. */
  statement: string;
  code?: boolean;
  onTake(): void;
  onRun(): void;
  children?: ReactNode;
}

/** A statement of the shelf: taken into the editor by a click, run by its button. */
export function ShelfRow({ name, label, about, statement, code = false, onTake, onRun, children }: Props) {
  return (
    <li className={classes.row}>
      <button type="button" className={classes.take} title={statement} onClick={onTake}>
        <span className={code ? classes.code : classes.name}>{name}</span>
        {about && <span className={classes.about}>{about}</span>}
      </button>
      <span className={classes.actions}>
        <IconButton icon="play" label={`Run ${label}`} onClick={onRun} />
        {children}
      </span>
    </li>
  );
}
