import classes from './YearChart.module.css';
import { yearSpan } from './year-span.ts';

const HEIGHT = 44;

interface Props {
  years: readonly { year: number; papers: number }[];
}

/** Papers by year, as columns; years without one are gaps. */
export function YearChart({ years }: Props) {
  const shown = yearSpan(years);
  if (!shown) return <p className={classes.none}>No paper here carries a year.</p>;
  const { first, last, years: span } = shown;
  const sorted = [...years].sort((one, other) => one.year - other.year);
  const most = Math.max(...sorted.map(({ papers }) => papers));
  const summary = sorted.map(({ year, papers }) => `${year}: ${papers}`).join(', ');
  const width = Math.min(10, 90 / span);
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Papers by year: ${summary}`}
      >
        {sorted
          .filter(({ year }) => year >= first)
          .map(({ year, papers }) => {
            const height = Math.max(2, (papers / most) * (HEIGHT - 4));
            const middle = ((year - first + 0.5) / span) * 100;
            return (
              <rect
                key={year}
                className={classes.column}
                x={middle - width / 2}
                y={HEIGHT - height}
                width={width}
                height={height}
              >
                <title>{`${year}: ${papers}`}</title>
              </rect>
            );
          })}
      </svg>
      <figcaption className={classes.axis}>
        <span>{first}</span>
        <span>{most === 1 ? 'up to 1 paper a year' : `up to ${most} papers a year`}</span>
        {span > 1 && <span>{last}</span>}
      </figcaption>
    </figure>
  );
}
