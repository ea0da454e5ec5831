import type { Catalogue } from './catalogue.ts';
import { COARSEST } from './theme-outlines.ts';
import type { Ties } from './ties.ts';

/** Two themes, by index into the list that is given; `source` < `target`. */
export interface ThemeTie {
  source: number;
  target: number;
  /** 0 to 1. */
  weight: number;
}

/**
 * How strongly each two of the themes are tied, strongest first; pairs without a tie are missing:
 *
 *     w_ij = s_ij^2 / (s_i s_j)
 *
 * where s_ij sums the strengths of co-occurrence between concepts of the one and of the other, and s_i those of
 * theme i to all others: the equivalence index (Callon 1991) again, between themes. Only concepts that are in count.
 */
export function themeTies(
  ties: Ties,
  catalogue: Catalogue,
  themes: readonly string[],
  isIn: Uint8Array | null = null,
): ThemeTie[] {
  const indexOf = new Map(themes.map((id, i) => [id, i]));
  const isCoarse = themes.some((id) => catalogue.themes.get(id)?.level === COARSEST);
  const themeOf = new Int32Array(ties.ids.length).fill(-1);
  let node = ties.papers;
  for (const { theme, subTheme } of catalogue.concepts.values()) {
    themeOf[node] = indexOf.get((isCoarse ? theme : subTheme) ?? '') ?? -1;
    node++;
  }
  const sums = new Map<number, number>();
  const outward = new Float64Array(themes.length);
  const { start, other, strength, isOut } = ties.of.CO_OCCURS;
  for (let one = ties.papers; one < ties.ids.length; one++) {
    const a = themeOf[one]!;
    if (a < 0 || isIn?.[one] === 0) continue;
    for (let at = start[one]!; at < start[one + 1]!; at++) {
      const b = themeOf[other[at]!]!;
      if (!isOut[at] || b < 0 || a === b || isIn?.[other[at]!] === 0) continue;
      const key = Math.min(a, b) * themes.length + Math.max(a, b);
      sums.set(key, (sums.get(key) ?? 0) + strength[at]!);
      outward[a]! += strength[at]!;
      outward[b]! += strength[at]!;
    }
  }
  return [...sums]
    .map(([key, sum]): ThemeTie => {
      const [source, target] = [Math.floor(key / themes.length), key % themes.length];
      return { source, target, weight: sum ** 2 / (outward[source]! * outward[target]!) };
    })
    .sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target);
}

/** Of each theme its strongest ties, so many; a tie stays where either end keeps it. Expects the strongest first. */
export function strongestOfEach(ties: readonly ThemeTie[], perTheme: number): ThemeTie[] {
  const kept = new Map<number, number>();
  return ties.filter(({ source, target }) => {
    const [one, other] = [kept.get(source) ?? 0, kept.get(target) ?? 0];
    if (one >= perTheme && other >= perTheme) return false;
    kept.set(source, one + 1);
    kept.set(target, other + 1);
    return true;
  });
}
