import { describe, expect, it } from 'vitest';
import { chooseEdges, type Edges } from '../../../graph/server/choose-edges.ts';
import { chooseFairly } from '../../../graph/server/choose-nodes.ts';

const big = Array.from({ length: 100 }, (_, i) => ({ id: `big${i}`, theme: 'big', weight: 1000 - i }));
const small = Array.from({ length: 5 }, (_, i) => ({ id: `small${i}`, theme: 'small', weight: 5 - i }));
const lone = { id: 'lone', theme: null, weight: 0 };
const all = [...small, lone, ...big];

describe('chooseFairly', () => {
  it('takes all that fit, heaviest first', () => {
    const chosen = chooseFairly(all, 1000);
    expect(chosen).toHaveLength(all.length);
    expect([chosen[0]?.id, chosen.at(-1)?.id]).toEqual(['big0', 'lone']);
  });

  it('keeps some of every theme, the heaviest of each', () => {
    const ids = chooseFairly(all, 20).map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(ids).toContain('small0');
    expect(ids).toContain('small1');
    expect(ids).not.toContain('small4');
    expect(ids).toContain('lone');
    expect(ids.filter((id) => id.startsWith('big')).length).toBeGreaterThan(12);
  });

  it('does not depend on the order it is given', () => {
    expect(chooseFairly([...all].reverse(), 20)).toEqual(chooseFairly(all, 20));
  });

  it('never exceeds the budget, even with more themes than room', () => {
    const themes = Array.from({ length: 10 }, (_, i) => ({ id: `n${i}`, theme: `t${i}`, weight: i }));
    expect(chooseFairly(themes, 3).map(({ id }) => id)).toEqual(['n9', 'n8', 'n7']);
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
