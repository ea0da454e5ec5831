import type { Literature, PaperText } from '../../../graph/analysis/literature.ts';
import { type PaperConceptGraph, paperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import type { ConceptKind } from '../../../graph/schema.ts';
import { papersOf } from './graphs.ts';

const NO_TEXT: PaperText = {
  title: null,
  abstract: null,
  year: null,
  venue: null,
  authors: [],
  keywords: [],
};

/** From lines such as `p1 2001: a b*0.5`: as `papersOf` has them, with a year (`-` for none) after the paper. */
export function literatureOf(...lines: string[]): Literature {
  const years = new Map<string, number | null>();
  const plain = lines.map((line) => {
    const [head, rest] = line.split(':') as [string, string];
    const [id, year] = head.split(' ') as [string, string];
    years.set(id, year === '-' ? null : Number(year));
    return `${id}:${rest}`;
  });
  return withTexts(papersOf(...plain), (id) => ({ year: years.get(id)! }));
}

export function withTexts(graph: PaperConceptGraph, text: (id: string) => Partial<PaperText>): Literature {
  return { graph, papers: graph.paperIds.map((id) => ({ ...NO_TEXT, ...text(id) })) };
}

/** The same with some concepts of another name or kind. */
export function renamed(
  { graph, papers }: Literature,
  changes: Record<string, { name?: string; kind?: ConceptKind }>,
): Literature {
  const concepts = graph.concepts.map((concept) => ({ ...concept, ...changes[concept.id] }));
  const { start, column, weight } = graph.byPaper;
  const mentions = graph.paperIds.flatMap((paperId, paper) =>
    Array.from(column.subarray(start[paper]!, start[paper + 1]!), (concept, i) => ({
      paperId,
      conceptId: concepts[concept]!.id,
      salience: weight[start[paper]! + i]!,
    })),
  );
  return { graph: paperConceptGraph(graph.paperIds, concepts, mentions), papers };
}
