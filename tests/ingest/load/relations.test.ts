import { expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import type { ConceptRelation } from '../../../graph/schema.ts';
import type { Cell, StoreWriter } from '../../../graph/store/store.ts';
import type { PaperRelation } from '../../../ingest/canonicalise/paper-relations.ts';
import { load } from '../../../ingest/load/loader.ts';
import { paperFacts } from '../../../ingest/load/paper-facts.ts';
import { storedPapers } from '../../../ingest/load/stored-graph.ts';
import { silent } from '../../../ingest/progress.ts';
import type { Document } from '../../../ingest/record.ts';
import { DEFAULT_INGEST_SETTINGS } from '../../../ingest/settings.ts';
import { describeStores } from '../../support/stores.ts';
import { concept, paper, tie } from './graph-facts.ts';

/** Small pages and batches, so that every loop turns more than once. */
const SETTINGS = { ...DEFAULT_INGEST_SETTINGS, papersPerBatch: 1, rowsPerBatch: 2, rowsPerPage: 2 };
const CONCEPTS = ['m', 'n', 't', 'd'].map((id) => concept(id));

const related = (type: ConceptRelation, from: string, to: string, start = 0): PaperRelation => ({
  type,
  fromConceptId: from,
  toConceptId: to,
  confidence: 0.9,
  span: {
    field: 'abstract',
    start,
    end: start + 1,
    toStart: start + 4,
    toEnd: start + 5,
    sentenceStart: 0,
    sentenceEnd: 9,
  },
});

type Said = Record<string, PaperRelation[]>;

async function put(store: StoreWriter, said: Said, signal?: AbortSignal) {
  const stored = new Map<string, string>();
  for await (const { document, hash } of storedPapers(store, SETTINGS.rowsPerPage)) {
    stored.set(document.id, hash);
  }
  const papers = Object.keys(said)
    .sort()
    .map((id) => paper(id));
  const target = {
    papers,
    concepts: CONCEPTS,
    async *facts(some: readonly Document[]) {
      for (const one of some) {
        const relations = said[one.id]!;
        const ids = new Set(
          relations.flatMap(({ fromConceptId, toConceptId }) => [fromConceptId, toConceptId]),
        );
        const ties = [...ids].map((id) => tie(one.id, id));
        yield paperFacts(one, ties, 'test', relations);
      }
    },
  };
  return load(store, target, stored, SETTINGS, silent, signal);
}

const edges = async (store: StoreWriter): Promise<Cell[][]> => {
  const text = `MATCH (a:Concept)-[r]->(b:Concept)
    RETURN type(r), a.id, b.id, r.count, r.papers, r.spans ORDER BY type(r), a.id, b.id`;
  return (await store.read({ text, parameters: {} })).rows;
};

const SAID: Said = {
  a: [related('USED_FOR', 'm', 't'), related('EVALUATED_ON', 'm', 'd')],
  b: [related('USED_FOR', 'm', 't', 2), related('COMPARED_WITH', 'm', 'n')],
  c: [related('USED_FOR', 'n', 't')],
};
const SPAN = 'abstract:0-1>4-5@0-9';

describeStores('relations between concepts', (factory) => {
  const withStore = async (work: (store: StoreWriter) => Promise<void>): Promise<void> => {
    const { writer, cleanup } = await factory.open();
    try {
      await writer.prepare();
      await work(writer);
    } finally {
      await cleanup();
    }
  };
  const hashOf = async (said: Said): Promise<string> => {
    let hash = '';
    await withStore(async (store) => {
      await put(store, said);
      hash = await graphHash(store);
    });
    return hash;
  };

  it('are one edge with all papers that state them, and a second load writes nothing', () =>
    withStore(async (store) => {
      expect(await put(store, SAID)).toMatchObject({ relations: 4, changed: true });
      expect(await edges(store)).toEqual([
        ['COMPARED_WITH', 'm', 'n', 1, ['b'], [SPAN]],
        ['EVALUATED_ON', 'm', 'd', 1, ['a'], [SPAN]],
        ['USED_FOR', 'm', 't', 2, ['a', 'b'], [SPAN, 'abstract:2-3>6-7@0-9']],
        ['USED_FOR', 'n', 't', 1, ['c'], [SPAN]],
      ]);
      expect(await put(store, SAID)).toMatchObject({ changed: false });
    }));

  it('lose exactly the share of a paper that goes or says something else', () =>
    withStore(async (store) => {
      await put(store, SAID);
      const { a, c } = SAID as { a: PaperRelation[]; c: PaperRelation[] };
      await put(store, { a, c });
      expect(await edges(store)).toEqual([
        ['EVALUATED_ON', 'm', 'd', 1, ['a'], [SPAN]],
        ['USED_FOR', 'm', 't', 1, ['a'], [SPAN]],
        ['USED_FOR', 'n', 't', 1, ['c'], [SPAN]],
      ]);
      const changed = { a: [related('USED_FOR', 't', 'm'), related('IS_A', 'm', 'd')], c };
      expect(await put(store, changed)).toMatchObject({ changed: true, written: { papers: 1 } });
      expect(await edges(store)).toEqual([
        ['IS_A', 'm', 'd', 1, ['a'], [SPAN]],
        ['USED_FOR', 'n', 't', 1, ['c'], [SPAN]],
        ['USED_FOR', 't', 'm', 1, ['a'], [SPAN]],
      ]);
      expect(await graphHash(store)).toBe(await hashOf(changed));
      await put(store, {});
      expect(await edges(store)).toEqual([]);
    }));

  it('are the same after a load that was stopped half way and run again', async () => {
    const whole = await hashOf(SAID);
    for (const stopAt of [1, 2, 4, 5]) {
      await withStore(async (store) => {
        const controller = new AbortController();
        let writes = 0;
        const stopping: StoreWriter = new Proxy(store, {
          get(of, name) {
            const value: unknown = Reflect.get(of, name);
            if (typeof value !== 'function') return value;
            if (name !== 'write') return value.bind(of);
            return async (...args: unknown[]) => {
              writes += 1;
              if (writes === stopAt) controller.abort(new Error('stopped'));
              return value.apply(of, args) as unknown;
            };
          },
        });
        await expect(put(stopping, SAID, controller.signal)).rejects.toThrow('stopped');
        await put(store, SAID);
        expect(await graphHash(store)).toBe(whole);
      });
    }
  });
});
