import type { ReactNode } from 'react';
import classes from './PanelHead.module.css';

interface Props {
  /** Over the name: what kind of thing this is. */
  kind: ReactNode;
  name: string;
  children?: ReactNode;
}

export function PanelHead({ kind, name, children }: Props) {
  return (
    <header className={classes.head}>
      <div className={classes.kind}>{kind}</div>
      <h2 className={classes.name}>{name}</h2>
      {children}
    </header>
  );
}
