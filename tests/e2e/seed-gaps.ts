/** What an analysis would have found in the small graph of seed.ts: gaps of three kinds, a matrix, a track record. */
import type { TrackRecord } from '../../graph/contract.ts';
import type { GapKind } from '../../graph/schema.ts';
import type { Statement, StoreWriter } from '../../graph/store/store.ts';
import { FIELDS, fillStore } from './seed.ts';

type Stored = { label: 'Theme' | 'Concept' | 'Paper'; id: string };

const theme = (id: string): Stored => ({ label: 'Theme', id });
const concept = (id: string): Stored => ({ label: 'Concept', id });
const paper = (id: string): Stored => ({ label: 'Paper', id });

/** Long enough that not all its rows are in the page at once. */
const CONCEPT_PAIRS = 120;

const idsOf = (kind: string) =>
  FIELDS.flatMap(({ concepts }, field) =>
    concepts.flatMap(([name, own], index) => (own === kind ? [{ id: `c${field}${index}`, name }] : [])),
  );

interface Seeded {
  id: string;
  kind: GapKind;
  rank: number;
  score: number;
  title: string;
  observed: number;
  expected: number;
  between: Stored[];
}

function gaps(): Seeded[] {
  const concepts = FIELDS.flatMap(({ concepts: own }, field) =>
    own.map(([name], index) => ({ id: `c${field}${index}`, name })),
  );
  const pairs = Array.from({ length: CONCEPT_PAIRS }, (_, i): Seeded => {
    const [one, other] = [concepts[i % 8]!, concepts[8 + (i % 24)]!];
    return {
      id: `g-pair-${i}`,
      kind: 'conceptPair',
      rank: i + 1,
      score: 1 - i / CONCEPT_PAIRS,
      title: `${one.name} × ${other.name}`,
      observed: 0,
      expected: 2.5,
      between: [concept(one.id), concept(other.id)],
    };
  });
  return [
    {
      id: 'g-themes',
      kind: 'themePair',
      rank: 1,
      score: 1.75,
      title: 'Machine translation × Graph learning',
      observed: 1,
      expected: 6.5,
      between: [theme('t0'), theme('t3')],
    },
    ...pairs,
    {
      id: 'g-cell',
      kind: 'cell',
      rank: 1,
      score: 2.1,
      title: 'attention mechanism × node classification',
      observed: 0,
      expected: 4.4,
      between: [concept('c01'), concept('c31')],
    },
    {
      id: 'g-broker',
      kind: 'broker',
      rank: 1,
      score: 0.9,
      title: 'attention mechanism',
      observed: 0,
      expected: 0,
      between: [concept('c01')],
    },
  ];
}

/** All that is shown of a gap; the same for each but for its ends. */
const evidenceOf = ({ kind, between, score, observed, expected }: Seeded): string =>
  JSON.stringify({
    kind,
    part: '',
    between,
    score,
    observed,
    expected,
    measures: { resourceAllocation: 0.125, textSimilarity: 0.4 },
    evidenceFor: [
      { text: 'These concepts stand with both of them.', refs: [concept('c02'), concept('c30')] },
      { text: 'Their texts are alike.', refs: [] },
    ],
    evidenceAgainst: [{ text: 'This paper comes near to joining them.', refs: [paper('p00')] }],
    bridges: [{ ref: paper('p03'), why: 'half of it is in each' }],
  });

const scores = (ap: number) => ({
  auc: 0.7,
  ap,
  hits10: 4,
  hits50: 15,
  hits100: 28,
  interval: { auc: [0.66, 0.74] as [number, number], ap: [ap * 0.9, ap * 1.1] as [number, number] },
});
const cut = (year: number, horizon: number): TrackRecord['cuts'][number] => ({
  year,
  horizon,
  positives: 400,
  candidates: 9000,
  methods: {
    lacuna: { ...scores(0.05), matched: scores(0.18) },
    recentPopularity: { ...scores(0.08), matched: scores(0.12) },
    preferentialAttachment: { ...scores(0.06), matched: scores(0.1) },
  },
});
const RECORD: TrackRecord = {
  cuts: [1, 3, 5].flatMap((horizon) => [2008, 2011, 2014].map((year) => cut(year, horizon))),
  themePairs: [
    { year: 2011, horizon: 3, flagged: 15, matched: 45, difference: 0.2, interval: [0.05, 0.35] },
    { year: 2014, horizon: 3, flagged: 5, matched: 9, difference: 0.2, interval: [0.05, 0.35] },
  ],
  papers: 500,
  seed: 7,
};

function matrix() {
  const rows = idsOf('Method');
  const columns = idsOf('Task');
  return {
    rows: rows.map(({ id }) => id),
    columns: columns.map(({ id }) => id),
    observed: rows.map((_, i) => columns.map((_, j) => (i + j) % 4)),
    expected: rows.map((_, i) => columns.map((_, j) => ((i * j) % 5) + 0.4)),
  };
}

const statement = (text: string, rows: Record<string, string | number>[]): Statement => ({
  text: `UNWIND $rows AS row ${text}`,
  parameters: { rows },
});

/** Writes the graph and what was found in it; the store must be empty. */
export async function fillWithGaps(writer: StoreWriter): Promise<void> {
  await fillStore(writer);
  const list = {
    considered: 500,
    excluded: [{ reason: 'one is a form of the other', count: 3 }],
    parameters: { fewestPapers: 2 },
  };
  const findings = {
    'gaps:themePair': list,
    'gaps:conceptPair': list,
    'gaps:cell': list,
    'gaps:broker': list,
    'gaps:risingPair': {
      ...list,
      considered: 0,
      excluded: [{ reason: 'only 3 years have a paper', count: 40 }],
    },
    'matrix:Method:Task': matrix(),
    backtest: { record: RECORD, refused: null },
  };
  await writer.write([
    statement(
      `MERGE (g:Gap {id: row.id})
       SET g.kind = row.kind, g.rank = row.rank, g.score = row.score, g.title = row.title,
           g.observed = row.observed, g.expected = row.expected, g.evidence = row.evidence`,
      gaps().map((gap) => {
        const { between: _, ...properties } = gap;
        return { ...properties, evidence: evidenceOf(gap) };
      }),
    ),
    statement(
      'MERGE (f:Finding {id: row.id}) SET f.json = row.json',
      Object.entries(findings).map(([id, json]) => ({ id, json: JSON.stringify(json) })),
    ),
  ]);
  await writer.checkpoint();
}
