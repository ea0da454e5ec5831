import { describe, expect, it } from 'vitest';
import { chooseEdges, type Edges } from '../../../graph/server/choose-edges.ts';
import { chooseFairly } from '../../../graph/server/choose-nodes.ts';

const BIG = 0;
const SMALL = 1;
const NONE = -1;
const big = Array.from({ length: 100 }, (_, i) => ({ number: i, theme: BIG, weight: 1000 - i }));
const small = Array.from({ length: 5 }, (_, i) => ({ number: 100 + i, theme: SMALL, weight: 5 - i }));
const lone = { number: 105, theme: NONE, weight: 0 };
const all = [...small, lone, ...big];

describe('chooseFairly', () => {
  it('takes all that fit, heaviest first', () => {
    const chosen = chooseFairly(all, 1000);
    expect(chosen).toHaveLength(all.length);
    expect([chosen[0], chosen.at(-1)]).toEqual([big[0], lone]);
  });

  it('keeps some of every theme, the heaviest of each', () => {
    const chosen = chooseFairly(all, 20);
    expect(chosen).toHaveLength(20);
    expect(chosen).toContain(small[0]);
    expect(chosen).toContain(small[1]);
    expect(chosen).not.toContain(small[4]);
    expect(chosen).toContain(lone);
    expect(chosen.filter(({ theme }) => theme === BIG).length).toBeGreaterThan(12);
  });

  it('does not depend on the order it is given', () => {
    expect(chooseFairly([...all].reverse(), 20)).toEqual(chooseFairly(all, 20));
  });

  it('never exceeds the budget, even with more themes than room', () => {
    const themes = Array.from({ length: 10 }, (_, i) => ({ number: i, theme: i, weight: i }));
    expect(chooseFairly(themes, 3).map(({ number }) => number)).toEqual([9, 8, 7]);
    expect(chooseFairly(themes, 0)).toEqual([]);
  });
});

describe('chooseEdges', () => {
  type Edge = readonly [source: number, target: number, weight: number];
  const columns = (edges: readonly Edge[]): Edges => ({
    source: edges.map(([source]) => source),
    target: edges.map(([, target]) => target),
    weight: edges.map(([, , weight]) => weight),
    type: edges.map(() => 'MENTIONS'),
  });
  const rowsOf = ({ source, target, weight }: Edges): Edge[] =>
    source.map((one, i) => [one, target[i]!, weight[i]!]);
  const HUBS = 8;
  const clique = Array.from({ length: HUBS }, (_, i) =>
    Array.from({ length: i }, (_, j): Edge => [i, j, 10 + i + j]),
  ).flat();
  const weak: Edge = [HUBS, 0, 0.1];

  it('keeps the one edge of a weak node before the hubs have all of theirs', () => {
    const chosen = rowsOf(chooseEdges(columns([...clique, weak]), { total: 20, perNode: 3 }));
    expect(chosen).toHaveLength(20);
    expect(chosen).toContainEqual(weak);
    expect(chosen.map(([, , weight]) => weight)).toEqual(
      chosen.map(([, , weight]) => weight).toSorted((a, b) => b - a),
    );
  });

  it('takes all when they fit', () => {
    const chosen = rowsOf(chooseEdges(columns([weak, ...clique]), { total: 100, perNode: 1 }));
    expect(chosen).toHaveLength(clique.length + 1);
  });
});
