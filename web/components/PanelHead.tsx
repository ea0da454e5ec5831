import { type ReactNode, useEffect, useRef } from 'react';
import { HEADING_ID, takeReading } from '../focus.ts';
import classes from './PanelHead.module.css';

interface Props {
  /** Over the name: what kind of thing this is. */
  kind: ReactNode;
  name: string;
  /** The name with something marked in it. */
  marked?: ReactNode;
  children?: ReactNode;
}

export function PanelHead({ kind, name, marked, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeReading()) heading.current?.focus();
  }, []);
  return (
    <header className={classes.head}>
      <div className={classes.kind}>{kind}</div>
      <h2 id={HEADING_ID} ref={heading} tabIndex={-1} className={classes.name}>
        {marked ?? name}
      </h2>
      {children}
    </header>
  );
}
