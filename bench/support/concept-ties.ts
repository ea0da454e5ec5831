import { type Adjacency, adjacencyOf } from '../../graph/analysis/adjacency.ts';
import { coOccurrences } from '../../graph/analysis/co-occurrence.ts';
import { inducedSubgraph, tiedNodes } from '../../graph/analysis/communities/induced-subgraph.ts';
import { tieWeight } from '../../graph/analysis/concept-graph.ts';
import type { Literature } from '../../graph/analysis/literature.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../../graph/analysis/shaping.ts';

/** What an analysis finds themes in: the concepts that have a tie, in the order of their ids. */
export function conceptTies({ graph }: Literature): Adjacency {
  const together = coOccurrences(graph, shapingMentions(graph, DEFAULT_SHAPING));
  const ties = together.map((tie) => ({ source: tie.source, target: tie.target, weight: tieWeight(tie) }));
  const all = adjacencyOf(graph.concepts.length, ties);
  return inducedSubgraph(all, tiedNodes(all));
}
