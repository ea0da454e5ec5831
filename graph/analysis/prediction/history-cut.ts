import type { Literature, PaperText } from '../literature.ts';
import { type ConceptFacts, paperConceptGraph } from '../paper-concept-graph.ts';

/** A paper from after the cut, in the vocabulary of before it. */
export interface LaterPaper {
  year: number;
  /** Indexes of `literature.graph.concepts`, rising, each once; concepts that were unknown at the cut are missing. */
  concepts: Uint32Array;
}

/** What was known at the end of a year, and what came after: vocabulary, merges and all are made without what came after. */
export interface HistoryCut {
  /** The last year that is known. */
  year: number;
  /** Papers up to that year. */
  literature: Literature;
  later: readonly LaterPaper[];
}

/** A paper with its concepts, in the vocabulary of the cut. */
export interface DatedPaper {
  paper: PaperText & { id: string; year: number };
  concepts: readonly { conceptId: string; salience: number }[];
}

/** Parts the papers at the end of `year`. Concepts that no paper up to it mentions are left out, of later papers too. */
export function historyCut(
  year: number,
  concepts: readonly ConceptFacts[],
  papers: readonly DatedPaper[],
): HistoryCut {
  const before = papers.filter(({ paper }) => paper.year <= year);
  const known = new Set(before.flatMap((one) => one.concepts.map(({ conceptId }) => conceptId)));
  const graph = paperConceptGraph(
    before.map(({ paper }) => paper.id),
    concepts.filter(({ id }) => known.has(id)).map(({ id, name, kind }) => ({ id, name, kind })),
    before.flatMap(({ paper, concepts: linked }) =>
      linked.map(({ conceptId, salience }) => ({ paperId: paper.id, conceptId, salience })),
    ),
  );
  const texts = new Map(before.map(({ paper }) => [paper.id, textOf(paper)]));
  const index = new Map(graph.concepts.map(({ id }, i) => [id, i]));
  const later = papers
    .filter(({ paper }) => paper.year > year)
    .sort((a, b) => a.paper.year - b.paper.year || (a.paper.id < b.paper.id ? -1 : 1))
    .map(({ paper, concepts: linked }) => {
      const found = linked.flatMap(({ conceptId }) => index.get(conceptId) ?? []);
      return { year: paper.year, concepts: Uint32Array.from(new Set(found)).sort() };
    });
  return { year, literature: { graph, papers: graph.paperIds.map((id) => texts.get(id)!) }, later };
}

function textOf({ title, abstract, year, venue, authors, keywords }: PaperText): PaperText {
  return { title, abstract, year, venue, authors, keywords };
}

/** All papers that have no year at all, as of one moment: nothing is recent, nothing came before or after. */
export function timelessCut(literature: Literature): HistoryCut {
  const papers = literature.papers.map((paper) => ({ ...paper, year: 0 }));
  return { year: 0, literature: { ...literature, papers }, later: [] };
}

/** The present: everything is known, nothing came after; the last year that a paper has. */
export function presentCut(literature: Literature): HistoryCut {
  const latest = literature.papers.reduce(
    (last, { year }) => Math.max(last, year ?? Number.NEGATIVE_INFINITY),
    Number.NEGATIVE_INFINITY,
  );
  return { year: latest, literature, later: [] };
}
