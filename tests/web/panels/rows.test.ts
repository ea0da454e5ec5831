import { describe, expect, it } from 'vitest';
import { columnForm, formOf, plainText } from '../../../web/panels/cypher/cell.ts';
import { countUnsure, kindRows, themeRows } from '../../../web/panels/legend-rows.ts';
import { groupHits } from '../../../web/panels/search-groups.ts';
import { graphView } from '../graph-view.ts';

const view = graphView(
  [
    { id: 'p', kind: 'Paper', theme: 1 },
    { id: 'light', kind: 'Task', theme: 1, weight: 1 },
    { id: 'heavy', kind: 'Method', theme: 1, weight: 9 },
    { id: 'alone', kind: 'Method' },
  ],
  [],
  ['empty', 'full'],
);

describe('the legend', () => {
  it('counts what is drawn', () => {
    expect(themeRows(view).map(({ theme, papers, concepts }) => [theme.id, papers, concepts])).toEqual([
      ['full', 1, 2],
    ]);
    expect(kindRows(view)).toEqual([
      { kind: 'Paper', drawn: 1 },
      { kind: 'Method', drawn: 2 },
      { kind: 'Task', drawn: 1 },
    ]);
  });
});

describe('the marks', () => {
  it('are counted: concepts of which the runs disagree', () => {
    expect(countUnsure(view)).toBe(0);
    const nodes = { ...view.nodes, ambiguity: [0, 0.5, 0.51, 1] };
    expect(countUnsure({ ...view, nodes })).toBe(2);
  });
});

describe('search hits', () => {
  it('are grouped by kind in the order of the first', () => {
    const hit = (id: string, kind: 'Paper' | 'Task') => ({ id, kind, label: id, matched: null, count: null });
    const groups = groupHits([hit('a', 'Task'), hit('b', 'Paper'), hit('c', 'Task')]);
    expect(groups.map(({ name, hits }) => [name, hits.length])).toEqual([
      ['Tasks', 2],
      ['Papers', 1],
    ]);
  });
});

describe('cells of a result', () => {
  const node = {
    $node: { ref: '1', labels: ['Concept', 'Method'], properties: { id: 'abc', name: 'BERT' } },
  };
  it('are told apart', () => {
    expect(formOf(null)).toEqual({ form: 'null' });
    expect(formOf(1.5)).toEqual({ form: 'number', text: '1.5' });
    expect(formOf('x')).toEqual({ form: 'text', text: 'x' });
    expect(formOf({ a: 1 })).toEqual({ form: 'map', entries: [['a', { form: 'number', text: '1' }]] });
    expect(formOf('2024-02-29')).toMatchObject({ form: 'date' });
    expect(formOf('2024-02-29 or so')).toMatchObject({ form: 'text' });
    expect(formOf([1, [true]])).toMatchObject({
      form: 'list',
      items: [{ form: 'number' }, { form: 'list' }],
    });
    expect(
      formOf({ $relation: { ref: 'r', type: 'SHARES', from: '1', to: '2', properties: {} } }),
    ).toMatchObject({
      form: 'relation',
      relation: { type: 'SHARES', from: '1', to: '2' },
    });
  });

  it('open what has a panel', () => {
    expect(formOf(node)).toMatchObject({
      form: 'node',
      node: { name: 'BERT', kind: 'Method', target: { type: 'concept', id: 'abc' } },
    });
    const author = { $node: { ref: '2', labels: ['Author'], properties: { id: 'x', name: 'Ada' } } };
    expect(formOf(author)).toMatchObject({ form: 'node', node: { name: 'Ada', target: null } });
    const path = {
      $path: {
        nodes: [node, author],
        relations: [{ $relation: { ref: 'r', type: 'WROTE', from: '2', to: '1', properties: {} } }],
      },
    };
    expect(formOf(path)).toMatchObject({ form: 'path', relations: [{ type: 'WROTE' }] });
  });

  it('are read as one line, and their column as its first value', () => {
    expect(plainText(formOf(['a', [1, null]]))).toBe('a, 1, null');
    const node = (name: string) => ({
      $node: { ref: name, labels: ['Paper'], properties: { id: name, title: name } },
    });
    const relation = { $relation: { ref: 'r', type: 'SHARES', from: 'x', to: 'y', properties: {} } };
    expect(plainText(formOf({ $path: { nodes: [node('x'), node('y')], relations: [relation] } }))).toBe(
      'x [SHARES] y',
    );
    const rows = [
      [null, 'a'],
      [3, 'b'],
    ];
    expect(columnForm(rows, 0)).toBe('number');
    expect(columnForm([[null]], 0)).toBeNull();
  });

  it('that only look like a node are shown as they are', () => {
    expect(formOf({ $node: 'no' })).toMatchObject({ form: 'map' });
    expect(formOf({ ...node, more: 1 })).toMatchObject({ form: 'map' });
  });
});
