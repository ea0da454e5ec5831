import { StoreCommand } from '../components/StoreCommand.tsx';
import { useStatus } from '../queries.ts';
import classes from './EmptyMap.module.css';

/** Nothing to draw: says how to get something. */
export function EmptyMap() {
  const { data: status } = useStatus();
  const papers = status?.counts.papers ?? 0;
  return (
    <div className={classes.empty}>
      <h2>{papers === 0 ? 'No papers yet' : 'Nothing to draw yet'}</h2>
      {papers === 0 ? (
        <>
          <p>Lacuna draws a map of papers from their abstracts. Stop it and start it with a file of them:</p>
          <pre>npm start -- my-papers.bib</pre>
          <p>BibTeX, RIS, PubMed, CSV, JSON and plain text are read.</p>
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
