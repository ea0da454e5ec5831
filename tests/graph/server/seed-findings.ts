import type { TrackRecord } from '../../../graph/contract.ts';
import type { Statement } from '../../../graph/store/store.ts';
import { write } from './seed-rows.ts';

const theme = (id: string) => ({ label: 'Theme', id });
const concept = (id: string) => ({ label: 'Concept', id });
const paper = (id: string) => ({ label: 'Paper', id });

/** What the analysis says of a gap between themes; one paper of it has gone since. */
const THEME_GAP = {
  kind: 'themePair',
  between: [theme('t-graphs'), theme('t-language')],
  part: '',
  score: 1.25,
  observed: 1,
  expected: 3.5,
  measures: { observed: 1, expected: 3.5, pValue: 0.03, ratio: Number.POSITIVE_INFINITY },
  evidenceFor: [{ text: 'Their texts are related: cosine 0.4.', refs: [theme('t-graphs'), paper('p-gone')] }],
  evidenceAgainst: [{ text: 'One paper joins them already.', refs: [paper('p-gat')] }],
  bridges: [
    { ref: paper('p-gat'), why: 'half of it is in each' },
    { ref: paper('p-gone'), why: 'gone' },
  ],
};

const CONCEPT_GAP = {
  ...THEME_GAP,
  kind: 'conceptPair',
  between: [concept('c-walks'), concept('c-translation')],
  score: 0.5,
  observed: 0,
  expected: 0.9,
};

const LAST_GAP = { ...CONCEPT_GAP, between: [concept('c-walks'), concept('c-tide')], score: 0.25 };

export const GAPS = [
  {
    id: 'g-themes',
    kind: 'themePair',
    rank: 1,
    score: 1.25,
    title: 'Graph learning and Language',
    observed: 1,
    expected: 3.5,
    evidence: JSON.stringify(THEME_GAP),
  },
  {
    id: 'g-second',
    kind: 'conceptPair',
    rank: 2,
    score: 0.25,
    title: 'random walks and tide table',
    observed: 0,
    expected: 0.3,
    evidence: JSON.stringify(LAST_GAP),
  },
  {
    id: 'g-first',
    kind: 'conceptPair',
    rank: 1,
    score: 0.5,
    title: 'random walks and machine translation',
    observed: 0,
    expected: 0.9,
    evidence: JSON.stringify(CONCEPT_GAP),
  },
];

const BETWEEN: readonly [gap: string, label: 'Theme' | 'Concept', node: string][] = [
  ['g-themes', 'Theme', 't-graphs'],
  ['g-themes', 'Theme', 't-language'],
  ['g-first', 'Concept', 'c-walks'],
  ['g-first', 'Concept', 'c-translation'],
  ['g-second', 'Concept', 'c-walks'],
  ['g-second', 'Concept', 'c-tide'],
];

const scores = { auc: 0.8, ap: 0.1, hits10: 4, hits50: 12, hits100: 20 };

export const RECORD: TrackRecord = {
  cuts: [
    {
      year: 2014,
      horizon: 3,
      positives: 40,
      candidates: 900,
      methods: {
        lacuna: { ...scores, interval: { auc: [0.7, 0.9], ap: [0.05, 0.2] }, matched: scores },
        recentPopularity: { ...scores, matched: { ...scores, ap: 0.05 } },
      },
    },
  ],
  themePairs: [{ year: 2014, horizon: 3, flagged: 5, matched: 9, difference: 0.2, interval: [-0.1, 0.5] }],
  papers: 7,
  seed: 7,
};

/** Of each, what a gone concept or paper leaves must be left out. */
const FINDINGS: Readonly<Record<string, unknown>> = {
  themes: {
    agreement: [
      { algorithm: 'louvain', runs: 20, meanRand: 0.85, modularity: 0.42 },
      { algorithm: 'leiden', runs: 20, meanRand: 0.97, modularity: 0.43 },
    ],
    leftOut: {
      rare: 2,
      fewestPapers: 2,
      common: [
        { id: 'c-attention', name: 'self-attention', papers: 3 },
        { id: 'c-gone', name: 'network', papers: 6 },
      ],
      mostPapers: 2.5,
      mentionsBeyondCap: 1,
    },
    changes: [
      {
        event: 'split',
        from: [{ id: 't-old', label: 'Everything' }],
        to: [
          { id: 't-graphs', label: 'Graph learning' },
          { id: 't-language', label: 'Language' },
        ],
        kept: 6,
        of: 7,
      },
    ],
    medians: { centrality: 1.5, density: 0.25 },
  },
  'dossier:t-graphs': {
    keyPapers: [
      { paper: 'p-walks', share: 1, why: ['names 3 of its concepts'] },
      { paper: 'p-gone', share: 1, why: ['gone'] },
    ],
    defining: [
      {
        kind: 'Method',
        concepts: [
          { concept: 'c-walks', score: 2.5 },
          { concept: 'c-gone', score: 1 },
        ],
      },
    ],
    pairings: {
      rows: ['c-gone', 'c-walks'],
      columns: ['c-tide', 'c-gone'],
      papers: [
        [5, 6],
        [0, 7],
      ],
    },
    bursts: [{ concept: 'c-walks', from: 2014, to: 2016, weight: 3.5, ongoing: false }],
    links: [{ theme: 't-language', weight: 0.125, papers: ['p-gat', 'p-gone'], concepts: ['c-convolution'] }],
    questions: [{ paper: 'p-gcn', sentence: 'It beats node embedding on citation data.', field: 'abstract' }],
  },
  'gaps:themePair': {
    considered: 1,
    excluded: [{ reason: 'fewer than 5 links expected', count: 2 }],
    parameters: { fewestExpected: 5, nullModel: 'configuration' },
  },
  'gaps:conceptPair': { considered: 12, excluded: [], parameters: {} },
  'gaps:cell': {
    considered: 4,
    excluded: [{ reason: 'fewer than 3 papers expected', count: 4 }],
    parameters: {},
  },
  'matrix:Method:Task': {
    rows: ['c-embedding', 'c-walks', 'c-gone', 'c-attention'],
    columns: ['c-link', 'c-translation'],
    observed: [
      [2, 0],
      [2, 0],
      [9, 9],
      [0, 2],
    ],
    expected: [
      [0.86, 0.86],
      [0.57, 0.57],
      [9, 9],
      [0.86, 0.86],
    ],
  },
  backtest: { record: RECORD, refused: null },
};

export function findingStatements(): Statement[] {
  return [
    write(
      'MERGE (g:Gap {id: row.id}) SET g += row.properties',
      GAPS.map(({ id, ...properties }) => ({ id, properties })),
    ),
    ...(['Theme', 'Concept'] as const).map((label) =>
      write(
        `MATCH (g:Gap {id: row.gap}) MATCH (n:${label} {id: row.node}) CREATE (g)-[:BETWEEN]->(n)`,
        BETWEEN.filter((row) => row[1] === label).map(([gap, , node]) => ({ gap, node })),
      ),
    ),
    write(
      'MERGE (f:Finding {id: row.id}) SET f.json = row.json',
      Object.entries(FINDINGS).map(([id, json]) => ({ id, json: JSON.stringify(json) })),
    ),
    write(
      'MERGE (j:Judgement {id: row.id}) SET j.verdict = row.verdict, j.note = row.note, j.label = row.label',
      [
        { id: 'g-first', verdict: 'kept', note: 'Ask Ada.', label: null },
        { id: 't-graphs', verdict: null, note: '', label: 'Graph learning' },
      ],
    ),
  ];
}
