/** What an analysis would have found out about the themes of seed.ts: how steady they are, where they lie, what they hold. */
import type { ThemeDossier } from '../../graph/analysis/dossier/theme-dossier.ts';
import type { Statement, StoreWriter } from '../../graph/store/store.ts';
import { fillStore } from './seed.ts';

const PART = 't0a';
/** The strategic map writes it on two lines. */
const LONG = 'Graph learning on social networks';

const THEMES = [
  { id: 't0', stability: 0.92, otherStability: 0.88, centrality: 40, density: 70, quadrant: 'motor' },
  { id: 't1', stability: 0.61, otherStability: 0.72, centrality: 22, density: 64, quadrant: 'niche' },
  {
    id: 't2',
    stability: 0.34,
    otherStability: 0.4,
    centrality: 12,
    density: 31,
    quadrant: 'emerging or declining',
  },
  {
    id: 't3',
    label: LONG,
    stability: 0.8,
    otherStability: null,
    centrality: 36,
    density: 38,
    quadrant: 'basic',
  },
];

const DOSSIER: Omit<ThemeDossier, 'years'> = {
  keyPapers: [{ paper: 'p00', share: 0.9, why: ['about machine translation', '90 % of it is this theme'] }],
  defining: [
    { kind: 'Task', concepts: [{ concept: 'c00', score: 4.2 }] },
    { kind: 'Method', concepts: [{ concept: 'c01', score: 3.1 }] },
  ],
  pairings: { rows: ['c01', 'c02'], columns: ['c04'], papers: [[3], [0]] },
  bursts: [{ concept: 'c01', from: 2012, to: 2015, weight: 2.5, ongoing: false }],
  links: [{ theme: 't3', weight: 12, papers: ['p03'], concepts: ['c30'] }],
  questions: [{ paper: 'p01', sentence: 'Why it fails on long input remains unclear.', field: 'abstract' }],
};

const FINDINGS = {
  themes: {
    agreement: [
      { algorithm: 'louvain', runs: 20, meanRand: 0.83, modularity: 0.61 },
      { algorithm: 'leiden', runs: 20, meanRand: 0.9, modularity: 0.62 },
    ],
    changes: [
      { event: 'born', from: [], to: [{ id: 't2', label: 'Reinforcement learning' }], kept: 0, of: 0 },
      {
        event: 'merged',
        from: [
          { id: 't3', label: 'Graph learning' },
          { id: 'gone', label: 'Random walks' },
        ],
        to: [{ id: 't3', label: 'Graph learning' }],
        kept: 7,
        of: 8,
      },
    ],
    medians: { centrality: 29, density: 51 },
    leftOut: {
      rare: 120,
      fewestPapers: 2,
      common: [{ id: 'c10', name: 'image classification', papers: 31 }],
      mostPapers: 30,
      mentionsBeyondCap: 4,
    },
  },
  'dossier:t0': DOSSIER,
};

const statement = (text: string, rows: Record<string, string | number | null>[]): Statement => ({
  text: `UNWIND $rows AS row ${text}`,
  parameters: { rows },
});

/** Writes the graph and what was found out about its themes; the store must be empty. */
export async function fillWithThemes(writer: StoreWriter): Promise<void> {
  await fillStore(writer);
  await writer.write([
    statement(
      `MATCH (t:Theme {id: row.id})
       WITH t, row, coalesce(row.label, t.label) AS label
       SET t.label = label, t.ownLabel = label, t.stability = row.stability, t.otherStability = row.otherStability,
           t.centrality = row.centrality, t.density = row.density, t.quadrant = row.quadrant`,
      THEMES,
    ),
    statement(
      `MATCH (t:Theme {id: row.parent}) CREATE (p:Theme {id: row.id})-[:PART_OF]->(t)
       SET p.label = row.label, p.ownLabel = row.label, p.level = 1, p.size = 2, p.paperCount = 3, p.colour = 0,
           p.topConcepts = [], p.stability = 1.0`,
      [{ id: PART, parent: 't0', label: 'Beam search' }],
    ),
    statement('MATCH (c:Concept {id: row.concept})-[r:IN_THEME]->(:Theme) SET r.ambiguity = row.ambiguity', [
      { concept: 'c00', ambiguity: 0.1 },
      { concept: 'c01', ambiguity: 0.8 },
      { concept: 'c13', ambiguity: 0.95 },
    ]),
    statement(
      'MERGE (f:Finding {id: row.id}) SET f.json = row.json',
      Object.entries(FINDINGS).map(([id, finding]) => ({ id, json: JSON.stringify(finding) })),
    ),
  ]);
  await writer.checkpoint();
}
