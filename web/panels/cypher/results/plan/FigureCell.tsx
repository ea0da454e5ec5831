import { figure } from '../../../../components/figures.ts';
import { duration } from '../../../../components/words.ts';
import classes from './PlanTree.module.css';
import type { PlanFigure } from './plan-rows.ts';

interface Props {
  name: PlanFigure;
  /** Null where the engine says nothing of this step. */
  value: number | null;
  /** The largest of all steps. */
  most: number;
}

/** Below what `duration` tells apart. */
const LEAST = 0.05;
const timeOf = (value: number): string => (value > 0 && value < LEAST ? '< 0.1 ms' : duration(value));

/** A figure with a bar as long as its share of the largest. */
export function FigureCell({ name, value, most }: Props) {
  if (value === null) {
    return (
      <td data-figures>
        <span className={classes.unknown}>–</span>
        <span className="sr-only">not told</span>
      </td>
    );
  }
  const share = most > 0 ? value / most : 0;
  return (
    <td data-figures data-guess={name === 'estimatedRows' || undefined}>
      <span>{name === 'milliseconds' ? timeOf(value) : figure(value)}</span>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </td>
  );
}
