import { useEffect, useRef, useState } from 'react';
import type { Term, TermSort } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { KindTag } from '../../components/KindTag.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { nextSorting } from '../../components/sorting.ts';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { type TableColumn, VirtualTable } from '../../components/VirtualTable.tsx';
import { count, otherSpellings } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { useSelection } from '../../state/selection.ts';
import { type MarkedTerm, useTermBench } from '../../state/term-bench.ts';
import { MarkedTerms } from './MarkedTerms.tsx';
import { TermFilters } from './TermFilters.tsx';
import classes from './TermsPage.module.css';
import { useTerms } from './use-terms.ts';

const WORDS: ReadonlySet<TermSort> = new Set(['name', 'kind', 'theme']);
/** So many pixels before the end the next page is asked for. */
const AHEAD = 1200;
const MOST_FORMS = 4;

const markOf = ({ id, name, kind, paperCount, aliases }: Term): MarkedTerm => ({
  id,
  name,
  kind,
  paperCount,
  forms: [name, ...aliases.map(({ form }) => form)],
});

/** All terms, to be marked and then changed. */
export function TermList() {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTerms();
  const { sort, descending, order, marked, toggle, clear } = useTermBench();
  const selected = useSelection(({ current }) => (current?.type === 'concept' ? current.id : null));
  const scroller = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scroll may have come near the end.
  useEffect(() => {
    const pane = scroller.current;
    if (!pane || !hasNextPage || isFetchingNextPage) return;
    if (pane.scrollTop + pane.clientHeight > pane.scrollHeight - AHEAD) void fetchNextPage();
  }, [scrolled, data, hasNextPage, isFetchingNextPage]);

  if (error) {
    return <Failure what="The terms could not be loaded." error={error} onRetry={() => void refetch()} />;
  }
  const [first] = data?.pages ?? [];
  if (!data || !first) return <PanelSkeleton />;
  const rows = data.pages.flatMap(({ terms }) => terms);
  const sorting = { column: sort, descending };
  return (
    <>
      <TermFilters />
      <MarkedTerms editable={first.editable} />
      <p className={classes.shown} role="status">
        {count(first.total, 'term')}
        {first.total < first.all && ` of ${first.all.toLocaleString('en')}`}
      </p>
      <div className={classes.scroller} ref={scroller} onScroll={() => setScrolled((times) => times + 1)}>
        {rows.length === 0 ? (
          <p className={classes.none}>
            No term is like that.{' '}
            <button type="button" className={classes.inline} onClick={clear}>
              Show all
            </button>
          </p>
        ) : (
          <VirtualTable
            caption="Terms; arrow keys go from one to the next, Space marks it, Enter opens it"
            rows={rows}
            idOf={({ id }) => id}
            columns={columnsOf(marked)}
            sorting={sorting}
            onSort={(name) => {
              const next = nextSorting(sorting, name, WORDS);
              order(next.column, next.descending);
            }}
            onOpen={(term) => toggle(markOf(term))}
            onKey={(event, term) => {
              if (event.key !== 'Enter') return false;
              openTarget({ type: 'concept', id: term.id });
              return true;
            }}
            selected={selected}
            marked={new Set(marked.keys())}
            scroller={scroller}
          />
        )}
      </div>
      <footer className={classes.foot}>
        <CypherButton cypher={first.cypher} />
      </footer>
    </>
  );
}

const columnsOf = (marked: ReadonlyMap<string, unknown>): TableColumn<Term, TermSort>[] => [
  {
    name: 'name',
    title: 'Term',
    cell: ({ id, name }) => (
      <span className={classes.name}>
        <span className={classes.box} data-marked={marked.has(id) || undefined} aria-hidden="true" />
        {name}
      </span>
    ),
  },
  { name: 'kind', title: 'Kind', cell: ({ kind }) => <KindTag kind={kind} /> },
  { name: 'forms', title: 'Other forms', cell: (term) => <Forms term={term} /> },
  {
    name: 'papers',
    title: 'Papers',
    figures: true,
    cell: ({ paperCount }) => paperCount.toLocaleString('en'),
  },
  {
    name: 'theme',
    title: 'Theme',
    cell: ({ theme }) =>
      theme && (
        <span className={classes.theme} title={theme.label}>
          <ThemeDot colour={theme.colour} /> <span>{theme.label}</span>
        </span>
      ),
  },
];

function Forms({ term: { name, aliases, alike, decisions } }: { term: Term }) {
  const forms = otherSpellings(
    name,
    aliases.map(({ form }) => form),
  );
  const more = forms.length - MOST_FORMS;
  return (
    <span className={classes.forms}>
      {forms.slice(0, MOST_FORMS).join(', ')}
      {more > 0 && ` and ${more} more`}
      {alike > 0 && <span className={classes.note}>{count(alike, 'look-alike')}</span>}
      {decisions.length > 0 && <span className={classes.note}>{count(decisions.length, 'decision')}</span>}
    </span>
  );
}
