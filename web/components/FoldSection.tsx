import { type ReactNode, useId } from 'react';
import { useFolds } from '../state/folds.ts';
import classes from './FoldSection.module.css';
import { Icon } from './icons.tsx';

interface Props {
  /** By which it is remembered whether it is open. */
  name: string;
  title: string;
  /** Stands at the end of the heading: a count. */
  aside?: ReactNode;
  /** Whether it is open until the user says otherwise. */
  open?: boolean;
  children: ReactNode;
}

/** A part of a panel that folds away under its heading. */
export function FoldSection({ name, title, aside, open = false, children }: Props) {
  const id = useId();
  const { open: chosen, fold } = useFolds();
  const isOpen = chosen[name] ?? open;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h3 className={classes.heading}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => fold(name, !isOpen)}
        >
          <span className={classes.arrow}>
            <Icon name="chevron" size={12} />
          </span>
          <span id={id}>{title}</span>
          {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        </button>
      </h3>
      {isOpen && <div className={classes.content}>{children}</div>}
    </section>
  );
}
