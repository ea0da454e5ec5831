import type { Statement } from '../../../../graph/store/store.ts';
import { statement } from '../conformance/fixture.ts';

/** A little of everything that answers may turn on: ties, missing values, other scripts, cycles, nodes alone. */

const PAPERS = [
  {
    id: 'p1',
    title: 'Random walks',
    year: 2014,
    venue: 'KDD',
    keywords: ['graph', 'walk'],
    score: 0.5,
    open: true,
  },
  { id: 'p2', title: 'Biased walks', year: 2016, venue: 'KDD', keywords: ['walk'], score: 1.25, open: false },
  { id: 'p3', title: 'Convolution on graphs', year: 2017, venue: 'ICLR', keywords: [], score: 2, open: true },
  {
    id: 'p4',
    title: 'attention on Graphs',
    year: 2018,
    venue: 'ICLR',
    keywords: ['graph', 'attention'],
    score: -0.75,
  },
  {
    id: 'p5',
    title: 'Only attention',
    year: 2017,
    venue: 'NIPS',
    keywords: ['attention'],
    score: 1.25,
    open: true,
  },
  { id: 'p6', title: null, year: null, venue: null, keywords: null, score: null, open: null },
  {
    id: 'p7',
    title: 'Über 𝒢𝓇𝒶𝓅𝒽𝑠 💡',
    year: 2001,
    venue: 'KDD',
    keywords: ['ü', '💡'],
    score: 0.001,
    open: false,
  },
  {
    id: 'p8',
    title: 'O\'Hara\'s "tides"',
    year: 2001,
    venue: null,
    keywords: ['tide', 'tide'],
    score: 0,
    open: null,
  },
];

const CONCEPTS = [
  {
    id: 'c1',
    name: 'node embedding',
    kind: 'Method',
    aliases: ['embedding', 'Node Embeddings'],
    paperCount: 3,
  },
  { id: 'c2', name: 'link prediction', kind: 'Task', aliases: [], paperCount: 2 },
  { id: 'c3', name: 'graph convolution', kind: 'Method', aliases: ['GCN'], paperCount: 2 },
  { id: 'c4', name: 'self-attention', kind: 'Method', aliases: ['attention'], paperCount: 3 },
  { id: 'c5', name: 'machine translation', kind: 'Task', aliases: ['MT'], paperCount: 1 },
  { id: 'c6', name: 'Cora', kind: 'Dataset', aliases: [], paperCount: 0 },
  { id: 'c7', name: 'accuracy', kind: 'Metric', aliases: ['acc'], paperCount: null },
];

const MENTIONS = [
  ['p1', 'c1', 3, 0.75, 'method'],
  ['p1', 'c2', 1, 0.25, 'task'],
  ['p2', 'c1', 2, 0.5, 'method'],
  ['p2', 'c2', 2, 0.5, null],
  ['p3', 'c1', 1, 0.125, 'method'],
  ['p3', 'c3', 4, 0.875, 'method'],
  ['p4', 'c3', 1, 0.25, null],
  ['p4', 'c4', 2, 0.5, 'method'],
  ['p5', 'c4', 5, 1, 'method'],
  ['p5', 'c5', 2, 0.5, 'task'],
  ['p7', 'c4', 1, null, null],
].map(([paper, concept, count, salience, role]) => ({
  paper,
  concept,
  properties: { count, salience, role },
}));

const CITES = [
  ['p2', 'p1'],
  ['p3', 'p1'],
  ['p3', 'p2'],
  ['p4', 'p3'],
  ['p4', 'p5'],
  ['p5', 'p3'],
  ['p7', 'p7'],
].map(([from, to]) => ({ from, to }));

const AUTHORS = [
  { id: 'a1', name: 'Ada', papers: ['p1', 'p2', 'p3'] },
  { id: 'a2', name: 'Émile', papers: ['p3', 'p4'] },
  { id: 'a3', name: 'bo', papers: ['p5'] },
  { id: 'a4', name: 'Ada', papers: [] },
];

const USED_FOR = [
  ['c1', 'c2', 2],
  ['c3', 'c2', 1],
  ['c4', 'c5', 1],
].map(([from, to, count]) => ({ from, to, count }));

const written = (rows: readonly object[], text: string): Statement =>
  statement(`UNWIND $rows AS row ${text}`, { rows: JSON.parse(JSON.stringify(rows)) });

export const GRAPH: readonly Statement[] = [
  written(PAPERS, 'MERGE (p:Paper {id: row.id}) SET p += row'),
  ...CONCEPTS.map((concept) =>
    written([concept], `MERGE (c:Concept {id: row.id}) SET c:${concept.kind} SET c += row`),
  ),
  written(AUTHORS, 'MERGE (a:Author {id: row.id}) SET a.name = row.name'),
  written(
    AUTHORS.flatMap(({ id, papers }) => papers.map((paper, position) => ({ id, paper, position }))),
    'MATCH (a:Author {id: row.id}), (p:Paper {id: row.paper}) MERGE (a)-[w:WROTE]->(p) SET w.position = row.position',
  ),
  written(
    MENTIONS,
    'MATCH (p:Paper {id: row.paper}), (c:Concept {id: row.concept}) MERGE (p)-[m:MENTIONS]->(c) SET m += row.properties',
  ),
  written(CITES, 'MATCH (a:Paper {id: row.from}), (b:Paper {id: row.to}) MERGE (a)-[:CITES]->(b)'),
  written(
    USED_FOR,
    'MATCH (a:Concept {id: row.from}), (b:Concept {id: row.to}) MERGE (a)-[r:USED_FOR]->(b) SET r.count = row.count',
  ),
];
