import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import type { ThemeMembership } from '../theme-membership.ts';

export interface BridgeSettings {
  /** So many links a theme, the strongest. */
  links: number;
  /** So many papers and so many concepts a link. */
  bridgingPapers: number;
  bridgingConcepts: number;
}

export const DEFAULT_BRIDGES: BridgeSettings = { links: 8, bridgingPapers: 3, bridgingConcepts: 5 };

/** What links a theme with another; indexes. */
export interface ThemeBridge {
  theme: number;
  /** Summed weight of the ties between their concepts. */
  weight: number;
  /** Papers that belong to both, those first that are most of the lesser of the two. */
  papers: number[];
  /** Concepts of either with the greatest weight of ties into the other. */
  concepts: number[];
}

interface Link {
  weight: number;
  concepts: Map<number, number>;
  papers: { paper: number; lesser: number }[];
}

/**
 * For each theme its links with others, strongest first. `themeOf` gives each concept the theme that it shapes, -1 for
 * none; `ties` are those between concepts.
 */
export function themeBridges(
  themes: number,
  themeOf: ArrayLike<number>,
  ties: Adjacency,
  membership: ThemeMembership,
  settings: BridgeSettings,
): ThemeBridge[][] {
  const links = Array.from({ length: themes }, () => new Map<number, Link>());
  const linkOf = (a: number, b: number): Link => {
    const [low, high] = a < b ? [a, b] : [b, a];
    let link = links[low]!.get(high);
    if (!link) {
      link = { weight: 0, concepts: new Map(), papers: [] };
      links[low]!.set(high, link);
      links[high]!.set(low, link);
    }
    return link;
  };
  for (let concept = 0; concept < rowCount(ties); concept++) {
    const own = themeOf[concept]!;
    for (let i = ties.start[concept]!; own >= 0 && i < ties.start[concept + 1]!; i++) {
      const other = themeOf[ties.column[i]!]!;
      if (other < 0 || other === own) continue;
      const link = linkOf(own, other);
      // Every tie is met from both its ends.
      link.weight += ties.weight[i]! / 2;
      link.concepts.set(concept, (link.concepts.get(concept) ?? 0) + ties.weight[i]!);
    }
  }
  membership.ofPaper.forEach((shares, paper) => {
    shares.forEach((one, i) => {
      for (const other of shares.slice(i + 1)) {
        const lesser = Math.min(one.share, other.share);
        linkOf(one.theme, other.theme).papers.push({ paper, lesser });
      }
    });
  });
  return links.map((ofTheme) =>
    [...ofTheme]
      .filter(([, { weight }]) => weight > 0)
      .sort(([a, x], [b, y]) => y.weight - x.weight || a - b)
      .slice(0, settings.links)
      .map(([theme, { weight, papers, concepts }]) => ({
        theme,
        weight,
        papers: papers
          .toSorted((a, b) => b.lesser - a.lesser || a.paper - b.paper)
          .slice(0, settings.bridgingPapers)
          .map(({ paper }) => paper),
        concepts: [...concepts]
          .sort(([a, x], [b, y]) => y - x || a - b)
          .slice(0, settings.bridgingConcepts)
          .map(([concept]) => concept),
      })),
  );
}
