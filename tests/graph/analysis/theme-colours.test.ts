import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { PALETTE_SIZE, themeColours } from '../../../graph/analysis/theme-colours.ts';
import type { ThemeLink } from '../../../graph/analysis/theme-links.ts';

describe('themeColours', () => {
  it('repeats none while the palette has one to spare', () => {
    expect(new Set(themeColours(PALETTE_SIZE, [])).size).toBe(PALETTE_SIZE);
  });

  it('keeps tied themes apart beyond the palette', () => {
    const links: ThemeLink[] = Array.from({ length: 39 }, (_, i) => ({
      source: i,
      target: i + 1,
      weight: 1 + i,
    }));
    const colours = themeColours(40, links);
    expect(colours.every((colour) => colour >= 0 && colour < PALETTE_SIZE)).toBe(true);
    for (const { source, target } of links) expect(colours[source]).not.toBe(colours[target]);
  });

  it('lets only the weakest ties clash where all are tied', () => {
    const random = seededRandom(3);
    const links: ThemeLink[] = [];
    for (let target = 0; target < 20; target++) {
      for (let source = 0; source < target; source++) links.push({ source, target, weight: random() });
    }
    const colours = themeColours(20, links, [], 4);
    const clashes = links.filter(({ source, target }) => colours[source] === colours[target]);
    const mean = (of: ThemeLink[]): number => of.reduce((sum, { weight }) => sum + weight, 0) / of.length;
    expect(mean(clashes)).toBeLessThan(mean(links) * 0.8);
  });

  it('uses each colour about as often as the others', () => {
    const used = new Map<number, number>();
    for (const colour of themeColours(60, [])) used.set(colour, (used.get(colour) ?? 0) + 1);
    expect([...used.values()]).toEqual(new Array(PALETTE_SIZE).fill(5));
  });
});
