import classes from './ShareLine.module.css';
import { yearSpan } from './year-span.ts';

interface Props {
  years: readonly { year: number; papers: number }[];
  /** All papers there are, by year. */
  allYears: readonly { year: number; papers: number }[];
}

const HEIGHT = 30;

/** By year, which share of all papers these are: a line, gaps in it where there are no papers at all. */
export function ShareLine({ years, allYears }: Props) {
  const shown = yearSpan(years);
  if (!shown || shown.years < 2) return null;
  const { first, last, years: span } = shown;
  const papersOf = new Map(years.map(({ year, papers }) => [year, papers]));
  const shares = allYears
    .filter(({ year, papers }) => year >= first && year <= last && papers > 0)
    .map(({ year, papers }) => ({ year, share: (papersOf.get(year) ?? 0) / papers }))
    .sort((one, other) => one.year - other.year);
  if (shares.length < 2) return null;
  const most = Math.max(...shares.map(({ share }) => share), Number.MIN_VALUE);
  const peak = shares.find(({ share }) => share === most)!;
  const at = ({ year, share }: (typeof shares)[number]) =>
    `${(((year - first + 0.5) / span) * 100).toFixed(2)},${(HEIGHT - 2 - (share / most) * (HEIGHT - 5)).toFixed(2)}`;
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Share of all papers by year: ${shares.map(({ year, share }) => `${year}: ${percent(share)}`).join(', ')}`}
      >
        <polyline className={classes.line} points={shares.map(at).join(' ')} />
      </svg>
      <figcaption className={classes.caption}>
        Share of all papers, at most {percent(peak.share)} in {peak.year}
      </figcaption>
    </figure>
  );
}

const percent = (share: number): string =>
  `${share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`;
