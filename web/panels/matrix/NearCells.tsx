import type { ConceptRef } from '../../../graph/contract.ts';
import type { ConceptKind } from '../../../graph/schema.ts';
import { KindIcon } from '../../components/KindIcon.tsx';
import { RowButton } from '../../components/RowButton.tsx';
import { Section } from '../../components/Section.tsx';
import { count, pluralOf } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { useMatrix } from '../../queries.ts';
import { PAIRINGS } from '../../state/matrix.ts';
import { pairTarget, type Target } from '../../state/selection.ts';
import { nearestCells } from './matrix-cells.ts';
import classes from './PairPanel.module.css';

const MOST = 4;

interface Props {
  one: ConceptRef;
  other: ConceptRef;
}

/** What comes nearest to the two: what each of them was most often joined with instead. */
export function NearCells({ one, other }: Props) {
  const pairing = PAIRINGS.find(
    ({ rows, columns }) =>
      (rows === one.kind && columns === other.kind) || (rows === other.kind && columns === one.kind),
  );
  return pairing ? <Near one={one} other={other} rows={pairing.rows} columns={pairing.columns} /> : null;
}

function Near({ one, other, rows, columns }: Props & { rows: ConceptKind; columns: ConceptKind }) {
  const { data: matrix } = useMatrix(rows, columns);
  if (!matrix) return null;
  const near = nearestCells(matrix, one.id, other.id, MOST);
  if (near.row.length + near.column.length === 0) return null;
  const [row, column] = one.kind === rows ? [one, other] : [other, one];
  return (
    <Section title="What comes nearest">
      {near.row.length > 0 && (
        <>
          <p className={classes.near}>
            {pluralOf(columns)} that {row.name} is most often seen with
          </p>
          <ul className="plain">
            {near.row.map(({ column: found, papers }) => (
              <NearRow key={found.id} concept={found} pair={pairTarget(row.id, found.id)} papers={papers} />
            ))}
          </ul>
        </>
      )}
      {near.column.length > 0 && (
        <>
          <p className={classes.near}>
            {pluralOf(rows)} that {column.name} is most often seen with
          </p>
          <ul className="plain">
            {near.column.map(({ row: found, papers }) => (
              <NearRow
                key={found.id}
                concept={found}
                pair={pairTarget(found.id, column.id)}
                papers={papers}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function NearRow({ concept, pair, papers }: { concept: ConceptRef; pair: Target; papers: number }) {
  return (
    <li>
      <RowButton
        lead={
          <span data-kind={concept.kind} style={{ color: 'var(--kind)' }}>
            <KindIcon kind={concept.kind} />
          </span>
        }
        name={concept.name}
        tail={count(papers, 'paper')}
        onClick={() => openTarget(pair)}
      />
    </li>
  );
}
