import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnalysed } from '../../graph/analyse/is-analysed.ts';
import { analyse } from '../../graph/analyse.ts';
import { isLacunaError } from '../../graph/errors.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import type { ConceptChange } from '../../ingest/canonicalise/concept-changes.ts';
import { type DecisionChange, decide } from '../../ingest/decide.ts';
import { storedDecisions } from '../../ingest/load/stored-decisions.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { TERM_PAPERS } from '../cli/terms-papers.ts';
import { describeStores, type OpenedStore, STORES, type StoreFactory } from '../support/stores.ts';

const PAPERS = TERM_PAPERS.slice(0, 4);

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-decide-'));
  file = join(folder, 'papers.jsonl');
  await writeFile(file, PAPERS.map((paper) => JSON.stringify(paper)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (store: StoreWriter) =>
  ingest({ files: [file], store, cacheFolder: join(folder, 'cache'), settings: { threads: 1 } });
const change = (store: StoreWriter, what: DecisionChange) =>
  decide(what, { store, cacheFolder: join(folder, 'cache') });

async function idOf(store: StoreWriter, name: string): Promise<string> {
  const { rows } = await store.read({
    text: 'MATCH (c:Concept) WHERE c.name = $name RETURN c.id AS id',
    parameters: { name },
  });
  expect(rows, name).toHaveLength(1);
  return String(rows[0]![0]);
}

/** Each kind of change, by ids, and the decision that says the same by forms. */
async function allKinds(store: StoreWriter): Promise<[ConceptChange, object][]> {
  const [recognition, detection, autoencoder, network, corpus, activations] = await Promise.all(
    [
      'object recognition',
      'object detection',
      'sparse autoencoder',
      'convolutional network',
      'ImageNet',
      'dictionary learning',
    ].map((name) => idOf(store, name)),
  );
  return [
    [
      { action: 'merge', concepts: [recognition!], into: detection! },
      { action: 'merge', forms: ['object recognition'], into: 'object detection' },
    ],
    [
      { action: 'split', concept: autoencoder!, forms: ['SAEs'] },
      { action: 'split', forms: ['SAEs'] },
    ],
    [
      { action: 'rename', concept: network!, name: 'ConvNet' },
      { action: 'rename', form: 'convolutional network', name: 'ConvNet' },
    ],
    [
      { action: 'retype', concept: activations!, kind: 'Dataset' },
      { action: 'retype', form: 'dictionary learning', kind: 'Dataset' },
    ],
    [
      { action: 'stop', concept: corpus! },
      { action: 'stop', form: 'ImageNet' },
    ],
  ];
}

const withStoreOf =
  (factory: StoreFactory) =>
  async (work: (opened: OpenedStore) => Promise<void>): Promise<void> => {
    const opened = await factory.open();
    try {
      await work(opened);
    } finally {
      await opened.cleanup();
    }
  };

describeStores('deciding in a graph that is there', (factory) => {
  const withStore = withStoreOf(factory);

  it('makes the graph that an ingest with the decisions makes, and taken back the one before', () =>
    withStore(async ({ writer }) => {
      await read(writer);
      const hashes = [await graphHash(writer)];
      const ids: string[] = [];
      const kinds = await allKinds(writer);
      const steps = [kinds.slice(0, 2), kinds.slice(2)];
      for (const step of steps) {
        ids.push((await change(writer, { changes: step.map(([wish]) => wish) })).id!);
        hashes.push(await graphHash(writer));
      }
      const decisions = await storedDecisions(writer);
      expect(decisions).toMatchObject(kinds.map(([, decision]) => decision));
      expect(new Set(hashes)).toHaveProperty('size', steps.length + 1);
      for (const id of ids.toReversed()) {
        expect(await graphHash(writer)).toBe(hashes.pop());
        await change(writer, { remove: [id] });
      }
      expect(await graphHash(writer)).toBe(hashes[0]);
      expect(await storedDecisions(writer)).toEqual([]);
      // One that follows from all at once: the ingest that finds the decisions in the store.
      const all = await change(writer, { changes: kinds.map(([wish]) => wish) });
      expect(all.added).toHaveLength(kinds.length);
      const after = await graphHash(writer);
      await writer.write([{ text: 'MATCH (n) WHERE NOT n:Decision DETACH DELETE n', parameters: {} }]);
      await read(writer);
      expect(await graphHash(writer)).toBe(after);
    }));

  it('brings back what the analysis found with what comes back; where something is missing, the analysis counts as outdated', () =>
    withStore(async ({ writer }) => {
      await read(writer);
      await analyse(writer);
      const before = await graphHash(writer);
      const [merge, split, , , stop] = await allKinds(writer);
      const first = await change(writer, { changes: [merge![0]] });
      const second = await change(writer, { changes: [split![0], stop![0]] });
      expect(await isAnalysed(writer)).toBe(false);
      const dangling = await writer.read({
        text: 'MATCH (n)-[r]-(c) WHERE c.id IS NULL OR (c:Concept AND c.name IS NULL) RETURN count(r) AS ties',
        parameters: {},
      });
      expect(dangling.rows).toEqual([[0]]);
      await change(writer, { remove: [second.id!] });
      await change(writer, { remove: [first.id!] });
      expect(await graphHash(writer)).toBe(before);
      expect(await isAnalysed(writer)).toBe(true);
      // What they have in common was gone when the second was decided.
      const again = [
        await change(writer, { changes: [merge![0]] }),
        await change(writer, { changes: [stop![0]] }),
      ];
      for (const { id } of again) await change(writer, { remove: [id!] });
      expect(await isAnalysed(writer)).toBe(false);
      expect(await storedDecisions(writer)).toEqual([]);
    }));
});

describe('what is decided', () => {
  const withStore = withStoreOf(STORES[0]!);

  it('names a concept by what means it after other decisions, whatever it is called, and takes one of several back', () =>
    withStore(async ({ writer }) => {
      await read(writer);
      const detection = await idOf(writer, 'object detection');
      const first = await change(writer, {
        changes: [
          { action: 'rename', concept: detection, name: 'sparse autoencoder' },
          { action: 'retype', concept: detection, kind: 'Dataset' },
        ],
      });
      expect(first.added).toHaveLength(2);
      await change(writer, { changes: [{ action: 'rename', concept: detection, name: 'finding things' }] });
      expect(await idOf(writer, 'finding things')).toBe(detection);
      await change(writer, { remove: [first.id!] });
      expect(await storedDecisions(writer)).toMatchObject([{ name: 'finding things' }]);
    }));

  it('refuses what can not be, and changes nothing', () =>
    withStore(async ({ writer }) => {
      await read(writer);
      const before = await graphHash(writer);
      const concept = await idOf(writer, 'object recognition');
      const refusals: [DecisionChange, string][] = [
        [{ changes: [{ action: 'stop', concept: 'nobody' }] }, 'notFound'],
        [
          { changes: [{ action: 'split', concept, forms: ['object recognition', 'Object recognition'] }] },
          'input',
        ],
        [{ changes: [{ action: 'split', concept, forms: ['ImageNet'] }] }, 'input'],
        [{ remove: ['nothing'] }, 'notFound'],
      ];
      for (const [what, code] of refusals) {
        await expect(change(writer, what)).rejects.toSatisfy((error) =>
          isLacunaError(error, code as 'input'),
        );
      }
      expect(await graphHash(writer)).toBe(before);
      expect(await storedDecisions(writer)).toEqual([]);
    }));
});
