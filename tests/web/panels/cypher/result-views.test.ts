import { describe, expect, it } from 'vitest';
import type { PlanStep } from '../../../../graph/contract.ts';
import {
  chartColumns,
  chartPoints,
  firstChoice,
} from '../../../../web/panels/cypher/results/chart/chart-choice.ts';
import { scaleOf } from '../../../../web/panels/cypher/results/chart/chart-scale.ts';
import { resultGraph } from '../../../../web/panels/cypher/results/graph/result-graph.ts';
import { JSON_BOUNDS, jsonLines } from '../../../../web/panels/cypher/results/json/json-lines.ts';
import { openRows, planOf } from '../../../../web/panels/cypher/results/plan/plan-rows.ts';
import { inWords } from '../../../../web/panels/cypher/results/result-words.ts';
import { firstView, viewReasons } from '../../../../web/panels/cypher/results/views.ts';

const paper = (ref: string) => ({ $node: { ref, labels: ['Paper'], properties: { id: ref, title: ref } } });
const cites = { $relation: { ref: 'r', type: 'CITES', from: 'a', to: 'b', properties: {} } };
const step = (parent: number | null, more: Partial<PlanStep> = {}): PlanStep => ({
  parent,
  operator: 'Step',
  details: '',
  estimatedRows: null,
  rows: null,
  dbHits: null,
  milliseconds: null,
  ...more,
});

function opened(
  columns: string[],
  rows: unknown[][],
  {
    mode = 'run',
    plan = null,
    chosen = null,
  }: {
    mode?: 'run' | 'explain' | 'profile';
    plan?: PlanStep[] | null;
    chosen?: 'json' | 'chart' | 'table' | null;
  } = {},
) {
  const result = { mode, columns, rows: rows as never, plan };
  const graph = resultGraph(rows);
  const reasons = viewReasons(result, graph, chartColumns(result));
  return { reasons, view: firstView(reasons, { mode, relations: graph.relations.length, chosen }) };
}

describe('the form in which a result opens', () => {
  it('is the graph where there is one, else the table', () => {
    expect(opened(['a', 'r', 'b'], [[paper('a'), cites, paper('b')]]).view).toBe('graph');
    expect(opened(['a', 'n'], [[paper('a'), 1]]).view).toBe('table');
    expect(opened(['n'], [[1]]).reasons.graph).toMatch(/No column/);
    expect(opened(['n'], []).view).toBe('table');
  });

  it('is what the reader chose last, where that has something to show', () => {
    const rows = [
      ['x', 1],
      ['y', 2],
    ];
    expect(opened(['a', 'n'], rows, { chosen: 'chart' }).view).toBe('chart');
    expect(opened(['a'], [['x']], { chosen: 'chart' }).view).toBe('table');
  });

  it('is the plan where that was asked for', () => {
    const { view, reasons } = opened([], [], { mode: 'explain', plan: [step(null)], chosen: 'table' });
    expect(view).toBe('plan');
    expect(reasons.table).toMatch(/does not run/);
    expect(opened(['n'], [[1]], { mode: 'profile', plan: [step(null)] }).reasons.table).toBeNull();
  });

  it('says what limit it came to, and what to do', () => {
    const told = {
      mode: 'run' as const,
      rows: [[1]],
      truncated: true,
      milliseconds: 3,
      limits: { rows: 1, milliseconds: 5 },
    };
    expect(inWords(told, 10_000)).toBe(
      '1 row in 3.0 ms; there are more, but 1 row is the limit: raise the row limit to see them',
    );
    expect(inWords(told, 1)).toMatch(/narrow the query/);
  });
});

describe('a quick chart', () => {
  const choice = (columns: string[], rows: unknown[][]) => {
    const found = firstChoice(chartColumns({ columns, rows: rows as never }));
    return found && [found.form, found.x.name, found.y.name];
  };

  it('goes by what the columns hold', () => {
    const twice = (row: unknown[]) => [row, row];
    expect(choice(['c', 'papers'], twice([paper('a'), 3]))).toEqual(['bar', 'c', 'papers']);
    expect(choice(['year', 'papers'], twice([2020, 3]))).toEqual(['line', 'year', 'papers']);
    expect(choice(['x', 'y'], twice([0.5, 3]))).toEqual(['scatter', 'y', 'x']);
    expect(choice(['day', 'n'], twice(['2024-01-02', 3]))).toEqual(['line', 'day', 'n']);
    expect(
      choice(
        ['a', 'b'],
        [
          ['x', 'y'],
          ['z', 'w'],
        ],
      ),
    ).toBeNull();
    expect(chartColumns({ columns: ['n'], rows: [[1], [2]] }).reason).toMatch(/second column/);
  });

  it('takes no year for an amount, and counts what repeats', () => {
    const rows = [
      [paper('a'), 1997],
      [paper('b'), 1997],
      [paper('b'), 2001],
    ];
    const columns = chartColumns({ columns: ['p', 'year'], rows: rows as never });
    expect(columns.y.map(({ name }) => name)).toEqual(['rows']);
    const found = firstChoice(columns)!;
    expect([found.form, found.x.name]).toEqual(['bar', 'year']);
    expect(chartPoints(rows, found).points.map(({ x, y }) => [x, y])).toEqual([
      [1997, 2],
      [2001, 1],
    ]);
    const bars = chartPoints(rows, { ...found, x: columns.x[0]!, form: 'bar' });
    expect(bars.points.map(({ name, y }) => [name, y])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('draws a line in the order of x, bars as they came, and counts what it left out', () => {
    const rows = [
      [2021, 5],
      [2019, 1],
      [null, 3],
      [2020, null],
    ];
    const found = firstChoice(chartColumns({ columns: ['year', 'n'], rows }))!;
    const { points, left } = chartPoints(rows, found);
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [2019, 1],
      [2021, 5],
    ]);
    expect(left).toBe(2);
    const bars = chartPoints(rows, { ...found, form: 'bar' });
    expect(bars.points.map(({ name }) => name)).toEqual(['2021', '2019']);
  });

  it('names round values on its axes', () => {
    const scale = scaleOf([3, 9], { steps: 4, fromZero: true });
    expect(scale.ticks).toEqual([0, 2, 4, 6, 8]);
    expect(scale.place(0)).toBe(0);
    expect(scaleOf([1986, 2025], { steps: 8, fromZero: false, whole: true }).ticks).toContain(2000);
    expect(scaleOf([0.1, 0.3], { steps: 4, fromZero: true }).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    for (const values of [[], [5], [0], [-2, -1]]) {
      const { low, high, ticks } = scaleOf(values, { steps: 4, fromZero: false });
      expect(high).toBeGreaterThan(low);
      expect(ticks.length).toBeLessThan(12);
    }
  });
});

describe('a result as JSON', () => {
  it('reads back where nothing was cut', () => {
    const rows = [
      ['a "b"', [1]],
      ['line\nbreak', null],
    ];
    const { lines, rows: shown, cut } = jsonLines({ columns: ['t', 'l'], rows: rows as never });
    expect(JSON.parse(lines.join('\n'))).toEqual(rows.map(([t, l]) => ({ t, l })));
    expect([shown, cut]).toEqual([2, 0]);
  });

  it('is bounded, however large the result is', () => {
    const long = 'x'.repeat(JSON_BOUNDS.letters * 3);
    const rows = Array.from({ length: 100 }, (_, i) => [i, long]);
    const { lines, rows: shown, cut } = jsonLines({ columns: ['i', 'text'], rows }, 40);
    expect(lines.length).toBeLessThan(50);
    expect(shown).toBeLessThan(20);
    expect(cut).toBe(shown);
    expect(lines.join('').length).toBeLessThan(shown * (JSON_BOUNDS.letters + 200));
  });
});

describe('a plan', () => {
  const plan = planOf([
    step(null, { dbHits: 5, rows: 2 }),
    step(0, { dbHits: 10 }),
    step(1),
    step(0, { dbHits: 1 }),
  ]);

  it('is a tree by its parents', () => {
    expect(
      plan.rows.map(({ level, children, place, siblings }) => [level, children, place, siblings]),
    ).toEqual([
      [1, 2, 1, 1],
      [2, 1, 1, 2],
      [3, 0, 1, 1],
      [2, 0, 2, 2],
    ]);
    expect(planOf([step(7)]).rows[0]!.level).toBe(1);
  });

  it('has figures only where the engine gave some', () => {
    expect([...plan.figures]).toEqual([
      ['rows', { most: 2, sum: 2 }],
      ['dbHits', { most: 10, sum: 16 }],
    ]);
  });

  it('hides what is within a folded step', () => {
    expect(openRows(plan, new Set([1])).map(({ index }) => index)).toEqual([0, 1, 3]);
    expect(openRows(plan, new Set([0, 1])).map(({ index }) => index)).toEqual([0]);
  });
});
