import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { type DecisionChange, decide } from '../../../ingest/decide.ts';
import { EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import { type IngestOptions, ingest } from '../../../ingest/pipeline.ts';

/** Of few words, so that papers share concepts and short forms mean one thing here and another there. */
const SENTENCES = [
  'We train a sparse autoencoder (SAE) on the activations of a language model.',
  'The SAE finds features in the residual stream.',
  'Simultaneous autoregressive errors (SAE) explain the spatial regression of house prices.',
  'We use SAE for spatial regression in house prices.',
  'Graph neural networks are evaluated on QM9.',
  'A graph neural network (GNN) passes messages along bonds.',
  'GNNs beat random forests on QM9 by the mean absolute error.',
  'Activation patching is used for circuit discovery in language models.',
  'The rate of convergence of gradient descent is linear.',
  'We compare gradient descent with the Kalman filter algorithm.',
];

interface Paper {
  title: string;
  sentences: number[];
}
type Step =
  | { what: 'edit'; paper: number; to: Paper }
  | { what: 'drop'; paper: number }
  | { what: 'same' }
  | { what: 'decide' }
  | { what: 'fail'; writes: number; paper: number; to: Paper };

const number = fc.nat({ max: 7 });
const paper: fc.Arbitrary<Paper> = fc.record({
  title: fc.nat({ max: 9 }).map((n) => `Paper number ${n}`),
  sentences: fc.uniqueArray(fc.nat({ max: SENTENCES.length - 1 }), { minLength: 1, maxLength: 4 }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('edit' as const), paper: number, to: paper }) },
  fc.record({ what: fc.constant('drop' as const), paper: number }),
  fc.record({ what: fc.constant('same' as const) }),
  fc.record({ what: fc.constant('decide' as const) }),
  fc.record({
    what: fc.constant('fail' as const),
    writes: fc.nat({ max: 4 }),
    paper: number,
    to: paper,
  }),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-again-'));
});
afterEach(() => rm(folder, { recursive: true }));

const lines = (papers: readonly Paper[]): string =>
  papers
    .map(({ title, sentences }) => {
      const abstract = sentences.map((at) => SENTENCES[at]).join(' ');
      return `${JSON.stringify({ title, abstract })}\n`;
    })
    .join('');

/** A store that breaks down after so many writes. */
const breaking = (store: StoreWriter, writes: number): StoreWriter => {
  let left = writes;
  return {
    kind: store.kind,
    engine: store.engine,
    read: (...given) => store.read(...given),
    ask: (...given) => store.ask(...given),
    callables: (...given) => store.callables(...given),
    prepare: () => store.prepare(),
    write(...given) {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('broken')) : store.write(...given);
    },
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  };
};

/** What is kept between runs, but for the extractions. */
async function forget(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    if (!name.startsWith('extractions-')) await rm(join(cache, name), { recursive: true });
  }
}

const RENAME = {
  contents: [{ action: 'rename', form: 'gradient descent', name: 'steepest descent' }],
} satisfies DecisionChange;

it('makes the graph that it would make without anything kept, whatever changed', async () => {
  const counted = { runs: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(paper, { minLength: 3, maxLength: 8 }),
      fc.array(step, { minLength: 1, maxLength: 6 }),
      async (papers, steps) => {
        counted.runs += 1;
        const place = join(folder, String(counted.runs));
        await mkdir(place);
        const stores = await Promise.all(
          ['kept', 'forgetful'].map((name) => openWriter({ kind: 'embedded', folder: join(place, name) })),
        );
        const [kept, forgetful] = stores as [StoreWriter, StoreWriter];
        const file = join(place, 'papers.jsonl');
        const cacheOf = (store: StoreWriter) => join(folder, store === kept ? 'cache' : 'forgotten');
        const run = (store: StoreWriter, through = store, more: Partial<IngestOptions> = {}) =>
          ingest({
            files: [file],
            store: through,
            cacheFolder: cacheOf(store),
            extractor: EXTRACTORS.rules,
            settings: { threads: 1, papersPerBatch: 2, rowsPerBatch: 5 },
            ...more,
          });
        try {
          const now = [...papers];
          for (const one of [{ what: 'same' } as Step, ...steps]) {
            if ('paper' in one) now.splice(one.paper % now.length, 1, ...('to' in one ? [one.to] : []));
            if (now.length === 0) now.push(papers[0]!);
            await writeFile(file, lines(now));
            await forget(cacheOf(forgetful));
            const reports = [];
            for (const store of [kept, forgetful]) {
              if (one.what === 'fail') await run(store, breaking(store, one.writes)).catch(() => {});
              if (one.what === 'fail') await writeFile(file, lines(papers));
              if (one.what === 'decide')
                await decide(RENAME, { store, cacheFolder: cacheOf(store) }).catch(() => {});
              reports.push(await run(store));
              if (one.what === 'fail') await writeFile(file, lines(now));
            }
            const [told, expected] = reports.map(({ seconds: _, stages: __, ...rest }) => rest);
            expect(told).toEqual(expected);
            expect(await graphHash(kept)).toBe(await graphHash(forgetful));
          }
        } finally {
          for (const store of stores) await store.close();
        }
      },
    ),
    { numRuns: 3, seed: 8, endOnFailure: true },
  );
}, 240_000);
