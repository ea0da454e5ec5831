import type { Statement } from '../../../graph/store/store.ts';
import { CONCEPTS } from './seed-papers.ts';
import { type Row, write } from './seed-rows.ts';

const PLACE = { x: 0, y: 0 };

/** Two themes; the first is divided further. The second is told of as a store of an older version does. */
export const THEMES: readonly Row[] = [
  {
    id: 't-graphs',
    label: 'Graph learning',
    level: 0,
    size: 4,
    paperCount: 4,
    colour: 0,
    topConcepts: ['node embedding'],
    ownLabel: 'node embedding, random walks',
    stability: 0.9,
    otherStability: 0.95,
    centrality: 2.5,
    density: 0.5,
    quadrant: 'motor',
    ...PLACE,
  },
  {
    id: 't-language',
    label: 'Language',
    level: 0,
    size: 3,
    paperCount: 3,
    colour: 1,
    topConcepts: ['self-attention'],
    ...PLACE,
  },
  {
    id: 's-walks',
    label: 'Walks',
    level: 1,
    size: 2,
    paperCount: 2,
    colour: 0,
    topConcepts: ['random walks'],
    ownLabel: 'Walks',
    stability: 0.7,
    otherStability: null,
    centrality: null,
    density: null,
    quadrant: null,
    ...PLACE,
  },
];

const SHARES: readonly [paper: string, theme: string, share: number][] = [
  ['p-walks', 't-graphs', 1],
  ['p-biased', 't-graphs', 1],
  ['p-gcn', 't-graphs', 1],
  ['p-gat', 't-graphs', 0.5],
  ['p-gat', 't-language', 0.5],
  ['p-transformer', 't-language', 1],
  ['p-untitled', 't-language', 1],
  ['p-walks', 's-walks', 1],
  ['p-biased', 's-walks', 1],
];

const AMBIGUITY: Readonly<Record<string, number>> = { 'c-convolution': 0.75, 'c-walks': 0 };

export function themeStatements(): Statement[] {
  return [
    write(
      'MERGE (t:Theme {id: row.id}) SET t += row.properties',
      THEMES.map(({ id, ...properties }) => ({ id: id!, properties })),
    ),
    write('MATCH (s:Theme {id: row.sub}) MATCH (t:Theme {id: row.theme}) CREATE (s)-[:PART_OF]->(t)', [
      { sub: 's-walks', theme: 't-graphs' },
    ]),
    write(
      `MATCH (p:Paper {id: row.paper}) MATCH (t:Theme {id: row.theme}) CREATE (p)-[r:IN_THEME]->(t)
       SET r.share = row.share`,
      SHARES.map(([paper, theme, share]) => ({ paper, theme, share })),
    ),
    write(
      `MATCH (c:Concept {id: row.id}) MATCH (t:Theme {id: row.theme}) CREATE (c)-[r:IN_THEME]->(t)
       SET r.share = 1, r.ambiguity = row.ambiguity`,
      [
        ...CONCEPTS.flatMap(({ id, theme }) =>
          theme === null ? [] : { id, theme, ambiguity: AMBIGUITY[id] ?? null },
        ),
        { id: 'c-walks', theme: 's-walks', ambiguity: null },
        { id: 'c-embedding', theme: 's-walks', ambiguity: null },
      ],
    ),
  ];
}
