import { describe, expect, it } from 'vitest';
import { isAnalysed } from '../../../graph/analyse/is-analysed.ts';
import { analyse } from '../../../graph/analyse.ts';
import { isLacunaError } from '../../../graph/errors.ts';
import { graphHash } from '../../../graph/graph-hash.ts';
import type { Cell, StoreReader, StoreWriter } from '../../../graph/store/store.ts';
import { describeStores, STORES, type StoreFactory } from '../../support/stores.ts';
import { type PlantedMentions, plantedMentions } from '../analysis/planted-mentions.ts';
import { seedGraph } from './seed-graph.ts';

async function withStore<Result>(
  factory: StoreFactory,
  graph: PlantedMentions,
  use: (writer: StoreWriter) => Promise<Result>,
): Promise<Result> {
  const { writer, cleanup } = await factory.open();
  try {
    await seedGraph(writer, graph);
    return await use(writer);
  } finally {
    await cleanup();
  }
}

const rowsOf = async (store: StoreReader, text: string): Promise<Cell[][]> =>
  (await store.read({ text, parameters: {} })).rows;
const countOf = async (store: StoreReader, text: string): Promise<number> =>
  Number((await rowsOf(store, text))[0]![0]);

/** What doesn't depend on the themes that were there before. */
/** All but places: a map that changes goes on from the one before it. */
const tiesOf = async (store: StoreReader): Promise<Cell[][][]> => [
  await rowsOf(store, 'MATCH (c:Concept) RETURN c.id, c.x IS NOT NULL ORDER BY c.id'),
  await rowsOf(
    store,
    'MATCH (c:Concept)-[r:CO_OCCURS]->(d:Concept) RETURN c.id, d.id, r.papers, r.strength ORDER BY c.id, d.id',
  ),
  await rowsOf(
    store,
    'MATCH (p:Paper)-[r:SHARES]->(q:Paper) RETURN p.id, q.id, r.weight ORDER BY p.id, q.id',
  ),
  await rowsOf(
    store,
    'MATCH (n:Concept)-[r:IN_THEME]->(t:Theme) WHERE t.level = 0 RETURN n.id, r.share ORDER BY n.id',
  ),
];

describeStores('analyse', (factory) => {
  it('writes themes, ties and positions for what was planted', async () => {
    await withStore(factory, plantedMentions(), async (writer) => {
      const stages = new Set<string>();
      const report = await analyse(writer, {}, { progress: (stage) => stages.add(stage) });
      expect(report.themes).toBe(4);
      expect(report.modularity).toBeGreaterThan(0.4);
      expect([...stages].toSorted()).toEqual(['compare', 'gaps', 'project', 'questions', 'themes', 'write']);

      expect(await countOf(writer, 'MATCH (t:Theme) WHERE t.level = 0 RETURN count(t)')).toBe(4);
      expect(await countOf(writer, 'MATCH (:Theme)-[r:PART_OF]->(:Theme) RETURN count(r)')).toBe(
        report.subThemes,
      );
      expect(await countOf(writer, 'MATCH (:Concept)-[r:CO_OCCURS]->(:Concept) RETURN count(r)')).toBe(
        report.relations.coOccurs,
      );
      expect(await countOf(writer, 'MATCH (:Paper)-[r:SHARES]->(:Paper) RETURN count(r)')).toBe(
        report.relations.shares,
      );
      expect(await countOf(writer, 'MATCH ()-[r:IN_THEME]->(:Theme) RETURN count(r)')).toBe(
        report.relations.inTheme,
      );
      expect(await countOf(writer, 'MATCH (a)-[r:CO_OCCURS]->(b) WHERE a.id >= b.id RETURN count(r)')).toBe(
        0,
      );
      expect(await countOf(writer, 'MATCH (p:Paper) WHERE p.x IS NULL OR p.y IS NULL RETURN count(p)')).toBe(
        0,
      );
      expect(
        await countOf(writer, 'MATCH (c:Concept) WHERE c.x IS NULL OR c.y IS NULL RETURN count(c)'),
      ).toBe(0);

      const sizes = await rowsOf(
        writer,
        'MATCH (c:Concept)-[:IN_THEME]->(t:Theme) RETURN t.id, t.size, count(c) ORDER BY t.id',
      );
      for (const [, size, counted] of sizes) expect(size).toBe(counted);
      const papers = await rowsOf(
        writer,
        'MATCH (p:Paper)-[:IN_THEME]->(t:Theme) RETURN t.id, t.paperCount, count(p) ORDER BY t.id',
      );
      for (const [, paperCount, counted] of papers) expect(paperCount).toBe(counted);

      const [run] = await rowsOf(
        writer,
        "MATCH (r:Run {id: 'analysis'}) RETURN r.kind, r.themes, r.seed, r.modularity",
      );
      expect(run).toEqual(['analysis', 4, 1, report.modularity]);
    });
  });

  it('writes nothing the second time, not even to its run, and takes back what is there twice', async () => {
    await withStore(factory, plantedMentions(), async (writer) => {
      const first = await analyse(writer);
      const runs = await rowsOf(writer, 'MATCH (r:Run) RETURN properties(r)');
      const hash = await graphHash(writer);
      const second = await analyse(writer);
      expect(first.written).toBeGreaterThan(0);
      expect(second.written).toBe(0);
      expect(await graphHash(writer)).toBe(hash);
      expect(await rowsOf(writer, 'MATCH (r:Run) RETURN properties(r)')).toEqual(runs);

      // As a commit that was made twice would leave it.
      for (const [type, properties] of [
        ['CO_OCCURS', 'papers: r.papers, strength: r.strength'],
        ['SHARES', 'concepts: r.concepts, weight: r.weight'],
        ['IN_THEME', 'share: r.share, ambiguity: r.ambiguity'],
      ]) {
        const text = `MATCH (a)-[r:${type}]->(b) WITH a, b, r LIMIT 3 CREATE (a)-[:${type} {${properties}}]->(b)`;
        await writer.write([{ text, parameters: {} }]);
      }
      expect(await graphHash(writer)).not.toBe(hash);
      // Each is deleted and written again.
      expect((await analyse(writer)).written).toBe(2 * 9);
      expect(await graphHash(writer)).toBe(hash);
    });
  });

  it('takes back what no longer holds', async () => {
    const graph = plantedMentions();
    const gone = new Set(graph.papers.filter((_, i) => i % 4 === 3));
    const rest: PlantedMentions = {
      papers: graph.papers.filter((paper) => !gone.has(paper)),
      concepts: graph.concepts,
      mentions: graph.mentions.filter(({ paperId }) => !gone.has(paperId)),
    };
    const expected = await withStore(factory, rest, async (writer) => {
      await analyse(writer);
      return tiesOf(writer);
    });
    await withStore(factory, graph, async (writer) => {
      await analyse(writer);
      await writer.write([
        {
          text: 'UNWIND $ids AS id MATCH (p:Paper {id: id}) DETACH DELETE p',
          parameters: { ids: [...gone] },
        },
      ]);
      await analyse(writer);
      expect(await tiesOf(writer)).toEqual(expected);
    });
  });

  it('ends in the same graph after it was stopped in the middle of writing', async () => {
    const graph = plantedMentions();
    const expected = await withStore(factory, graph, async (writer) => {
      await analyse(writer, { resolution: 3 });
      await analyse(writer);
      return graphHash(writer);
    });
    await withStore(factory, graph, async (writer) => {
      await analyse(writer, { resolution: 3 });
      const controller = new AbortController();
      let batches = 0;
      const stopped = analyse(
        writer,
        { rowsPerBatch: 20 },
        {
          progress: (stage) => {
            if (stage === 'write' && ++batches === 6) controller.abort();
          },
          signal: controller.signal,
        },
      );
      await expect(stopped).rejects.toThrow();
      expect(await isAnalysed(writer)).toBe(false);
      expect(await graphHash(writer)).not.toBe(expected);
      await analyse(writer);
      expect(await isAnalysed(writer)).toBe(true);
      expect(await graphHash(writer)).toBe(expected);
    });
  });

  it('counts as analysed until the next ingest', async () => {
    await withStore(factory, plantedMentions({ topics: 2 }), async (writer) => {
      expect(await isAnalysed(writer)).toBe(false);
      await analyse(writer);
      expect(await isAnalysed(writer)).toBe(true);
      await writer.write([{ text: "MERGE (r:Run {id: 'ingest'}) SET r.graph = 'another'", parameters: {} }]);
      expect(await isAnalysed(writer)).toBe(false);
    });
  });

  it('makes do with an empty store and with a single paper', async () => {
    await withStore(factory, { papers: [], concepts: [], mentions: [] }, async (writer) => {
      expect(await analyse(writer)).toMatchObject({ themes: 0, modularity: 0, papers: 0 });
    });
    await withStore(factory, plantedMentions({ topics: 1, papersPerTopic: 1 }), async (writer) => {
      expect(await analyse(writer)).toMatchObject({ themes: 0, modularity: 0, papers: 1 });
      expect(await countOf(writer, 'MATCH (c:Concept) WHERE c.x IS NULL RETURN count(c)')).toBe(0);
    });
  });

  it('refuses a resolution or seed that cannot be', async () => {
    await withStore(factory, { papers: [], concepts: [], mentions: [] }, async (writer) => {
      for (const settings of [
        { resolution: 0 },
        { resolution: Number.NaN },
        { seed: 0.5 },
        { runs: 0 },
        { algorithm: 'metis' as never },
      ]) {
        await expect(analyse(writer, settings)).rejects.toSatisfy((error) => isLacunaError(error, 'input'));
      }
    });
  });
});

/** What doesn't hang on the store is tried on one. */
describe('analyse, whatever the store', () => {
  const factory = STORES.find(({ name }) => name === 'embedded')!;

  it('lets a theme keep its id, colour and name while most of it stays, and says what changed', async () => {
    const graph = plantedMentions();
    const gone = graph.papers.filter((_, i) => i % 9 === 8);
    await withStore(factory, graph, async (writer) => {
      await analyse(writer);
      const themes = 'MATCH (t:Theme) WHERE t.level = 0 RETURN t.id, t.colour, t.label ORDER BY t.id';
      const before = await rowsOf(writer, themes);
      await writer.write([
        {
          text: 'UNWIND $ids AS id MATCH (p:Paper {id: id}) DETACH DELETE p',
          parameters: { ids: gone },
        },
      ]);
      await analyse(writer);
      expect(await rowsOf(writer, themes)).toEqual(before);
      await analyse(writer, { resolution: 4 });
      const finer = await rowsOf(writer, themes);
      expect(finer.length).toBeGreaterThan(before.length);
      const [[json]] = (await rowsOf(writer, "MATCH (f:Finding {id: 'themes'}) RETURN f.json")) as [[string]];
      const { changes } = JSON.parse(json) as { changes: { event: string; to: { id: string }[] }[] };
      const born = new Set(changes.flatMap(({ to }) => to.map(({ id }) => id)));
      const known = new Set(before.map(([id]) => id));
      for (const [id] of finer) expect(known.has(id!) || born.has(String(id))).toBe(true);
      await analyse(writer);
      expect(await rowsOf(writer, themes)).toEqual(before);
    });
  });

  it('does the same in worker threads, and can be stopped there', async () => {
    const graph = plantedMentions();
    const expected = await withStore(factory, graph, async (writer) => {
      await analyse(writer, {}, { workers: false });
      return graphHash(writer);
    });
    await withStore(factory, graph, async (writer) => {
      const controller = new AbortController();
      const stopped = analyse(
        writer,
        {},
        {
          workers: true,
          progress: (stage) => {
            if (stage === 'gaps') controller.abort();
          },
          signal: controller.signal,
        },
      );
      await expect(stopped).rejects.toThrow();
      await analyse(writer, {}, { workers: true });
      expect(await graphHash(writer)).toBe(expected);
    });
  });
});

describe('the same graph on every store', () => {
  it('whatever order its facts came in', async () => {
    const graph = plantedMentions({ seed: 5 });
    const turned: PlantedMentions = {
      papers: graph.papers.toReversed(),
      concepts: graph.concepts.toReversed(),
      mentions: graph.mentions.toReversed(),
    };
    const hashes = new Set<string>();
    for (const factory of STORES.filter(({ available }) => available)) {
      for (const order of [graph, turned]) {
        await withStore(factory, order, async (writer) => {
          await analyse(writer);
          hashes.add(await graphHash(writer));
        });
      }
    }
    expect(hashes.size).toBe(1);
  });
});
