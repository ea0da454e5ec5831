/** Links between themes, as soft bands from the middle of one land to that of another. */
import type { GraphView } from '../../graph/contract.ts';
import type { Point } from './contours.ts';
import type { ThemeRegion } from './theme-regions.ts';

export interface ThemeBand {
  /** Indexes into the view's themes. */
  readonly source: number;
  readonly target: number;
  readonly from: Point;
  readonly to: Point;
  /** Where the curve leans to; all in layout units. */
  readonly bend: Point;
  /** 0 to 1, the strongest 1. */
  readonly share: number;
}

/** The strongest that are drawn, for each theme on the map. */
const PER_THEME = 3;
/** How far a band leans to its side, as a share of its length. */
const LEAN = 0.14;

export function themeBands(view: GraphView, regions: readonly ThemeRegion[]): ThemeBand[] {
  const anchors = new Map(regions.map(({ theme, anchor }) => [theme, anchor]));
  const links = view.themeLinks
    .filter(({ source, target }) => source !== target && anchors.has(source) && anchors.has(target))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, PER_THEME * regions.length);
  const strongest = links[0]?.weight ?? 1;
  return links.map(({ source, target, weight }) => {
    const from = anchors.get(source)!;
    const to = anchors.get(target)!;
    const bend: Point = [
      (from[0] + to[0]) / 2 - (to[1] - from[1]) * LEAN,
      (from[1] + to[1]) / 2 + (to[0] - from[0]) * LEAN,
    ];
    return { source, target, from, to, bend, share: strongest > 0 ? weight / strongest : 0 };
  });
}
