import { describe, expect, it } from 'vitest';
import { mergeViews } from '../../../web/sigma/merge-views.ts';
import { graphView } from '../graph-view.ts';

const base = graphView(
  [
    { id: 'a', theme: 0, x: 1 },
    { id: 'b', theme: 1 },
  ],
  [[0, 1]],
  ['s', 't'],
);

describe('mergeViews', () => {
  it('gives the base itself when there is nothing to lay over it', () => {
    expect(mergeViews(base, [])).toBe(base);
  });

  it('adds what is new, by id, and keeps what the base has', () => {
    const extra = graphView(
      [
        { id: 'c', theme: 0 },
        { id: 'a', theme: 1, x: 99 },
        { id: 'd', theme: -1 },
      ],
      [
        [0, 1],
        [1, 2],
      ],
      ['t', 's'],
    );
    const merged = mergeViews(base, [extra]);
    expect(merged.nodes.id).toEqual(['a', 'b', 'c', 'd']);
    expect(merged.nodes.x[0]).toBe(1);
    expect(merged.themes.map(({ id }) => id)).toEqual(['s', 't']);
    // `c` is in theme t, which is the second in the merged list; `d` is in none.
    expect(merged.nodes.theme).toEqual([0, 1, 1, -1]);
    const pairs = merged.edges.source.map((source, i) => [
      merged.nodes.id[source],
      merged.nodes.id[merged.edges.target[i]!],
    ]);
    expect(pairs).toEqual([
      ['a', 'b'],
      ['c', 'a'],
      ['a', 'd'],
    ]);
    expect(merged.shown.nodes).toBe(4);
  });

  it('counts an edge once, in whichever direction it comes', () => {
    const again = graphView([{ id: 'b' }, { id: 'a' }], [[0, 1]]);
    expect(mergeViews(base, [again, again]).edges.source).toHaveLength(1);
  });
});
