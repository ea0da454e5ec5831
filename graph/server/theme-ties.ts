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
  catalogue: Pick<Catalogue, 'themes'>,
  themes: readonly string[],
  isIn: Uint8Array | null = null,
): ThemeTie[] {
  const count = themes.length;
  const isCoarse = themes.some((id) => catalogue.themes.get(id)?.level === COARSEST);
  const belongs = isCoarse ? ties.columns.theme : ties.columns.subTheme;
  const asked = new Map(themes.map((id, i) => [id, i]));
  /** From a theme's place among all to its place in the list. */
  const placeOf = Int32Array.from(ties.columns.themes, (id) => asked.get(id) ?? -1);
  const sums = new Float64Array(count * count);
  const outward = new Float64Array(count);
  const { start, other, strength, isOut } = ties.of.CO_OCCURS;
  for (let one = ties.papers; one < ties.ids.length; one++) {
    const a = placeOf[belongs[one]!] ?? -1;
    if (a < 0 || isIn?.[one] === 0) continue;
    for (let at = start[one]!; at < start[one + 1]!; at++) {
      if (!isOut[at]) continue;
      const b = placeOf[belongs[other[at]!]!] ?? -1;
      if (b < 0 || a === b || isIn?.[other[at]!] === 0) continue;
      sums[Math.min(a, b) * count + Math.max(a, b)]! += strength[at]!;
      outward[a]! += strength[at]!;
      outward[b]! += strength[at]!;
    }
  }
  const found: ThemeTie[] = [];
  sums.forEach((sum, key) => {
    const [source, target] = [Math.floor(key / count), key % count];
    if (sum > 0) found.push({ source, target, weight: sum ** 2 / (outward[source]! * outward[target]!) });
  });
  return found.sort((a, b) => b.weight - a.weight || a.source - b.source || a.target - b.target);
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
