import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../graph/contract.ts';
import { nextSorting, sortRows } from '../../../web/components/sorting.ts';
import { addedTags } from '../../../web/panels/notes/tags.ts';
import {
  annotatedPapers,
  countStates,
  readingMarkdown,
  shownRows,
} from '../../../web/panels/reading/reading-rows.ts';
import { NEWEST_FIRST } from '../../../web/state/reading-list.ts';

const paper = (id: string, year: number | null, said: Partial<Annotation>): Annotation => ({
  node: { id, kind: 'Paper', label: id, colour: null },
  paper: { id, label: id, year, venue: null },
  note: '',
  tags: [],
  reading: null,
  position: null,
  at: '2024-01-01T00:00:00.000Z',
  ...said,
});

const ALL = annotatedPapers([
  paper('b', 2001, { reading: 'read', tags: ['Cite'] }),
  paper('a', 1999, { reading: 'to read', at: '2024-03-01T00:00:00.000Z' }),
  paper('c', null, { note: 'n', tags: ['cite', 'x'] }),
  paper('pinned', 2020, { position: { x: 1, y: 1 } }),
  { ...paper('concept', null, { note: 'n' }), paper: null },
]);

describe('the reading list', () => {
  it('has the papers of which something is said', () => {
    expect(ALL.map(({ node }) => node.id)).toEqual(['b', 'a', 'c']);
    expect(countStates(ALL)).toEqual({ all: 3, listed: 2, 'to read': 1, reading: 0, read: 1 });
  });

  it('is narrowed by state and tag and sorted by any column, what is unknown last', () => {
    const ids = (part: Partial<typeof NEWEST_FIRST>) =>
      shownRows(ALL, { ...NEWEST_FIRST, ...part }).map(({ node }) => node.id);
    expect(ids({})).toEqual(['a', 'b', 'c']);
    expect(ids({ state: 'listed', column: 'state', descending: true })).toEqual(['b', 'a']);
    expect(ids({ tag: 'CITE', column: 'title', descending: true })).toEqual(['c', 'b']);
    expect(ids({ column: 'year', descending: false })).toEqual(['a', 'b', 'c']);
    expect(ids({ column: 'year', descending: true })).toEqual(['b', 'a', 'c']);
  });

  it('is a list of boxes in Markdown, whatever stands in it', () => {
    const row = paper('x', 2010, { reading: 'read', tags: ['a_b'], note: 'one\n# two' });
    row.paper!.label = 'On *stars* [and] <b>\nmore';
    expect(readingMarkdown(annotatedPapers([row, ALL[1]!]))).toBe(
      [
        '# Reading list',
        '',
        '- [x] **On \\*stars\\* \\[and\\] \\<b\\> more** (2010): a\\_b',
        '  > one',
        '  > # two',
        '- [ ] **a** (1999)',
        '',
      ].join('\n'),
    );
  });
});

describe('tags that are typed', () => {
  it('are parted by commas, each once, written as they are elsewhere', () => {
    expect(addedTags(['one'], ' two, ,ONE,TWO , Three', ['three'])).toEqual(['one', 'two', 'three']);
    expect(addedTags([], 'a\u202eb\u0000', [])).toEqual(['ab']);
    expect(addedTags(['one'], '  ', [])).toEqual(['one']);
  });
});

describe('sorting', () => {
  it('turns round by a second click, and begins with the greatest figure or the first word', () => {
    const words = new Set(['name'] as const);
    expect(nextSorting({ column: 'name', descending: false }, 'name', words).descending).toBe(true);
    expect(
      nextSorting<'name' | 'year'>({ column: 'name', descending: false }, 'year', words).descending,
    ).toBe(true);
    expect(nextSorting<'name' | 'year'>({ column: 'year', descending: true }, 'name', words).descending).toBe(
      false,
    );
    expect(sortRows(['b10', 'b9', 'a'], (row) => row, false)).toEqual(['a', 'b9', 'b10']);
  });
});
