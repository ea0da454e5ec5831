import type { RefObject } from 'react';
import { READING_STATES, type ReadingState } from '../../../graph/schema.ts';
import { nextSorting } from '../../components/sorting.ts';
import { type TableColumn, VirtualTable } from '../../components/VirtualTable.tsx';
import { openTarget } from '../../navigation.ts';
import { type ReadingColumn, useReadingList } from '../../state/reading-list.ts';
import { useSelection } from '../../state/selection.ts';
import { STATE_NAMES } from '../notes/reading-words.ts';
import { useAnnotation } from '../notes/use-annotation.ts';
import classes from './ReadingPage.module.css';
import type { ReadingRow } from './reading-rows.ts';

interface Props {
  rows: readonly ReadingRow[];
  editable: boolean;
  scroller: RefObject<HTMLElement | null>;
}

const WORDS: ReadonlySet<ReadingColumn> = new Set(['title', 'venue', 'tags', 'state']);
const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

export function ReadingTable({ rows, editable, scroller }: Props) {
  const { column, descending, choose } = useReadingList();
  const selected = useSelection(({ current }) => (current?.type === 'paper' ? current.id : null));
  const columns: TableColumn<ReadingRow, ReadingColumn>[] = [
    {
      name: 'title',
      title: 'Paper',
      cell: ({ paper, note }) => (
        <>
          {paper.label}
          {note && <span className={classes.note}>{note}</span>}
        </>
      ),
    },
    { name: 'state', title: 'State', cell: (row) => <State row={row} editable={editable} /> },
    { name: 'tags', title: 'Tags', cell: ({ tags }) => tags.join(', ') },
    { name: 'year', title: 'Year', figures: true, cell: ({ paper }) => paper.year },
    { name: 'venue', title: 'Venue', cell: ({ paper }) => paper.venue },
    { name: 'at', title: 'Changed', figures: true, cell: ({ at }) => at && DAY.format(new Date(at)) },
  ];
  return (
    <VirtualTable
      caption="Annotated papers; arrow keys go from one to the next, Enter opens it"
      rows={rows}
      idOf={({ node }) => node.id}
      columns={columns}
      sorting={{ column, descending }}
      onSort={(name) => choose(nextSorting({ column, descending }, name, WORDS))}
      onOpen={({ node }) => openTarget({ type: 'paper', id: node.id })}
      selected={selected}
      scroller={scroller}
    />
  );
}

function State({ row, editable }: { row: ReadingRow; editable: boolean }) {
  const { saving } = useAnnotation(row);
  if (!editable) return row.reading && STATE_NAMES[row.reading];
  return (
    <select
      className={classes.state}
      aria-label={`State of ${row.paper.label}`}
      value={row.reading ?? ''}
      onChange={(event) =>
        saving.mutate({ reading: (event.currentTarget.value || null) as ReadingState | null })
      }
    >
      <option value="">Not listed</option>
      {READING_STATES.map((state) => (
        <option key={state} value={state}>
          {STATE_NAMES[state]}
        </option>
      ))}
    </select>
  );
}
