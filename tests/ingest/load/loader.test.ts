import { expect, it } from 'vitest';
import type { Cell, StoreWriter } from '../../../graph/store/store.ts';
import type { Concept, PaperConcept } from '../../../ingest/canonicalise/concept.ts';
import { load } from '../../../ingest/load/loader.ts';
import { paperFacts } from '../../../ingest/load/paper-facts.ts';
import { storedPapers } from '../../../ingest/load/stored-graph.ts';
import { type Progress, silent } from '../../../ingest/progress.ts';
import type { Document } from '../../../ingest/record.ts';
import { DEFAULT_INGEST_SETTINGS } from '../../../ingest/settings.ts';
import { describeStores } from '../../support/stores.ts';
import { concept, paper, tie } from './graph-facts.ts';

/** Small pages and batches, so that every loop turns more than once. */
const SETTINGS = { ...DEFAULT_INGEST_SETTINGS, papersPerBatch: 2, rowsPerBatch: 2, rowsPerPage: 2 };

async function put(
  store: StoreWriter,
  papers: Document[],
  concepts: Concept[],
  ties: PaperConcept[],
  progress: Progress = silent,
) {
  const stored = new Map<string, string>();
  for await (const { document, hash } of storedPapers(store, SETTINGS.rowsPerPage))
    stored.set(document.id, hash);
  const target = {
    papers,
    concepts,
    async *facts(some: readonly Document[]) {
      for (const one of some) {
        yield paperFacts(
          one,
          ties.filter(({ paperId }) => paperId === one.id),
          'test',
        );
      }
    },
  };
  return load(store, target, stored, SETTINGS, progress);
}

async function rows(store: StoreWriter, text: string): Promise<Cell[][]> {
  return (await store.read({ text, parameters: {} })).rows;
}

const PAPERS = [
  paper('a', { authors: ['Ada B.', 'Cy D.'], cites: ['key:b', 'key:unknown'] }),
  paper('b', { authors: ['Ada B.'] }),
  paper('c', { year: null, title: null }),
];
const CONCEPTS = [concept('m'), concept('t', 'Task'), concept('never-mentioned')];
const TIES = [tie('a', 'm', { introduces: true }), tie('b', 'm'), tie('b', 't'), tie('c', 't')];

describeStores('the loader', (factory) => {
  const withStore = async (work: (store: StoreWriter) => Promise<void>): Promise<void> => {
    const { writer, cleanup } = await factory.open();
    try {
      await writer.prepare();
      await work(writer);
    } finally {
      await cleanup();
    }
  };

  it('writes a graph, and nothing when it is there already', () =>
    withStore(async (store) => {
      const result = await put(store, PAPERS, CONCEPTS, TIES);
      expect(result).toMatchObject({
        concepts: 2,
        mentions: 4,
        introduces: 1,
        authors: 2,
        cites: 1,
        changed: true,
      });
      expect(await rows(store, 'MATCH (c:Concept) RETURN c.id, c.paperCount ORDER BY c.id')).toEqual([
        ['m', 2],
        ['t', 2],
      ]);
      expect(
        await rows(store, 'MATCH (a)-[w:WROTE]->(p) RETURN a.name, p.id, w.position ORDER BY a.name, p.id'),
      ).toEqual([
        ['Ada B.', 'a', 1],
        ['Ada B.', 'b', 1],
        ['Cy D.', 'a', 2],
      ]);
      expect(await rows(store, 'MATCH (p)-[:CITES]->(q) RETURN p.id, q.id')).toEqual([['a', 'b']]);

      const again = await put(store, PAPERS, CONCEPTS, TIES);
      expect(again).toMatchObject({
        changed: false,
        written: { papers: 0, concepts: 0, removedPapers: 0, removedConcepts: 0 },
      });
    }));

  it('gives back every field of a paper as it was', () =>
    withStore(async (store) => {
      const full = paper('full', {
        venue: 'A venue',
        doi: '10.5555/x',
        arxivId: '2101.00001',
        pubmedId: '1',
        url: 'https://example.org/',
        keywords: ['k'],
        authors: ['B', 'A'],
        cites: ['doi:10.5555/y'],
        sources: ['f#1', 'g#2'],
      });
      await put(store, [full, PAPERS[2]!], [], []);
      const back: Document[] = [];
      for await (const { document } of storedPapers(store, 2)) back.push(document);
      expect(back).toEqual([PAPERS[2], full]);
    }));

  it('leaves no concept or author without a paper where it was stopped, and goes on from there', () =>
    withStore(async (store) => {
      const stop: Progress = (stage, done) => {
        if (stage === 'load' && done === 2) throw new Error('stopped');
      };
      const ties = [tie('a', 'm'), tie('b', 'm'), tie('c', 't')];
      const papers = [...PAPERS.slice(0, 2), paper('c', { authors: ['Eve F.'] })];
      await expect(put(store, papers, CONCEPTS, ties, stop)).rejects.toThrow('stopped');
      expect(await rows(store, 'MATCH (p:Paper) RETURN count(p)')).toEqual([[2]]);
      expect(await rows(store, 'MATCH (c:Concept) RETURN c.id')).toEqual([['m']]);
      expect(await rows(store, 'MATCH (a:Author) RETURN count(a)')).toEqual([[2]]);

      const rest = await put(store, papers, CONCEPTS, ties);
      expect(rest.written).toMatchObject({ papers: 1, concepts: 1 });
      expect(await rows(store, 'MATCH (c:Concept) RETURN c.id, c.paperCount ORDER BY c.id')).toEqual([
        ['m', 2],
        ['t', 1],
      ]);
    }));

  it('takes back exactly what a paper brought', () =>
    withStore(async (store) => {
      await put(store, PAPERS, CONCEPTS, TIES);
      const result = await put(store, [PAPERS[1]!], CONCEPTS, TIES);
      expect(result.written).toMatchObject({ removedPapers: 2, removedConcepts: 0 });
      expect(await rows(store, 'MATCH (c:Concept) RETURN c.id, c.paperCount ORDER BY c.id')).toEqual([
        ['m', 1],
        ['t', 1],
      ]);
      expect(await rows(store, 'MATCH (a:Author) RETURN a.name')).toEqual([['Ada B.']]);
      expect(await rows(store, 'MATCH ()-[r]->() RETURN type(r), count(r) ORDER BY type(r)')).toEqual([
        ['MENTIONS', 2],
        ['WROTE', 1],
      ]);
      await put(store, [], [], []);
      expect(await rows(store, 'MATCH (n) RETURN count(n)')).toEqual([[0]]);
    }));

  it('changes the label with the kind, and keeps what analysis wrote', () =>
    withStore(async (store) => {
      await put(store, PAPERS, CONCEPTS, TIES);
      await store.write([{ text: 'MATCH (n) WHERE n:Paper OR n:Concept SET n.x = 1.5', parameters: {} }]);
      const ties = [...TIES, tie('a', 't')];
      await put(store, PAPERS, [concept('m', 'Model'), CONCEPTS[1]!], ties);
      expect(
        await rows(store, 'MATCH (c:Concept) RETURN c.id, labels(c), c.kind, c.x ORDER BY c.id'),
      ).toEqual([
        ['m', expect.arrayContaining(['Concept', 'Model']), 'Model', 1.5],
        ['t', expect.arrayContaining(['Concept', 'Task']), 'Task', 1.5],
      ]);
      expect(await rows(store, 'MATCH (c:Method) RETURN count(c)')).toEqual([[0]]);
      expect(await rows(store, "MATCH (p:Paper {id: 'a'})-[m:MENTIONS]->() RETURN p.x, count(m)")).toEqual([
        [1.5, 2],
      ]);
    }));
});
