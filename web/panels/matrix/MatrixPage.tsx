import { ApiFailure } from '../../api.ts';
import { Choice } from '../../components/Choice.tsx';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { StoreCommand } from '../../components/StoreCommand.tsx';
import { count } from '../../components/words.ts';
import { useMatrix } from '../../queries.ts';
import { PAIRINGS, useMatrixAxes } from '../../state/matrix.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixLegend } from './MatrixLegend.tsx';
import classes from './MatrixPage.module.css';

/** Which methods were tried on which tasks and data, beside how many papers chance would have made. */
export default function MatrixPage() {
  const { pairing, setPairing } = useMatrixAxes();
  const { rows, columns } = PAIRINGS.find(({ id }) => id === pairing)!;
  const { data: matrix, error, refetch } = useMatrix(rows, columns);

  function content() {
    if (error instanceof ApiFailure && error.code === 'notFound')
      return (
        <Nothing>
          <p>There is no matrix yet. The analysis makes it:</p>
          <StoreCommand name="analyse" />
        </Nothing>
      );
    if (error)
      return <Failure what="The matrix could not be loaded." error={error} onRetry={() => void refetch()} />;
    if (!matrix) return <PanelSkeleton />;
    if (matrix.rows.length === 0 || matrix.columns.length === 0) {
      const missing = matrix.rows.length === 0 ? rows : columns;
      return <Nothing>No {missing.toLowerCase()} stands in enough papers here for a matrix.</Nothing>;
    }
    return <MatrixGrid matrix={matrix} key={pairing} />;
  }

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2>Matrix</h2>
          <Choice
            label="Rows by columns"
            value={pairing}
            onChange={setPairing}
            options={PAIRINGS.map(({ id, rows: row, columns: column }) => ({
              value: id,
              label: `${row} × ${column}`,
            }))}
          />
          {matrix && (
            <span className={classes.of}>
              The commonest {matrix.rows.length} by {matrix.columns.length}, in{' '}
              {count(matrix.papers, 'paper')}
            </span>
          )}
          {matrix && <CypherButton cypher={matrix.cypher} />}
        </div>
        <MatrixLegend />
      </header>
      {content()}
    </div>
  );
}

function Nothing({ children }: { children: React.ReactNode }) {
  return <div className={classes.none}>{children}</div>;
}
