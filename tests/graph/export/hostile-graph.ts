/** A small graph with everything in it that could break a file. */
import type { ExportNode, GraphSource } from '../../../graph/export/graph-source.ts';

const THEME = { id: 't1', label: 'Drawing, "networks" & <more>' };
export const FORMULA = '=HYPERLINK("http://evil.example","a, b")\nsecond line';

export const NODES: readonly ExportNode[] = [
  {
    id: 'p1',
    labels: ['Paper'],
    properties: {
      title: FORMULA,
      abstract: 'Not to be in any list of references.',
      year: 2020,
      venue: 'Journal of <b>Bogs</b>',
      doi: '10.1234/x_y',
      authors: ['Green, Ada', 'Bo Brown'],
      url: 'https://bogs.example/a?b=1&c',
      x: 1,
      y: 2,
    },
    theme: THEME,
    look: { x: 5, y: -6, size: 3, colour: '#1a73d5' },
  },
  {
    id: 'p2',
    labels: ['Paper'],
    properties: {
      abstract: 'No title here.\r\nTY  - BOOK\r\nER  - ',
      authors: ['@admin'],
      url: 'javascript:alert(1)',
    },
    theme: null,
    look: null,
  },
  {
    id: 'c1',
    labels: ['Concept', 'Method'],
    properties: {
      name: '+1 </script><img src=x onerror=alert(1)>',
      kind: 'Method',
      aliases: ['-2', 'x'],
      paperCount: 2,
    },
    theme: THEME,
    look: null,
  },
];

export const GRAPH: GraphSource = {
  title: 'A <title> & "more"',
  nodes: () => NODES,
  relations: () => [
    { source: 'p1', target: 'c1', type: 'MENTIONS', properties: { salience: 0.75 } },
    { source: 'p1', target: 'c1', type: 'INTRODUCES', properties: {} },
    { source: 'p2', target: 'c1', type: 'MENTIONS', properties: { salience: 0.25 } },
  ],
};
