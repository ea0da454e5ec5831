import { describe, expect, it } from 'vitest';
import { scaleOf, within } from '../../../web/panels/map/scale-buckets.ts';
import { clickWords } from '../../../web/panels/map/scale-words.ts';
import { sizeRows } from '../../../web/panels/map/size-samples.ts';
import { graphView } from '../graph-view.ts';

const bare = graphView(
  [
    { id: 'p', kind: 'Paper', weight: 2.5 },
    { id: 'rare', weight: 1 },
    { id: 'known', weight: 12 },
    { id: 'famous', weight: 50 },
  ],
  [
    [0, 1],
    [0, 2],
    [0, 3],
    [2, 3],
  ],
);
const view = {
  ...bare,
  nodes: { ...bare.nodes, year: [1986, 1990, 2000, 2021], betweenness: [0, 0.1, 0.9, 1] },
};

describe('the steps of years', () => {
  it('keep within the span that the map is narrowed to, and say what a click shows', () => {
    const buckets = within(scaleOf(view, 'year', true)!.buckets, 1988, 2010);
    expect(buckets[0]!.from).toBe(1988);
    expect(buckets.at(-1)!.to).toBeLessThanOrEqual(2010);
    expect(clickWords('year', { ...buckets[0]!, from: 1986, to: 1992 })).toBe(
      'Show what has papers from 1986 to 1992',
    );
  });
});

describe('the steps of what only the map knows', () => {
  it('hold the nodes that a click picks, each once', () => {
    const { buckets } = scaleOf(view, 'betweenness', false)!;
    expect(buckets.flatMap(({ ids }) => ids).sort()).toEqual([...view.nodes.id].sort());
    expect(buckets.at(-1)!.ids).toContain('famous');
  });
});

describe('the samples of sizes', () => {
  it('are the least and the most of each group, with their values', () => {
    const [concepts, papers] = sizeRows(view, 'count');
    expect(concepts!.samples.map(({ value }) => value)).toEqual(['1 paper', '12 papers', '50 papers']);
    expect(papers!.samples.map(({ value }) => value)).toEqual(['2.5']);
    const radii = concepts!.samples.map(({ radius }) => radius);
    expect(radii).toEqual([...radii].sort((one, other) => one - other));
    expect(Math.max(...radii)).toBeLessThanOrEqual(15);
  });

  it('count the links of the map', () => {
    const [concepts] = sizeRows(view, 'degree');
    expect(concepts!.samples.map(({ value }) => value)).toEqual(['1 link', '2 links']);
    expect(sizeRows(view, 'same')).toEqual([]);
  });
});
