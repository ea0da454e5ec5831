import type { ThemeLink } from './theme-links.ts';

/** How many colours the page's palette has. */
export const PALETTE_SIZE = 12;

const NONE = -1;

/**
 * A palette index for each theme. A theme with a colour in `kept` keeps it. Up to the size of the palette the
 * others differ from those and from each other; beyond it each takes the colour whose themes it is tied to
 * least, of equal ones the least used. Themes come largest first.
 */
export function themeColours(
  themes: number,
  links: readonly ThemeLink[],
  kept: readonly (number | null)[] = [],
  palette = PALETTE_SIZE,
): number[] {
  const ties = Array.from({ length: themes }, () => new Map<number, number>());
  for (const { source, target, weight } of links) {
    ties[source]!.set(target, weight);
    ties[target]!.set(source, weight);
  }
  const colours = Array.from({ length: themes }, (_, theme) => kept[theme] ?? NONE);
  const used = new Array<number>(palette).fill(0);
  for (const colour of colours) if (colour !== NONE) used[colour]! += 1;
  for (let theme = 0; theme < themes; theme++) {
    if (colours[theme] !== NONE) continue;
    const clash = new Array<number>(palette).fill(0);
    for (const [other, weight] of ties[theme]!) {
      if (colours[other] !== NONE) clash[colours[other]!]! += weight;
    }
    const isSpare = used.includes(0);
    let best = 0;
    for (let colour = 1; colour < palette; colour++) {
      const spare = isSpare ? 0 : clash[colour]! - clash[best]!;
      if (spare < 0 || (spare === 0 && used[colour]! < used[best]!)) best = colour;
    }
    colours[theme] = best;
    used[best]! += 1;
  }
  return colours;
}
