import type { Literature, PaperText } from '../analysis/literature.ts';
import type { Cell, ReadOptions, StoreReader } from '../store/store.ts';
import { pages } from './pages.ts';
import { type ProjectionHooks, readPaperConceptGraph } from './read-paper-concept-graph.ts';
import { readPaperTexts } from './statements.ts';

/** Reads the papers' own words and years with their concepts, in pages; the same whatever order the store keeps. */
export async function readLiterature(
  store: StoreReader,
  rowsPerPage: number,
  hooks: ProjectionHooks = {},
): Promise<Literature> {
  const graph = await readPaperConceptGraph(store, rowsPerPage, hooks);
  const options: ReadOptions = hooks.signal ? { signal: hooks.signal } : {};
  const texts = new Map<string, PaperText>();
  for await (const rows of pages(store, readPaperTexts, rowsPerPage, options)) {
    for (const [id, title, abstract, year, venue, authors, keywords] of rows) {
      texts.set(String(id), {
        title: text(title),
        abstract: text(abstract),
        year: typeof year === 'number' ? year : null,
        venue: text(venue),
        authors: listOf(authors),
        keywords: listOf(keywords),
      });
    }
  }
  return { graph, papers: graph.paperIds.map((id) => texts.get(id) ?? NO_TEXT) };
}

/** What a paper that was taken away while we read says. */
const NO_TEXT: PaperText = {
  title: null,
  abstract: null,
  year: null,
  venue: null,
  authors: [],
  keywords: [],
};

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
const listOf = (cell: Cell | undefined): string[] => (Array.isArray(cell) ? cell.map(String) : []);
