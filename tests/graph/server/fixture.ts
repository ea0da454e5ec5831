import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type ConceptKind, encodeSpan } from '../../../graph/schema.ts';
import { type AppOptions, buildApp } from '../../../graph/server/app.ts';
import { type ConfigOverrides, parseConfig } from '../../../graph/server/config.ts';
import { openReader, openWriter } from '../../../graph/store/open.ts';
import type { Statement, StoreReader, StoreWriter } from '../../../graph/store/store.ts';
import type { StoreFactory } from '../../support/stores.ts';
import { findingStatements } from './seed-findings.ts';
import { CONCEPTS, PAPERS, sentences } from './seed-papers.ts';
import { type Row, write } from './seed-rows.ts';
import { themeStatements } from './seed-themes.ts';
import { STATED } from './stated.ts';

export { CONCEPTS, PAPERS } from './seed-papers.ts';

const INTRODUCED: readonly [string, string][] = [
  ['p-gcn', 'c-convolution'],
  ['p-transformer', 'c-attention'],
];

function spansIn(paper: (typeof PAPERS)[number], name: string): string[] {
  return (['title', 'abstract'] as const).flatMap((field) => {
    const text = paper[field];
    const at = text?.toLowerCase().indexOf(name.toLowerCase()) ?? -1;
    if (!text || at < 0) return [];
    const [sentenceStart, sentenceEnd] = sentences(text).find(([start, end]) => start <= at && at < end)!;
    return encodeSpan({ field, start: at, end: at + name.length, sentenceStart, sentenceEnd });
  });
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

export const RUNS: Row[] = [
  { id: 'analysis', properties: { modularity: 0.42, resolution: 1, seed: 7, algorithm: 'louvain' } },
  { id: 'ingest', properties: { graph: 'abc' } },
];

export function seedStatements(): Statement[] {
  const byConcept = groupBy('concept', 'paper');
  const concept = (kind: ConceptKind): Statement =>
    write(
      `MERGE (c:Concept {id: row.id}) SET c:${kind} SET c += row.properties`,
      CONCEPTS.filter((one) => one.kind === kind).map(({ id, name, aliases }, i) => ({
        id,
        properties: {
          name,
          kind,
          aliases,
          aliasReasons: aliases.map(() => 'variant'),
          paperCount: byConcept.get(id)!.length,
          x: i * 10,
          y: i * 7,
        },
      })),
    );
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
    write(
      `MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept}) CREATE (p)-[m:MENTIONS]->(c)
       SET m.count = row.count, m.salience = row.salience, m.role = 'uses', m.spans = row.spans`,
      MENTIONS.map((mention) => ({ ...mention, count: mention.spans.length })),
    ),
    write(
      'MATCH (p:Paper {id: row.paper}) MATCH (c:Concept {id: row.concept}) CREATE (p)-[:INTRODUCES]->(c)',
      INTRODUCED.map(([paper, concept]) => ({ paper, concept })),
    ),
    ...STATED.map(({ type, ...row }) =>
      write(
        `MATCH (a:Concept {id: row.from}) MATCH (b:Concept {id: row.to}) CREATE (a)-[r:${type}]->(b)
         SET r.count = row.count, r.papers = row.papers, r.spans = row.spans`,
        [row],
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
    ...themeStatements(),
    ...findingStatements(),
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
  options: Pick<AppOptions, 'webRoot' | 'log' | 'desk' | 'keepIn' | 'questionModel' | 'secrets'> = {},
): Promise<FastifyInstance> {
  return buildApp({ store, config: parseConfig({}, { logLevel: 'error', ...settings }), ...options });
}
