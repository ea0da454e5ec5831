import { describe, expect, it } from 'vitest';
import { zoomLevels } from '../../../web/sigma/zoom-levels.ts';

describe('what is seen from how far', () => {
  it('is themes, then concepts, then papers', () => {
    const [far, middle, near] = [1, 0.4, 0.1].map((ratio) => zoomLevels(ratio, 800));
    expect([far!.themes, far!.bands, far!.titles]).toEqual([1, 1, 0]);
    expect(middle!.titles).toBe(0);
    expect(middle!.room).toBeLessThan(far!.room / 3);
    expect([near!.themes, near!.bands, near!.titles, near!.papers]).toEqual([0, 0, 1, 1]);
  });

  it('never jumps', () => {
    for (let ratio = 1.6; ratio > 0.03; ratio *= 0.99) {
      const one = zoomLevels(ratio, 3000);
      const next = zoomLevels(ratio * 0.99, 3000);
      for (const name of ['themes', 'bands', 'titles', 'papers'] as const)
        expect(Math.abs(one[name] - next[name])).toBeLessThan(0.05);
      expect(next.room / one.room).toBeGreaterThan(0.9);
    }
  });

  it('comes later on a fuller map, and titles come first where there are no concepts', () => {
    expect(zoomLevels(0.3, 5000).titles).toBeLessThan(zoomLevels(0.3, 500).titles);
    expect(zoomLevels(1, 500, true)).toMatchObject({ titles: 1, papers: 1 });
  });
});
