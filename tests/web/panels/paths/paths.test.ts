import { describe, expect, it } from 'vitest';
import { pathView } from '../../../../web/panels/paths/path-view.ts';
import { graphView } from '../../graph-view.ts';

describe('a path over the map', () => {
  const step = (type: string) => ({ type });
  const path = {
    ids: ['a', 'b', 'c'],
    steps: [step('MENTIONS'), step('CO_OCCURS')],
  };

  it('has its own nodes and links, and nothing of their surroundings', () => {
    const one = graphView([{ id: 'a', x: 1 }, { id: 'z' }], [[0, 1]], ['t']);
    const two = graphView(
      [
        { id: 'b', x: 2, theme: 0 },
        { id: 'c', x: 3 },
      ],
      [[0, 1]],
      ['u'],
    );
    const view = pathView(path, [one, two]);
    expect(view.nodes.id).toEqual(['a', 'b', 'c']);
    expect(view.nodes.x).toEqual([1, 2, 3]);
    expect(view.themes[view.nodes.theme[1]!]!.id).toBe('u');
    expect([view.edges.source, view.edges.target, view.edges.type]).toEqual([
      [0, 1],
      [1, 2],
      ['MENTIONS', 'CO_OCCURS'],
    ]);
  });

  it('leaves out what has no place, with its links', () => {
    const view = pathView(path, [graphView([{ id: 'a' }, { id: 'c' }])]);
    expect(view.nodes.id).toEqual(['a', 'c']);
    expect(view.edges.source).toEqual([]);
  });
});
