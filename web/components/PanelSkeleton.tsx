import { Skeleton } from '@mantine/core';
import classes from './PanelSkeleton.module.css';

const LINES = ['92%', '100%', '84%', '96%', '58%'];

/** Stands where a panel's text will be. */
export function PanelSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <span className="sr-only">Loading</span>
      <Skeleton height={11} width={70} />
      <Skeleton height={20} width="80%" />
      <div className={classes.lines}>
        {LINES.map((width) => (
          <Skeleton key={width} height={10} width={width} />
        ))}
      </div>
      <Skeleton height={44} />
    </div>
  );
}
