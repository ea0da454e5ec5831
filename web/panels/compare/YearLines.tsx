import { shorten } from '../../components/words.ts';
import classes from './compare.module.css';
import { yearLines } from './year-lines.ts';

const HEIGHT = 56;
const NAME_LENGTH = 32;

interface Line {
  name: string;
  years: readonly { year: number; papers: number }[];
}

const inWords = ({ name, years }: Line) =>
  `${name}: ${years.map(({ year, papers }) => `${year} ${papers}`).join(', ') || 'no paper with a year'}`;

/** Papers by year of two things: the one as a whole line, the other as a dashed one. */
export function YearLines({ one, other }: { one: Line; other: Line }) {
  const lines = yearLines(one.years, other.years, HEIGHT);
  if (!lines) return null;
  const { span, most } = lines;
  return (
    <figure className={classes.lines}>
      <svg
        viewBox={`0 -2 ${Math.max(1, span.years - 1)} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Papers by year. ${inWords(one)}. ${inWords(other)}`}
      >
        <polyline className={classes.one} points={lines.one} />
        <polyline className={classes.other} points={lines.other} />
      </svg>
      <figcaption className={classes.axis}>
        <span>{span.first}</span>
        <span>{most === 1 ? 'up to 1 paper a year' : `up to ${most} papers a year`}</span>
        <span>{span.last}</span>
      </figcaption>
      <ul className={`plain ${classes.key}`}>
        {[one, other].map(({ name }, i) => (
          <li key={i === 0 ? 'one' : 'other'}>
            <svg width="22" height="6" aria-hidden="true">
              <line x1="0" y1="3" x2="22" y2="3" className={i === 0 ? classes.one : classes.other} />
            </svg>
            {shorten(name, NAME_LENGTH)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
