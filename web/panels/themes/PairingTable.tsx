import type { CSSProperties } from 'react';
import type { ThemeDetail } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { TargetLink } from '../../components/TargetLink.tsx';
import { count } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { useServer } from '../../state/host.ts';
import { pairTarget } from '../../state/selection.ts';
import classes from './PairingTable.module.css';

/** How strong a cell is at most, in percent of the theme's colour; text on it stays readable. */
const STRONGEST = 42;

/** Methods by datasets: in how many of the theme's papers they stand together. */
export function PairingTable({ pairings }: { pairings: ThemeDetail['pairings'] }) {
  const { rows, columns, papers } = pairings;
  const most = Math.max(0, ...papers.flat());
  const whole = useServer();
  if (most === 0) return null;
  return (
    <FoldSection
      name="theme:pairings"
      title="Methods by datasets"
      aside={`${rows.length} × ${columns.length}`}
    >
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className="sr-only">Papers of the theme that have the method and the dataset</caption>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.id} scope="col" title={column.name}>
                  <span>{column.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id}>
                <th scope="row">
                  <TargetLink target={{ type: 'concept', id: row.id }} kind={row.kind} onOpen={openTarget}>
                    {row.name}
                  </TargetLink>
                </th>
                {columns.map((column, j) => {
                  const together = papers[i]?.[j] ?? 0;
                  const share = `${Math.round((together / most) * STRONGEST)}%`;
                  return (
                    <td key={column.id} style={{ '--share': share } as CSSProperties}>
                      {together > 0 && !whole && together}
                      {together > 0 && whole && (
                        <button
                          type="button"
                          aria-label={`${row.name} and ${column.name}: ${count(together, 'paper')}`}
                          onClick={() => openTarget(pairTarget(row.id, column.id))}
                        >
                          {together}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FoldSection>
  );
}
