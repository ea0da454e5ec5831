import { useId } from 'react';
import type { Comparison } from '../../../graph/contract.ts';
import { ConceptRow } from '../../components/ConceptRow.tsx';
import { PaperRow } from '../../components/PaperRow.tsx';
import { shorten } from '../../components/words.ts';
import { showNodesOnMap } from '../../navigation.ts';
import panel from '../panel.module.css';
import classes from './compare.module.css';

/** Rows of a list before the rest is asked for. */
const FIRST_ROWS = 8;
const NOTE_LENGTH = 40;

interface Props {
  title: string;
  /** Whose it is. */
  note?: string;
  side: Comparison['shared'];
  of: Comparison['counts']['shared'];
}

/** What both have, or only one of them. */
export function CompareColumn({ title, note, side: { concepts, papers }, of }: Props) {
  const id = useId();
  const nodes = [...concepts, ...papers.map((paper) => ({ id: paper.id, kind: 'Paper' }))];
  return (
    <section className={classes.column} aria-labelledby={id}>
      <h3 id={id}>
        {title}
        {note && <span className={classes.note}>{shorten(note, NOTE_LENGTH)}</span>}
      </h3>
      {nodes.length === 0 && <p className={panel.meta}>Nothing.</p>}
      <Rows
        title="Concepts"
        of={of.concepts}
        rows={concepts.map((concept) => (
          <li key={concept.id}>
            <ConceptRow concept={concept} tail={concept.paperCount} />
          </li>
        ))}
      />
      <Rows
        title="Papers"
        of={of.papers}
        rows={papers.map((paper) => (
          <li key={paper.id}>
            <PaperRow paper={paper} />
          </li>
        ))}
      />
      {nodes.length > 0 && (
        <button type="button" className={panel.inline} onClick={() => void showNodesOnMap([], nodes)}>
          Mark these on the map
        </button>
      )}
    </section>
  );
}

function Rows({ title, of, rows }: { title: string; of: number; rows: readonly React.ReactElement[] }) {
  if (rows.length === 0) return null;
  const rest = rows.slice(FIRST_ROWS);
  return (
    <>
      <h4>
        {title} <span className={panel.share}>{of.toLocaleString('en')}</span>
      </h4>
      <ul className="plain">{rows.slice(0, FIRST_ROWS)}</ul>
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{rest.length} more</summary>
          <ul className="plain">{rest}</ul>
        </details>
      )}
      {rows.length < of && (
        <p className={panel.meta}>
          The first {rows.length} of {of.toLocaleString('en')}.
        </p>
      )}
    </>
  );
}
