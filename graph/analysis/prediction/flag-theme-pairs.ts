import { adjacencyOf } from '../adjacency.ts';
import { coOccurrences, DEFAULT_CO_OCCURRENCE } from '../co-occurrence.ts';
import { communityById, DEFAULT_THEMES, findThemes } from '../communities/find-themes.ts';
import { type RunMany, runInThread } from '../communities/run-once.ts';
import { tieWeight } from '../concept-graph.ts';
import { paperSalience, paperShares } from '../gaps/paper-shares.ts';
import { relatedness, textCentroids } from '../gaps/text-centroids.ts';
import { themePairTable } from '../gaps/theme-pair-table.ts';
import { DEFAULT_SHAPING, shapingMentions } from '../shaping.ts';
import { themeMembership } from '../theme-membership.ts';
import type { HistoryCut } from './history-cut.ts';
import type { FlaggedThemes } from './theme-pair-record.ts';

/**
 * Themes of what was known at the cut, and which pairs of them the list of theme pairs would have shown: those of related
 * texts that are short of links. Pairs too small to tell are left out.
 */
export async function flagThemePairs(
  { literature }: HistoryCut,
  seed: number,
  runMany: RunMany = runInThread,
): Promise<FlaggedThemes> {
  const { graph } = literature;
  const shaping = shapingMentions(graph, DEFAULT_SHAPING);
  const ties = coOccurrences(graph, shaping, DEFAULT_CO_OCCURRENCE).map((tie) => ({
    source: tie.source,
    target: tie.target,
    weight: tieWeight(tie),
  }));
  const found = await findThemes(
    adjacencyOf(graph.concepts.length, ties),
    { ...DEFAULT_THEMES, compare: false },
    seed,
    runMany,
  );
  const tooCommon = new Uint8Array(graph.concepts.length);
  for (const concept of shaping.common) tooCommon[concept] = 1;
  const ids = graph.concepts.map(({ id }) => id);
  const membership = themeMembership(graph, communityById(ids, found.themeOf), tooCommon);
  const texts = textCentroids(literature, membership, found.count);
  const shares = paperShares(paperSalience(graph, found.themeOf, found.count));
  const { pairs } = themePairTable(shares, found.count, (a, b) => relatedness(texts, a, b));
  const scored = pairs.flatMap(({ a, b, score, flagged }) => (score === null ? [] : [{ a, b, flagged }]));
  return { themeOf: found.themeOf, themes: found.count, pairs: scored };
}
