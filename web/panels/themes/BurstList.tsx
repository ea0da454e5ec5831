import type { ThemeDetail } from '../../../graph/contract.ts';
import { ConceptRow } from '../../components/ConceptRow.tsx';
import { yearSpan } from '../../components/year-span.ts';
import classes from './dossier.module.css';

/** When its concepts were named far more than before; the bars stand under the years of the chart above. */
export function BurstList({ years, bursts }: Pick<ThemeDetail, 'years' | 'bursts'>) {
  const span = yearSpan(years);
  if (!span || bursts.length === 0) return null;
  const place = (year: number) => ((Math.max(year, span.first) - span.first) / span.years) * 100;
  return (
    <>
      <h4 className={classes.sub}>Bursts</h4>
      <ul className="plain">
        {bursts.map(({ concept, from, to, ongoing }) => (
          <li key={`${concept.id} ${from}`}>
            <ConceptRow
              concept={concept}
              tail={ongoing ? `since ${from}` : from === to ? from : `${from} to ${to}`}
            />
            <svg
              className={classes.burst}
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect className={classes.track} width="100" height="4" />
              <rect
                className={classes.bar}
                x={place(from)}
                width={Math.max(1, place(to + 1) - place(from))}
                height="4"
              />
            </svg>
          </li>
        ))}
      </ul>
    </>
  );
}
