import { lazy, Suspense } from 'react';
import { StoreCommand } from '../components/StoreCommand.tsx';
import { useStatus } from '../queries.ts';
import { usePage } from '../state/page.ts';
import classes from './EmptyMap.module.css';

const DropZone = lazy(() => import('./data/DropZone.tsx'));

/** Nothing to draw: says how to get something. */
export function EmptyMap() {
  const { data: status } = useStatus();
  const papers = status?.counts.papers ?? 0;
  const show = usePage((state) => state.show);
  return (
    <div className={classes.empty}>
      <h2>{papers === 0 ? 'No papers yet' : 'Nothing to draw yet'}</h2>
      {papers === 0 ? (
        <>
          <p>Lacuna draws a map of papers from their abstracts.</p>
          {status?.editable && (
            <>
              <Suspense fallback={null}>
                <DropZone />
              </Suspense>
              <p>
                To try it, take samples/landmark-papers.jsonl from Lacuna’s own folder. Papers come{' '}
                <button type="button" className={classes.inline} onClick={() => show('data')}>
                  by query
                </button>{' '}
                too.
              </p>
            </>
          )}
          <p>
            {status?.editable
              ? 'Or stop it and start it with a file of them:'
              : 'Stop it and start it with a file of them. BibTeX, RIS, PubMed, CSV, JSON and plain text are read:'}
          </p>
          <pre>npm start -- my-papers.bib</pre>
        </>
      ) : (
        <>
          <p>There are papers in the store, but they have no place on the map yet. Analyse them:</p>
          <StoreCommand name="analyse" />
        </>
      )}
    </div>
  );
}
