import type { ReactNode } from 'react';
import classes from './IconText.module.css';

/** A text that begins with a shape or a colour, which never stands alone at the end of a line. */
export function IconText({ icon, children: text }: { icon: ReactNode; children: string }) {
  const end = text.indexOf(' ');
  const first = end < 0 ? text : text.slice(0, end);
  return (
    <>
      <span className={classes.first}>
        <span className={classes.icon}>{icon}</span>
        {first}
      </span>
      {end < 0 ? '' : text.slice(end)}
    </>
  );
}
