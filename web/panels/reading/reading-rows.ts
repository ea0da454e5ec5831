/** Which annotated papers the reading list shows, in which order, and as text to take along. Pure. */
import type { Annotation, PaperRef } from '../../../graph/contract.ts';
import { READING_STATES } from '../../../graph/schema.ts';
import { type SortValue, sortRows } from '../../components/sorting.ts';
import type { ReadingChoice, ReadingColumn, StateFilter } from '../../state/reading-list.ts';
import { STATE_NAMES } from '../notes/reading-words.ts';

export type ReadingRow = Annotation & { readonly paper: PaperRef };

/** Papers of which anything is said; a place on the map says nothing. */
export function annotatedPapers(annotations: readonly Annotation[]): ReadingRow[] {
  return annotations.filter(
    (one): one is ReadingRow =>
      one.paper !== null && (one.note !== '' || one.tags.length > 0 || one.reading !== null),
  );
}

function passes({ reading }: ReadingRow, filter: StateFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'listed' ? reading !== null : reading === filter;
}

const keyOf = (tag: string): string => tag.normalize('NFC').toLowerCase();

export function countStates(rows: readonly ReadingRow[]): Readonly<Record<StateFilter, number>> {
  const counted = (filter: StateFilter) => rows.filter((row) => passes(row, filter)).length;
  return {
    all: counted('all'),
    listed: counted('listed'),
    'to read': counted('to read'),
    reading: counted('reading'),
    read: counted('read'),
  };
}

const VALUES: Readonly<Record<ReadingColumn, (row: ReadingRow) => SortValue>> = {
  title: ({ paper }) => paper.label,
  state: ({ reading }) => (reading === null ? null : READING_STATES.indexOf(reading)),
  year: ({ paper }) => paper.year,
  venue: ({ paper }) => paper.venue,
  tags: ({ tags }) => tags.join(', ') || null,
  at: ({ at }) => at,
};

export function shownRows(rows: readonly ReadingRow[], choice: ReadingChoice): ReadingRow[] {
  const { state, tag, column, descending } = choice;
  const kept = rows.filter(
    (row) => passes(row, state) && (tag === null || row.tags.some((one) => keyOf(one) === keyOf(tag))),
  );
  return sortRows(sortRows(kept, VALUES.title, false), VALUES[column], descending);
}

/** Marks that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');

/** The list as Markdown: a box for each paper, ticked where it is read. */
export function readingMarkdown(rows: readonly ReadingRow[]): string {
  const lines = rows.flatMap(({ paper, note, tags, reading }) => {
    const where = [paper.venue, paper.year].filter(Boolean).join(', ');
    const about = [
      reading === 'reading' ? STATE_NAMES.reading.toLowerCase() : '',
      tags.map(escaped).join(', '),
    ];
    const tail = about.filter(Boolean).join('; ');
    const head = `- [${reading === 'read' ? 'x' : ' '}] **${escaped(paper.label)}**${where ? ` (${escaped(where)})` : ''}${tail ? `: ${tail}` : ''}`;
    const noted = note === '' ? [] : note.split('\n').map((line) => `  > ${line}`.trimEnd());
    return [head, ...noted];
  });
  return `# Reading list\n\n${lines.join('\n')}\n`;
}
