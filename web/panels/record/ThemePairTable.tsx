import type { TrackRecord } from '../../../graph/contract.ts';
import { decimals, span } from '../../components/figures.ts';
import { count } from '../../components/words.ts';
import classes from './RecordTable.module.css';
import { verdictOf } from './record-words.ts';

const VERDICTS = {
  more: 'closed faster',
  less: 'closed more slowly',
  unclear: 'no difference shown',
} as const;

/** Of fewer flagged pairs an interval would look like a finding. */
const ENOUGH_PAIRS = 10;

/** Whether theme pairs that were flagged have closed faster than others. */
export function ThemePairTable({ rows }: { rows: TrackRecord['themePairs'] }) {
  if (rows.length === 0)
    return <p className={classes.none}>The back-test had too few theme pairs to say anything of them.</p>;
  const sorted = [...rows].sort((one, other) => one.horizon - other.horizon || one.year - other.year);
  return (
    <>
      <p className={classes.lead}>
        Whether theme pairs that were flagged as gaps then grew together faster than pairs of their size that
        were not: mean growth of log2 of seen over expected, flagged less others. Flagged pairs were short of
        links to begin with, so part of a difference is chance evening out.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className={classes.scroller} tabIndex={0} aria-label="Figures of theme pairs">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Up to, and then</th>
              <th scope="col">Flagged</th>
              <th scope="col">Others</th>
              <th scope="col">Difference</th>
              <th scope="col">95 % interval</th>
              <th scope="col">The flagged ones</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ year, horizon, flagged, matched, difference, interval }) => (
              <tr key={`${year} ${horizon}`}>
                <th scope="row">
                  {year}, {count(horizon, 'year')}
                </th>
                <td>{flagged}</td>
                <td>{matched}</td>
                <td>{decimals(difference, 2)}</td>
                <td>{flagged < ENOUGH_PAIRS ? '–' : span(interval, 2)}</td>
                <td>{flagged < ENOUGH_PAIRS ? 'too few to say' : VERDICTS[verdictOf(interval)]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
