import type { Adjacency } from '../adjacency.ts';
import { type CommunitySettings, findCommunities } from './find-communities.ts';
import { inducedSubgraph } from './induced-subgraph.ts';
import { membersOf } from './network.ts';
import type { RunMany } from './run-once.ts';
import { seedsOf } from './seeds.ts';
import { communityStability } from './stability.ts';

export interface LevelSettings {
  /** Themes with fewer concepts stay whole. */
  minToDivide: number;
  /** Sub-themes with fewer concepts join another. */
  minConcepts: number;
  /** Inside the theme, as if there were nothing else. */
  resolution: number;
}

export interface SubThemes {
  /** A sub-theme for each node, numbered theme by theme, the largest first; -1 where its theme stays whole. */
  subThemeOf: Int32Array;
  /** For each sub-theme its theme. */
  parentOf: Int32Array;
  /** For each sub-theme the mean share of runs that put two of its concepts together. */
  stability: Float64Array;
}

/**
 * Divides themes: in the ties inside each theme of enough concepts communities are found anew, as themes are in the whole. A
 * theme that gives only one stays whole, so that sub-themes are always at least two.
 */
export async function subThemes(
  adjacency: Adjacency,
  themeOf: Int32Array,
  themes: number,
  settings: CommunitySettings,
  level: LevelSettings,
  seed: number,
  runMany: RunMany,
): Promise<SubThemes> {
  const subThemeOf = new Int32Array(themeOf.length).fill(-1);
  const parentOf: number[] = [];
  const stability: number[] = [];
  const { start, nodes } = membersOf(themeOf, themes);
  const seeds = seedsOf(seed, themes, 1);
  for (let theme = 0; theme < themes; theme++) {
    const members = nodes.slice(start[theme]!, start[theme + 1]!);
    if (members.length < level.minToDivide) continue;
    const found = await findCommunities(
      inducedSubgraph(adjacency, members),
      { ...settings, resolution: level.resolution, minConcepts: level.minConcepts },
      seeds[theme]!,
      runMany,
    );
    if (found.count < 2) continue;
    const first = parentOf.length;
    members.forEach((node, i) => {
      const part = found.communityOf[i]!;
      if (part >= 0) subThemeOf[node] = first + part;
    });
    stability.push(...communityStability(found.communityOf, found.count, found.runs));
    for (let part = 0; part < found.count; part++) parentOf.push(theme);
  }
  return { subThemeOf, parentOf: Int32Array.from(parentOf), stability: Float64Array.from(stability) };
}
