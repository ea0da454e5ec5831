import type { ThemeLink } from './theme-links.ts';

/** How many colours the page's palette has. */
export const PALETTE_SIZE = 12;

/**
 * A palette index for each theme. Up to the size of the palette all differ; beyond it each takes the colour
 * whose themes it is tied to least, of equal ones the least used. Themes come largest first.
 */
export function themeColours(themes: number, links: readonly ThemeLink[], palette = PALETTE_SIZE): number[] {
  const ties = Array.from({ length: themes }, () => new Map<number, number>());
  for (const { source, target, weight } of links) {
    ties[source]!.set(target, weight);
    ties[target]!.set(source, weight);
  }
  const colours: number[] = [];
  const used = new Array<number>(palette).fill(0);
  for (let theme = 0; theme < themes; theme++) {
    const clash = new Array<number>(palette).fill(0);
    for (const [other, weight] of ties[theme]!) if (other < theme) clash[colours[other]!]! += weight;
    let best = 0;
    for (let colour = 1; colour < palette; colour++) {
      const spare = theme < palette ? 0 : clash[colour]! - clash[best]!;
      if (spare < 0 || (spare === 0 && used[colour]! < used[best]!)) best = colour;
    }
    colours.push(best);
    used[best]! += 1;
  }
  return colours;
}
