import { Button } from '@mantine/core';
import { ApiFailure } from '../../api.ts';
import { useConsole } from '../../state/console.ts';
import { rowsOf } from '../../state/console-parameters.ts';
import { useServer } from '../../state/host.ts';
import { FIRST_CHOICE, useView } from '../../state/view.ts';
import empty from '../EmptyMap.module.css';
import classes from './lenses.module.css';

interface Props {
  /** Why there is no map; undefined where the statement ran and returned nothing that a map shows. */
  error?: unknown;
}

/** Instead of the map, where its statement gives none. */
export default function QueryLensState({ error }: Props) {
  const { query, choose } = useView();
  const offer = useConsole((state) => state.offer);
  const isServed = useServer();
  if (!query) return null;
  const { statement, parameters, types } = query;
  const failed = error !== undefined;
  return (
    <div className={empty.empty} role={failed ? 'alert' : undefined}>
      <h2>{failed ? 'The statement of this lens did not run' : 'Nothing to draw'}</h2>
      <p>
        {failed
          ? error instanceof ApiFailure
            ? error.message
            : 'Something went wrong in the page itself.'
          : 'The statement returns no paper, no concept and no theme.'}
      </p>
      <pre className={classes.statement}>{statement}</pre>
      <p className={classes.actions}>
        {isServed && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => offer({ statement, rows: rowsOf(parameters, types) })}
          >
            Open in the console
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => choose({ lens: FIRST_CHOICE.lens, query: null, expansions: new Map() })}
        >
          Show everything
        </Button>
      </p>
    </div>
  );
}
