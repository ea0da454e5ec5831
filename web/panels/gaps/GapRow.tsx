import type { Ref } from 'react';
import type { GapSummary } from '../../../graph/contract.ts';
import { decimals, decimalsFor, figure } from '../../components/figures.ts';
import { IconText } from '../../components/IconText.tsx';
import { Icon } from '../../components/icons.tsx';
import { Meter } from '../../components/Meter.tsx';
import { NodeIcon } from '../../components/NodeIcon.tsx';
import { segmentText } from '../../components/segments.ts';
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
  /** A question is a sentence: it has its paper below it. */
  const source = gap.kind === 'question' ? gap.between.find(({ kind }) => kind === 'Paper') : undefined;
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
          {source ? gap.title : <Title gap={gap} />}
        </button>
        {source && <span className={classes.note}>{source.label}</span>}
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

/** The title, with the shape or colour of each end before its name where the title has it. */
function Title({ gap: { title, between } }: { gap: GapSummary }) {
  const marks = between.flatMap((node) => {
    const start = title.indexOf(node.label);
    return start < 0 ? [] : [{ start, end: start + node.label.length, payload: node }];
  });
  return segmentText(title, marks).map(({ start, text, payload: node }) =>
    node ? (
      <span key={start} data-kind={node.kind}>
        <IconText icon={<NodeIcon node={node} />}>{text}</IconText>
      </span>
    ) : (
      <span key={start} className={classes.between}>
        {text}
      </span>
    ),
  );
}
