import {
  type ConceptFacts,
  type MentionFacts,
  type PaperConceptGraph,
  paperConceptGraph,
} from '../analysis/paper-concept-graph.ts';
import { CONCEPT_KINDS, type ConceptKind } from '../schema.ts';
import type { Cell, ReadOptions, StoreReader } from '../store/store.ts';
import { pages, rowsOf } from './pages.ts';
import { readConceptFacts, readMentions, readPaperIds } from './statements.ts';

export interface ProjectionHooks {
  progress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Reads which paper speaks of which concept, in pages; the same graph whatever order the store keeps. */
export async function readPaperConceptGraph(
  store: StoreReader,
  rowsPerPage: number,
  { progress = () => {}, signal }: ProjectionHooks = {},
): Promise<PaperConceptGraph> {
  const options: ReadOptions = signal ? { signal } : {};
  const papers: string[] = [];
  for await (const rows of pages(store, readPaperIds, rowsPerPage, options)) {
    for (const [id] of rows) papers.push(String(id));
  }
  const concepts: ConceptFacts[] = [];
  for await (const rows of pages(store, readConceptFacts, rowsPerPage, options)) {
    for (const [id, name, kind, family] of rows) {
      concepts.push({
        id: String(id),
        name: String(name),
        kind: kindOf(kind),
        ...(typeof family === 'string' && { family }),
      });
    }
  }
  const mentions: MentionFacts[] = [];
  let done = 0;
  for await (const rows of rowsOf(store, readMentions, papers, rowsPerPage, options)) {
    for (const [paper, concept, salience] of rows) {
      mentions.push({ paperId: String(paper), conceptId: String(concept), salience: Number(salience) });
    }
    done = Math.min(done + rowsPerPage, papers.length);
    progress(done, papers.length);
  }
  return paperConceptGraph(papers, concepts, mentions);
}

function kindOf(cell: Cell | undefined): ConceptKind {
  return CONCEPT_KINDS.find((kind) => kind === cell) ?? 'Term';
}
