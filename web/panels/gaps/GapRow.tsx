import type { Ref } from 'react';
import type { GapSummary } from '../../../graph/contract.ts';
import { decimals, decimalsFor, figure } from '../../components/figures.ts';
import { Icon } from '../../components/icons.tsx';
import { KindIcon } from '../../components/KindIcon.tsx';
import { Meter } from '../../components/Meter.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import classes from './GapTable.module.css';

interface Props {
  gap: GapSummary;
  index: number;
  /** The best score of the whole list. */
  highest: number;
  /** Whether gaps of this list have something seen and expected. */
  counted: boolean;
  tabbable: boolean;
  selected: boolean;
  onOpen(): void;
  ref: Ref<HTMLTableRowElement>;
}

export function GapRow({ gap, index, highest, counted, tabbable, selected, onOpen, ref }: Props) {
  const share = highest > 0 ? gap.score / highest : 0;
  return (
    // The button in the row does the same by keys.
    <tr
      ref={ref}
      className={classes.row}
      data-index={index}
      data-verdict={gap.verdict ?? undefined}
      data-selected={selected || undefined}
      aria-rowindex={index + 2}
      onClick={onOpen}
    >
      <td className={classes.rank}>{gap.rank.toLocaleString('en')}</td>
      <th scope="row">
        <button
          type="button"
          className={classes.open}
          tabIndex={tabbable ? 0 : -1}
          aria-current={selected || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
        >
          <Title gap={gap} />
        </button>
        {gap.note && <span className={classes.note}>{gap.note}</span>}
      </th>
      <td className={classes.score}>
        <span className={classes.bar}>
          <Meter value={share} label="Score beside the best of the list" />
          <span className={classes.number}>{decimals(gap.score, decimalsFor(highest))}</span>
        </span>
      </td>
      {counted && (
        <td className={classes.counts}>
          {gap.observed === null || gap.expected === null
            ? '–'
            : `${figure(gap.observed)} of ${figure(gap.expected)}`}
        </td>
      )}
      <td className={classes.verdict}>
        {gap.verdict && (
          <span title={gap.verdict === 'kept' ? 'Kept' : 'Dismissed'}>
            <Icon name={gap.verdict === 'kept' ? 'star' : 'close'} size={13} />
            <span className="sr-only">{gap.verdict}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

/** The ends by shape and colour where the title is made of their names; else the title as it is. */
function Title({ gap }: { gap: GapSummary }) {
  const { title, between } = gap;
  const plain = between.length === 0 || !between.every(({ label }) => title.includes(label));
  if (plain || between.some(({ kind }) => kind === 'Paper')) return title;
  return between.map((node, i) => (
    <span key={node.id}>
      {i > 0 && <span className={classes.times}> × </span>}
      <span className={classes.end} data-kind={node.kind}>
        {node.kind === 'Theme' ? (
          <ThemeDot colour={node.colour ?? -1} size={9} />
        ) : (
          <KindIcon kind={node.kind} size={10} />
        )}
        {node.label}
      </span>
    </span>
  ));
}
