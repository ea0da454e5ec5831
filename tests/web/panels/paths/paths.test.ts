import { describe, expect, it } from 'vitest';
import { nameMarks } from '../../../../web/panels/paths/name-marks.ts';
import { pathView } from '../../../../web/panels/paths/path-view.ts';
import { graphView } from '../../graph-view.ts';

describe('names in a sentence', () => {
  const marked = (sentence: string, names: string[]) =>
    nameMarks(sentence, names).map(({ start, end, payload }) => [sentence.slice(start, end), payload]);

  it('are found whole, in any capitals, as often as they come', () => {
    expect(marked('Graphs beat a graph; GRAPH.', ['graph'])).toEqual([
      ['graph', 0],
      ['GRAPH', 0],
    ]);
  });

  it('do not overlap: the longer one counts', () => {
    expect(marked('A graph neural network is a network.', ['network', 'graph neural network'])).toEqual([
      ['graph neural network', 1],
      ['network', 0],
    ]);
  });

  it('are none where there is none, nor for an empty name', () => {
    expect(marked('Nothing here.', ['graph', ''])).toEqual([]);
  });
});

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
