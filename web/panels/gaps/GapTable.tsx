import { Fragment, type RefObject } from 'react';
import type { GapSummary } from '../../../graph/contract.ts';
import { useRowFocus } from '../../components/use-row-focus.ts';
import { openTarget } from '../../navigation.ts';
import { useSelection } from '../../state/selection.ts';
import { GapRow } from './GapRow.tsx';
import classes from './GapTable.module.css';

/** Pixels, of a title on one line. */
const ROW = 34;

interface Props {
  gaps: readonly GapSummary[];
  /** The best score of the whole list. */
  highest: number;
  scroller: RefObject<HTMLElement | null>;
}

/** Gaps by rank; only those in sight are in the page. One of them can be tabbed to, arrow keys lead to the others. */
export function GapTable({ gaps, highest, scroller }: Props) {
  const selected = useSelection(({ current }) => (current?.type === 'gap' ? current.id : null));
  const counted = gaps.some(({ observed, expected }) => observed !== null && expected !== null);

  const { table, shown, below, measure, active, setActive, move } = useRowFocus({
    count: gaps.length,
    idOf: (index) => gaps[index]!.id,
    height: ROW,
    opener: 'button',
    scroller,
  });

  return (
    <table {...table} className={classes.table} aria-rowcount={gaps.length + 1} onKeyDown={move}>
      <caption className="sr-only">Gaps by rank; arrow keys go from one to the next</caption>
      <thead>
        <tr>
          <th scope="col" className={classes.rank}>
            <span aria-hidden="true">#</span>
            <span className="sr-only">Rank</span>
          </th>
          <th scope="col">Gap</th>
          <th scope="col" className={classes.score}>
            Score
          </th>
          {counted && (
            <th scope="col" className={classes.counts}>
              Seen of expected
            </th>
          )}
          <th scope="col" className={classes.verdict}>
            <span className="sr-only">Kept or dismissed</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ index, gap }) => (
          <Fragment key={gaps[index]!.id}>
            {gap > 0 && <Spacer height={gap} />}
            <GapRow
              ref={measure}
              gap={gaps[index]!}
              index={index}
              highest={highest}
              counted={counted}
              tabbable={index === active}
              selected={gaps[index]!.id === selected}
              onOpen={() => {
                setActive(index);
                openTarget({ type: 'gap', id: gaps[index]!.id });
              }}
            />
          </Fragment>
        ))}
        {below > 0 && <Spacer height={below} />}
      </tbody>
    </table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td className={classes.spacer} style={{ height }} colSpan={5} />
    </tr>
  );
}
