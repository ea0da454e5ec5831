import { describe, expect, it } from 'vitest';
import { outlineModel } from '../../../web/panels/outline/outline-model.ts';
import { membersOf, openRows, rowAfter, typedRow, wayTo } from '../../../web/panels/outline/outline-rows.ts';
import { graphView } from '../graph-view.ts';

const VIEW = graphView(
  [
    { id: 'p', kind: 'Paper', theme: 1, weight: 3 },
    { id: 'light', kind: 'Task', theme: 1, weight: 1 },
    { id: 'heavy', kind: 'Method', theme: 1, weight: 9 },
    { id: 'other', kind: 'Method', theme: 1, weight: 2 },
    { id: 'alone', kind: 'Method', theme: -1 },
  ],
  [
    [0, 1],
    [0, 2],
  ],
  ['empty', 'full'],
);
const ALL = {
  hidden: new Set<string>(),
  hiddenKinds: new Set<never>(),
  hiddenRelations: new Set<never>(),
  theme: null,
};
const MODEL = outlineModel(VIEW, ALL);
const labels = (open: string[], model = MODEL) =>
  openRows(model, new Set(open)).map(({ level, label }) => `${'-'.repeat(level - 1)}${label}`);

describe('the outline', () => {
  it('holds every node once, the weightiest first, what is in no theme last', () => {
    expect(labels([])).toEqual(['Theme full', 'In no theme']);
    expect(labels(['full', 'full/Method', ''])).toEqual([
      'Theme full',
      '-Methods',
      '--heavy',
      '--other',
      '-Tasks',
      '-Papers',
      'In no theme',
      '-Methods',
    ]);
    expect(MODEL.nodes.map(({ id }) => id).toSorted()).toEqual(VIEW.nodes.id.toSorted());
  });

  it('opens a node to what it is tied to, and that again', () => {
    const open = ['full', 'full/Paper', 'full/Paper/p', 'full/Paper/p/heavy:MENTIONS'];
    expect(labels(open).slice(4)).toEqual(['--p', '---heavy', '----p', '---light', 'In no theme']);
    const rows = openRows(MODEL, new Set(open));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const heavy = rows.find(({ label }) => label === 'heavy')!;
    expect([heavy.position, heavy.of, heavy.count, heavy.isOpen]).toEqual([1, 2, 1, true]);
    const lonely = openRows(MODEL, new Set(['', '/Method', '/Method/alone'])).at(-1)!;
    expect([lonely.label, lonely.count, lonely.isOpen]).toEqual(['alone', 0, false]);
  });

  it('leaves out what is hidden, and the links to it', () => {
    const without = (unseen: Partial<typeof ALL>) => outlineModel(VIEW, { ...ALL, ...unseen });
    const paper = without({ hidden: new Set(['heavy']) }).byId.get('p')!;
    expect(paper.degree).toBe(1);
    const kinds = outlineModel(VIEW, { ...ALL, hiddenKinds: new Set(['Paper', 'Task'] as const) });
    expect(labels(['full', ''], kinds)).toEqual(['Theme full', '-Methods', 'In no theme', '-Methods']);
    expect(outlineModel(VIEW, { ...ALL, theme: 'full' }).nodes).toHaveLength(4);
    const untied = outlineModel(VIEW, { ...ALL, hiddenRelations: new Set(['MENTIONS'] as const) });
    expect(untied.neighbours('p')).toEqual([]);
  });

  it('finds the way to a node, and the nodes of a row', () => {
    const way = wayTo(MODEL, 'light')!;
    const rows = openRows(MODEL, new Set(way.open));
    expect(rows.find(({ key }) => key === way.key)?.label).toBe('light');
    expect(wayTo(MODEL, 'nobody')).toBeNull();
    expect(membersOf(rows[0]!).toSorted()).toEqual(['heavy', 'light', 'other', 'p']);
    expect(membersOf(rows.find(({ label }) => label === 'Tasks')!)).toEqual(['light']);
  });

  it('stays where it was when a row is taken away', () => {
    const rows = [1, 2, 3, 3, 2, 1].map((level) => ({ level }));
    expect([0, 1, 2, 3, 5].map((at) => rowAfter(rows, at))).toEqual([5, 4, 3, 4, 4]);
  });

  it('goes to the next row that begins with what is typed, round and round', () => {
    const rows = ['beam', 'Bert', 'search', 'bert two'].map((label) => ({ label }));
    expect(typedRow(rows, 0, 'b')).toBe(1);
    expect(typedRow(rows, 1, 'be')).toBe(1);
    expect(typedRow(rows, 1, 'b')).toBe(3);
    expect(typedRow(rows, 3, 'b')).toBe(0);
    expect(typedRow(rows, 0, 'bert t')).toBe(3);
    expect(typedRow(rows, 2, 'zz')).toBe(2);
  });

  it('is ready at once for 5,000 nodes, all open', () => {
    const many = graphView(
      Array.from({ length: 5000 }, (_, i) => ({ id: `n${i}`, theme: i % 12, weight: (i * 7919) % 101 })),
      Array.from({ length: 6000 }, (_, i) => [i % 5000, (i * 31) % 5000] as const),
      Array.from({ length: 12 }, (_, i) => `t${i}`),
    );
    const model = outlineModel(many, ALL);
    const open = new Set(model.branches.flatMap(({ theme }) => [theme!.id, `${theme!.id}/Method`]));
    expect(openRows(model, open)).toHaveLength(5000 + 24);
  });
});
