import { adjacencyOf } from '../../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../../graph/analysis/co-occurrence.ts';
import {
  communityById,
  DEFAULT_THEMES,
  findThemes,
} from '../../../graph/analysis/communities/find-themes.ts';
import { type ConceptGraph, conceptGraph, tieWeight } from '../../../graph/analysis/concept-graph.ts';
import type { PaperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../../graph/analysis/shaping.ts';

/** The themes that the defaults find, by the ids of their concepts. */
export async function foundThemes(graph: PaperConceptGraph): Promise<{
  concepts: ConceptGraph;
  themeOf: Map<string, number>;
  count: number;
  modularity: number;
}> {
  const together = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
  const ties = adjacencyOf(
    graph.concepts.length,
    together.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) })),
  );
  const { themeOf, count, modularity } = await findThemes(ties, DEFAULT_THEMES, 1);
  const ids = graph.concepts.map(({ id }) => id);
  return { concepts: conceptGraph(graph, together), themeOf: communityById(ids, themeOf), count, modularity };
}
