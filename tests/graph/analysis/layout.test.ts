import { describe, expect, it } from 'vitest';
import { DEFAULT_LAYOUT, type Layout, layOut } from '../../../graph/analysis/layout.ts';
import { type LayoutGraph, layoutGraph } from '../../../graph/analysis/layout-graph.ts';
import { countOverlaps, removeOverlaps } from '../../../graph/analysis/overlap.ts';
import { type PaperConceptGraph, paperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { themeLinks } from '../../../graph/analysis/theme-links.ts';
import { themeMembership } from '../../../graph/analysis/theme-membership.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { foundThemes } from './found-themes.ts';
import { papersOf } from './graphs.ts';
import { plantedMentions } from './planted-mentions.ts';

interface Drawn {
  graph: LayoutGraph;
  layout: Layout;
}

async function draw(graph: PaperConceptGraph, seed = 1): Promise<Drawn> {
  const { concepts, themeOf, count } = await foundThemes(graph);
  const membership = themeMembership(graph, themeOf, new Uint8Array(graph.concepts.length));
  const drawn = layoutGraph(graph, membership, count);
  return { graph: drawn, layout: await layOut(drawn, themeLinks(concepts, themeOf), seededRandom(seed)) };
}

/** Slowly, over all pairs. */
function overlapsOf({ x, y, radius }: Pick<Layout, 'x' | 'y' | 'radius'>): number {
  let overlaps = 0;
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      if (Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!) < radius[a]! + radius[b]!) overlaps++;
    }
  }
  return overlaps;
}

function meanDistances({ graph, layout }: Drawn): { within: number; between: number } {
  const sums = { within: 0, between: 0, pairsWithin: 0, pairsBetween: 0 };
  for (let a = 0; a < graph.theme.length; a++) {
    for (let b = 0; b < a; b++) {
      const distance = Math.hypot(layout.x[a]! - layout.x[b]!, layout.y[a]! - layout.y[b]!);
      if (graph.theme[a] === graph.theme[b]) {
        sums.within += distance;
        sums.pairsWithin += 1;
      } else {
        sums.between += distance;
        sums.pairsBetween += 1;
      }
    }
  }
  return { within: sums.within / sums.pairsWithin, between: sums.between / sums.pairsBetween };
}

describe('layOut', () => {
  const planted = plantedMentions({ topics: 5, papersPerTopic: 24 });

  it('draws a sample of 120 papers in time, within its bounds, without overlaps, themes together', async () => {
    const graph = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
    const started = cpuTime();
    const drawn = await draw(graph);
    // Under 2 s on a quiet machine; the rest is for one that is busy.
    expect(cpuTime() - started).toBeLessThan(8000);
    const { x, y, radius } = drawn.layout;
    expect(x.length).toBe(graph.paperIds.length + graph.concepts.length);
    for (const values of [x, y]) {
      for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(DEFAULT_LAYOUT.extent + 1e-6);
    }
    expect(Math.max(...x.map(Math.abs), ...y.map(Math.abs))).toBeCloseTo(DEFAULT_LAYOUT.extent, 3);
    expect(overlapsOf(drawn.layout)).toBeLessThanOrEqual(x.length / 100);
    expect(countOverlaps(drawn.layout, radius)).toBe(overlapsOf(drawn.layout));
    const { within, between } = meanDistances(drawn);
    expect(within).toBeLessThan(0.6 * between);
  });

  it('is the same for the same seed and another for another', async () => {
    const graph = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
    const first = await draw(graph);
    const again = await draw(
      paperConceptGraph(
        planted.papers.toReversed(),
        planted.concepts.toReversed(),
        planted.mentions.toReversed(),
      ),
    );
    const other = await draw(graph, 2);
    expect(again.layout).toEqual(first.layout);
    expect(other.layout.x).not.toEqual(first.layout.x);
  });

  it('sets the concepts of a single paper around it', async () => {
    const { graph, layout } = await draw(
      paperConceptGraph(planted.papers, planted.concepts, planted.mentions),
    );
    const far = [...graph.hub.keys()].filter((node) => {
      const hub = graph.hub[node]!;
      if (hub === -1) return false;
      return Math.hypot(layout.x[node]! - layout.x[hub]!, layout.y[node]! - layout.y[hub]!) > 150;
    });
    expect([...graph.hub].filter((hub) => hub !== -1).length).toBeGreaterThan(100);
    expect(far).toEqual([]);
  });

  it('makes do with next to nothing', async () => {
    for (const graph of [
      papersOf(),
      papersOf('p1:'),
      papersOf('p1: a', 'p2:'),
      papersOf('p1: a b', 'p2: a b'),
    ]) {
      const { layout } = await draw(graph);
      expect([...layout.x, ...layout.y].every(Number.isFinite)).toBe(true);
      expect(countOverlaps(layout, layout.radius)).toBe(0);
    }
  });

  it('lets others run, and stops when told', async () => {
    const graph = paperConceptGraph(planted.papers, planted.concepts, planted.mentions);
    const membership = themeMembership(graph, new Map(), new Uint8Array(graph.concepts.length));
    let ticks = 0;
    const stopped = layOut(layoutGraph(graph, membership, 0), [], seededRandom(1), DEFAULT_LAYOUT, () => {
      if (++ticks === 20) throw new Error('enough');
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(ticks).toBe(20);
  });
});

describe('removeOverlaps', () => {
  it('parts discs of all sizes that lie on one spot', async () => {
    const random = seededRandom(4);
    const radius = Float64Array.from({ length: 300 }, () => 0.5 + 3 * random());
    const positions = { x: new Float64Array(300), y: new Float64Array(300) };
    await removeOverlaps(positions, radius, { margin: 0.1, maxIterations: 1000 });
    expect(overlapsOf({ ...positions, radius })).toBe(0);
  });

  it('leaves alone what does not overlap', async () => {
    const positions = { x: Float64Array.of(0, 10, 1e6), y: Float64Array.of(0, 0, -1e6) };
    const before = structuredClone(positions);
    expect(await removeOverlaps(positions, Float64Array.of(4, 4, 4), { margin: 1, maxIterations: 10 })).toBe(
      0,
    );
    expect(positions).toEqual(before);
  });

  it('tells how many pairs it had to leave', async () => {
    const positions = { x: new Float64Array(50), y: new Float64Array(50) };
    expect(
      await removeOverlaps(positions, new Float64Array(50).fill(1), { margin: 0, maxIterations: 1 }),
    ).toBeGreaterThan(0);
  });
});
