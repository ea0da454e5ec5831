import { useRef } from 'react';
import type { Cypher } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import { useAnnotations } from '../../queries.ts';
import { usePage } from '../../state/page.ts';
import { useReadingList } from '../../state/reading-list.ts';
import { ReadingExport } from './ReadingExport.tsx';
import { ReadingFilters } from './ReadingFilters.tsx';
import classes from './ReadingPage.module.css';
import { ReadingTable } from './ReadingTable.tsx';
import { annotatedPapers, countStates, shownRows } from './reading-rows.ts';

/** Papers that the user has tagged, noted or put on the list. */
export default function ReadingPage() {
  const { data, error, refetch } = useAnnotations();
  const choice = useReadingList();
  const scroller = useRef<HTMLDivElement>(null);
  if (error) {
    return (
      <Failure what="The reading list could not be loaded." error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <PanelSkeleton />;
  const all = annotatedPapers(data.annotations);
  if (all.length === 0) return <NothingYet editable={data.editable} cypher={data.cypher} />;
  const rows = shownRows(all, choice);
  const tags = data.tags.filter(({ tag }) => all.some((row) => row.tags.includes(tag)));
  return (
    <div className={classes.page} ref={scroller}>
      <header className={classes.head}>
        <h2 className="sr-only">Reading list</h2>
        <ReadingFilters counts={countStates(all)} tags={tags} />
        <p className={classes.shown} role="status">
          {count(rows.length, 'paper')}
        </p>
        <ReadingExport rows={rows} />
      </header>
      {rows.length === 0 ? (
        <p className={classes.none}>
          None of the {count(all.length, 'annotated paper')} is like that.{' '}
          <button
            type="button"
            className={classes.inline}
            onClick={() => choice.choose({ state: 'all', tag: null })}
          >
            Show all
          </button>
        </p>
      ) : (
        <ReadingTable rows={rows} editable={data.editable} scroller={scroller} />
      )}
      <footer className={classes.foot}>
        {data.without > 0 && (
          <p className={classes.quiet}>
            {count(data.without, 'note')} kept on what is not in the graph now, in case it comes back.
          </p>
        )}
        <CypherButton cypher={data.cypher} />
      </footer>
    </div>
  );
}

function NothingYet({ editable, cypher }: { editable: boolean; cypher: Cypher }) {
  const show = usePage((state) => state.show);
  return (
    <div className={classes.empty}>
      <h2>Nothing on the reading list yet</h2>
      <p>
        {editable
          ? 'Open a paper and choose “To read”, tag it, or write a note: it then stands here.'
          : 'This server was started for reading only, so papers can’t be put on it here.'}
      </p>
      <p>
        <button type="button" className={classes.inline} onClick={() => show('map')}>
          Go to the map
        </button>
      </p>
      <div>
        <CypherButton cypher={cypher} />
      </div>
    </div>
  );
}
