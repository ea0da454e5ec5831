import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  type ConceptKind,
  type ConceptRelation,
  encodeRelationSpan,
  encodeSpan,
} from '../../../graph/schema.ts';
import { type AppOptions, buildApp } from '../../../graph/server/app.ts';
import { type ConfigOverrides, parseConfig } from '../../../graph/server/config.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import type { Statement, StoreReader, StoreWriter, Value } from '../../../graph/store/store.ts';
import type { StoreFactory } from '../../support/stores.ts';

type Row = { [key: string]: Value };

/** Two small themes that one concept joins, and an island. */
export const PAPERS: readonly {
  id: string;
  title: string | null;
  abstract: string | null;
  year: number | null;
}[] = [
  {
    id: 'p-walks',
    title: 'Random walks for node embedding',
    abstract:
      'We learn a node embedding from random walks. The walks feed a skip-gram model. Link prediction gets better.',
    year: 2014,
  },
  {
    id: 'p-biased',
    title: 'Biased walks',
    abstract: 'Biased random walks make a node embedding that keeps roles. We test it on link prediction.',
    year: 2016,
  },
  {
    id: 'p-gcn',
    title: 'Convolution on graphs',
    abstract: 'A graph convolution averages over neighbours. It beats node embedding on citation data.',
    year: 2017,
  },
  {
    id: 'p-gat',
    title: 'Attention on graphs',
    abstract: 'Self-attention replaces the average of a graph convolution.',
    year: 2018,
  },
  {
    id: 'p-transformer',
    title: 'Only attention',
    abstract: 'Self-attention alone carries machine translation. No recurrence is left.',
    year: 2017,
  },
  {
    id: 'p-untitled',
    title: null,
    abstract:
      'Machine translation between rare languages profits from back translation and from self-attention too.',
    year: null,
  },
  { id: 'p-island', title: 'Tides', abstract: 'The tide table of a small harbour.', year: 2001 },
];

export const CONCEPTS: readonly {
  id: string;
  name: string;
  kind: ConceptKind;
  aliases: string[];
  theme: string | null;
}[] = [
  {
    id: 'c-embedding',
    name: 'node embedding',
    kind: 'Method',
    aliases: ['vertex embedding'],
    theme: 't-graphs',
  },
  { id: 'c-walks', name: 'random walks', kind: 'Method', aliases: [], theme: 't-graphs' },
  { id: 'c-link', name: 'link prediction', kind: 'Task', aliases: [], theme: 't-graphs' },
  { id: 'c-convolution', name: 'graph convolution', kind: 'Method', aliases: ['GCN'], theme: 't-graphs' },
  { id: 'c-attention', name: 'self-attention', kind: 'Method', aliases: [], theme: 't-language' },
  { id: 'c-translation', name: 'machine translation', kind: 'Task', aliases: ['MT'], theme: 't-language' },
  { id: 'c-back', name: 'back translation', kind: 'Method', aliases: [], theme: 't-language' },
  { id: 'c-tide', name: 'tide table', kind: 'Dataset', aliases: [], theme: null },
];

const THEME_OF_PAPER: Readonly<Record<string, [string, number][]>> = {
  'p-walks': [['t-graphs', 1]],
  'p-biased': [['t-graphs', 1]],
  'p-gcn': [['t-graphs', 1]],
  'p-gat': [
    ['t-graphs', 0.5],
    ['t-language', 0.5],
  ],
  'p-transformer': [['t-language', 1]],
  'p-untitled': [['t-language', 1]],
};

const INTRODUCED: readonly [string, string][] = [
  ['p-gcn', 'c-convolution'],
  ['p-transformer', 'c-attention'],
];

const STATED: readonly [type: ConceptRelation, from: string, to: string, papers: string[]][] = [
  ['USED_FOR', 'c-walks', 'c-embedding', ['p-biased', 'p-walks']],
  ['USED_FOR', 'c-attention', 'c-translation', ['p-transformer']],
  ['COMPARED_WITH', 'c-attention', 'c-convolution', ['p-gat']],
];

/** Sentences of a text as [start, end). */
function sentences(text: string): [number, number][] {
  return [...text.matchAll(/[^.]+\.?/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return [match.index + lead, match.index + match[0].length];
  });
}

function spansIn(paper: (typeof PAPERS)[number], name: string): string[] {
  return (['title', 'abstract'] as const).flatMap((field) => {
    const text = paper[field];
    const at = text?.toLowerCase().indexOf(name.toLowerCase()) ?? -1;
    if (!text || at < 0) return [];
    const [sentenceStart, sentenceEnd] = sentences(text).find(([start, end]) => start <= at && at < end)!;
    return encodeSpan({ field, start: at, end: at + name.length, sentenceStart, sentenceEnd });
  });
}

/** Where the abstract of a paper names two concepts in one sentence. */
function statementIn(paperId: string, fromId: string, toId: string): string {
  const abstract = PAPERS.find(({ id }) => id === paperId)!.abstract!;
  const placeOf = (id: string): [number, number] => {
    const { name } = CONCEPTS.find((concept) => concept.id === id)!;
    const at = abstract.toLowerCase().indexOf(name);
    return [at, at + name.length];
  };
  const [start, end] = placeOf(fromId);
  const [toStart, toEnd] = placeOf(toId);
  const [sentenceStart, sentenceEnd] = sentences(abstract).find(
    ([first, last]) => first <= start && end <= last,
  )!;
  return encodeRelationSpan({ field: 'abstract', start, end, toStart, toEnd, sentenceStart, sentenceEnd });
}

/** Every mention follows from the texts above. */
export const MENTIONS = PAPERS.flatMap((paper) =>
  CONCEPTS.flatMap((concept) => {
    const spans = spansIn(paper, concept.name);
    return spans.length === 0
      ? []
      : { paper: paper.id, concept: concept.id, spans, salience: spans.length / 2 };
  }),
);

function pairs<T>(groups: Map<string, T[]>): Map<string, [T, T, number]> {
  const counted = new Map<string, [T, T, number]>();
  for (const group of groups.values()) {
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        const key = `${a} ${b}`;
        counted.set(key, [a, b, (counted.get(key)?.[2] ?? 0) + 1]);
      }
    });
  }
  return counted;
}

const groupBy = (key: 'paper' | 'concept', value: 'paper' | 'concept'): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const mention of MENTIONS)
    groups.set(mention[key], [...(groups.get(mention[key]) ?? []), mention[value]]);
  return groups;
};

const write = (text: string, rows: Row[]): Statement => ({
  text: `UNWIND $rows AS row ${text}`,
  parameters: { rows },
});

export const RUNS: Row[] = [
  { id: 'analysis', properties: { modularity: 0.42, resolution: 1, seed: 7 } },
  { id: 'ingest', properties: { graph: 'abc' } },
];

export function seedStatements(): Statement[] {
  const byConcept = groupBy('concept', 'paper');
  const concept = (kind: ConceptKind): Statement =>
    write(
      `MERGE (c:Concept {id: row.id}) SET c:${kind} SET c += row.properties`,
      CONCEPTS.filter((one) => one.kind === kind).map(({ id, name, aliases }, i) => ({
        id,
        properties: { name, kind, aliases, paperCount: byConcept.get(id)!.length, x: i * 10, y: i * 7 },
      })),
    );
  const themes = [
    {
      id: 't-graphs',
      label: 'Graph learning',
      size: 4,
      paperCount: 4,
      colour: 0,
      topConcepts: ['node embedding'],
    },
    {
      id: 't-language',
      label: 'Language',
      size: 3,
      paperCount: 3,
      colour: 1,
      topConcepts: ['self-attention'],
    },
  ].map(({ id, ...properties }) => ({ id, properties: { ...properties, level: 0, x: 0, y: 0 } }));
  return [
    write(
      'MERGE (p:Paper {id: row.id}) SET p += row.properties',
      PAPERS.map(({ id, ...facts }, i) => ({
        id,
        properties: {
          ...facts,
          venue: i === 0 ? 'KDD' : null,
          authors: i === 0 ? ['Ada Perozzi', 'Ben Skiena'] : [],
          keywords: [],
          sources: [`seed.txt#${i + 1}`],
          x: i * 11,
          y: -i * 5,
        },
      })),
    ),
    ...(['Method', 'Task', 'Dataset'] as const).map(concept),
    write('MERGE (t:Theme {id: row.id}) SET t += row.properties', themes),
    write(
      `MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept}) CREATE (p)-[m:MENTIONS]->(c)
       SET m.count = row.count, m.salience = row.salience, m.role = 'uses', m.spans = row.spans`,
      MENTIONS.map((mention) => ({ ...mention, count: mention.spans.length })),
    ),
    write(
      'MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept}) CREATE (p)-[:INTRODUCES]->(c)',
      INTRODUCED.map(([paper, concept]) => ({ paper, concept })),
    ),
    ...STATED.map(([type, from, to, papers]) =>
      write(
        `MATCH (a:Concept {id: row.from}) MATCH (b:Concept {id: row.to}) CREATE (a)-[r:${type}]->(b)
         SET r.count = row.count, r.papers = row.papers, r.spans = row.spans`,
        [{ from, to, count: papers.length, papers, spans: papers.map((id) => statementIn(id, from, to)) }],
      ),
    ),
    write(
      `MATCH (a:Concept {id: row.a}) MATCH (b:Concept {id: row.b}) CREATE (a)-[r:CO_OCCURS]->(b)
       SET r.papers = row.papers, r.strength = row.strength`,
      [...pairs(groupBy('paper', 'concept')).values()].map(([a, b, papers]) => ({
        a,
        b,
        papers,
        strength: papers * 1.5,
      })),
    ),
    write(
      `MATCH (a:Paper {id: row.a}) MATCH (b:Paper {id: row.b}) CREATE (a)-[s:SHARES]->(b)
       SET s.concepts = row.concepts, s.weight = row.weight`,
      [...pairs(byConcept).values()].map(([a, b, concepts]) => ({ a, b, concepts, weight: concepts * 0.7 })),
    ),
    write(
      `MATCH (p:Paper {id: row.paper}) MATCH (t:Theme {id: row.theme}) CREATE (p)-[r:IN_THEME]->(t) SET r.share = row.share`,
      Object.entries(THEME_OF_PAPER).flatMap(([paper, shares]) =>
        shares.map(([theme, share]) => ({ paper, theme, share })),
      ),
    ),
    write(
      `MATCH (c:Concept {id: row.id}) MATCH (t:Theme {id: row.theme}) CREATE (c)-[r:IN_THEME]->(t) SET r.share = 1`,
      CONCEPTS.flatMap(({ id, theme }) => (theme === null ? [] : { id, theme })),
    ),
    write('MERGE (r:Run {id: row.id}) SET r += row.properties', RUNS),
  ];
}

export async function seed(store: StoreWriter): Promise<void> {
  await store.prepare();
  await store.write(seedStatements());
  await store.checkpoint();
}

export interface SeededStore {
  store: StoreReader;
  /** Closes the store and removes what was written. */
  remove(): Promise<void>;
}

const newFolder: Pick<StoreFactory, 'open'> = {
  async open() {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-server-'));
    const location = { kind: 'embedded', folder } as const;
    const writer = await openWriter(location);
    return { writer, location, cleanup: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

/** A store with the seed in it, open for reading as the server has it; embedded when left out. */
export async function openSeeded(factory: Pick<StoreFactory, 'open'> = newFolder): Promise<SeededStore> {
  const { writer, location, cleanup } = await factory.open();
  await seed(writer);
  // The embedded engine lets nobody read while another process may write.
  if (location.kind === 'embedded') await writer.close();
  const store = await openReader(location);
  return {
    store,
    async remove() {
      await store.close();
      await cleanup();
    },
  };
}

/** The app on this store; limits may be overruled. */
export function appOn(
  store: StoreReader,
  settings: ConfigOverrides = {},
  options: Pick<AppOptions, 'webRoot' | 'log'> = {},
): Promise<FastifyInstance> {
  return buildApp({ store, config: parseConfig({}, { logLevel: 'error', ...settings }), ...options });
}
