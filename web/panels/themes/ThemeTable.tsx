import { type ReactNode, useState } from 'react';
import type { MappedTheme, Themes } from '../../../graph/contract.ts';
import type { Algorithm } from '../../../graph/schema.ts';
import { decimals, figure } from '../../components/figures.ts';
import { StabilityMeter } from '../../components/StabilityMeter.tsx';
import { ThemeLink } from '../../components/ThemeLink.tsx';
import { useSelection } from '../../state/selection.ts';
import { ALGORITHM_NAMES, otherAlgorithm } from './algorithms.ts';
import { QUADRANT_WORDS } from './quadrants.ts';
import classes from './ThemeTable.module.css';
import { LARGEST_FIRST, nextOrder, orderThemes, type ThemeColumn } from './theme-order.ts';

interface Props {
  themes: Themes['themes'];
  algorithm: Algorithm | null;
  pointed: string | null;
  onPoint(theme: string | null): void;
}

/** The same as the strategic map, in figures; any column sorts. */
export function ThemeTable({ themes, algorithm, pointed, onPoint }: Props) {
  const [order, setOrder] = useState(LARGEST_FIRST);
  const selected = useSelection(({ current }) => (current?.type === 'theme' ? current.id : null));
  const [own, other] = algorithm ? [algorithm, otherAlgorithm(algorithm)] : [null, null];

  const heading = (column: ThemeColumn, name: ReactNode) => {
    const sorted = order.column === column;
    return (
      <th scope="col" aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}>
        <button type="button" className={classes.sort} onClick={() => setOrder(nextOrder(order, column))}>
          {name}
          <span aria-hidden="true" className={classes.arrow}>
            {sorted ? (order.descending ? '↓' : '↑') : ''}
          </span>
        </button>
      </th>
    );
  };

  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <caption className="sr-only">Themes; the headings sort</caption>
        <thead>
          <tr>
            {heading('label', 'Theme')}
            {heading('size', 'Concepts')}
            {heading('paperCount', 'Papers')}
            {heading('stability', <Stability algorithm={own} />)}
            {heading('otherStability', <Stability algorithm={other} />)}
            {heading('centrality', 'Centrality')}
            {heading('density', 'Density')}
            {heading('quadrant', 'Quadrant')}
          </tr>
        </thead>
        <tbody>
          {orderThemes(themes, order).map((theme) => (
            <tr
              key={theme.id}
              data-pointed={theme.id === pointed || undefined}
              data-selected={theme.id === selected || undefined}
              onPointerEnter={() => onPoint(theme.id)}
              onPointerLeave={() => onPoint(null)}
            >
              <th scope="row">
                <ThemeLink theme={theme} />
              </th>
              <td>{theme.size.toLocaleString('en')}</td>
              <td>{theme.paperCount.toLocaleString('en')}</td>
              <td>
                <Steadiness value={theme.stability} />
              </td>
              <td>
                <Steadiness value={theme.otherStability} />
              </td>
              <td>{measured(theme.centrality)}</td>
              <td>{measured(theme.density)}</td>
              <td className={classes.words}>{theme.quadrant ? QUADRANT_WORDS[theme.quadrant].name : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const measured = (value: MappedTheme['centrality']) => (value === null ? '–' : figure(value));

function Stability({ algorithm }: { algorithm: Algorithm | null }) {
  return (
    <span>
      Stability{' '}
      <span className={classes.by}>
        {algorithm ? `by ${ALGORITHM_NAMES[algorithm]}` : 'by the other algorithm'}
      </span>
    </span>
  );
}

function Steadiness({ value }: { value: number | null }) {
  if (value === null) return '–';
  return (
    <span className={classes.stability}>
      <StabilityMeter value={value} />
      <span>{decimals(value, 2)}</span>
    </span>
  );
}
