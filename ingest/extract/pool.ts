import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { LacunaError } from '../../graph/errors.ts';
import { extractBatch, failedExtraction } from './extract-batch.ts';
import type { ExtractAnswer, ExtractTask } from './extract-task.ts';
import type { Extraction, ExtractorInput } from './extractor.ts';
import { DEFAULT_EXTRACTOR, loadExtractor } from './extractor-module.ts';

/** Documents that one worker gets at a time. */
const DEFAULT_BATCH_SIZE = 32;
/** Up to here the documents are read in this thread: starting workers would take longer than the work. */
export const IN_PROCESS_LIMIT = 400;
const MAX_THREADS = 8;
/** Batches that are under way or waiting, per thread: what bounds the memory of a run. */
const BATCHES_AHEAD = 2;

export interface ExtractorPoolOptions {
  /** Worker threads, from 1; as many as there are cores, up to `MAX_THREADS`, if left out. */
  threads?: number;
  batchSize?: number;
  /** A module that exports `createExtractor()`; the rules if left out. */
  module?: URL | string;
  /** The extractor's name, where another module is given; that module's file name if left out. */
  name?: string;
  /** Documents up to which no worker is started; 0 always starts them. */
  inProcessLimit?: number;
}

const moduleAddress = (module: URL | string): string =>
  module instanceof URL || /^\w+:/.test(module) ? String(module) : pathToFileURL(module).href;

async function* batchesOf(
  inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
  size: number,
): AsyncGenerator<ExtractorInput[]> {
  let batch: ExtractorInput[] = [];
  for await (const input of inputs) {
    // Only what an extractor may see crosses the thread border.
    batch.push({ id: input.id, title: input.title, abstract: input.abstract });
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Runs an extractor over many documents, on worker threads where that pays. Answers come in the order of the inputs;
 * a document that fails is answered with an `error`, and one that kills its worker costs only itself.
 */
export class ExtractorPool {
  readonly name: string;
  readonly #module: string;
  readonly #batchSize: number;
  readonly #threads: number;
  readonly #inProcessLimit: number;
  #workers: Piscina<ExtractTask, ExtractAnswer> | null = null;
  #isClosed = false;

  constructor(options: ExtractorPoolOptions = {}) {
    this.#module = options.module === undefined ? DEFAULT_EXTRACTOR.module : moduleAddress(options.module);
    this.name =
      options.name ?? (options.module === undefined ? DEFAULT_EXTRACTOR.name : basename(this.#module, '.ts'));
    this.#threads = options.threads ?? Math.min(availableParallelism(), MAX_THREADS);
    this.#batchSize = options.batchSize ?? DEFAULT_BATCH_SIZE;
    this.#inProcessLimit = options.inProcessLimit ?? IN_PROCESS_LIMIT;
    if (this.#threads < 1 || this.#batchSize < 1) {
      throw new LacunaError(
        'input',
        'an extractor pool needs at least one thread and batches of at least one',
      );
    }
  }

  /** Extractions in the order of the inputs, a batch at a time. Throws the signal's reason when it is aborted. */
  async *extract(
    inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
    signal?: AbortSignal,
  ): AsyncGenerator<Extraction[]> {
    const batches = batchesOf(inputs, this.#batchSize);
    const first: ExtractorInput[][] = [];
    let count = 0;
    let isSmall = false;
    try {
      while (count <= this.#inProcessLimit) {
        this.#check(signal);
        const { value, done } = await batches.next();
        isSmall = done === true;
        if (isSmall) break;
        first.push(value as ExtractorInput[]);
        count += (value as ExtractorInput[]).length;
      }
      yield* isSmall ? this.#extractHere(first, signal) : this.#extractInWorkers(first, batches, signal);
    } finally {
      await batches.return(undefined);
    }
  }

  async *#extractHere(batches: ExtractorInput[][], signal?: AbortSignal): AsyncGenerator<Extraction[]> {
    const extractor = await loadExtractor(this.#module);
    for (const batch of batches) {
      this.#check(signal);
      yield await extractBatch(extractor, batch);
      await setImmediate();
    }
  }

  async *#extractInWorkers(
    first: ExtractorInput[][],
    rest: AsyncGenerator<ExtractorInput[]>,
    signal?: AbortSignal,
  ): AsyncGenerator<Extraction[]> {
    const waiting: Promise<Extraction[]>[] = [];
    const most = this.#threads * BATCHES_AHEAD;
    for (;;) {
      while (waiting.length < most) {
        const batch = first.shift() ?? (await rest.next()).value;
        if (!batch) break;
        const answer = this.#run(batch, signal);
        // Where the consumer leaves early nobody awaits this one.
        answer.catch(() => {});
        waiting.push(answer);
      }
      const next = waiting.shift();
      if (!next) return;
      const extractions = await next;
      this.#check(signal);
      yield extractions;
    }
  }

  #check(signal?: AbortSignal): void {
    signal?.throwIfAborted();
    if (this.#isClosed) throw new LacunaError('internal', 'the extractor pool is closed');
  }

  async #run(documents: ExtractorInput[], signal?: AbortSignal): Promise<Extraction[]> {
    this.#check(signal);
    let answer: ExtractAnswer;
    try {
      answer = await this.#openWorkers().run({ module: this.#module, documents }, signal ? { signal } : {});
    } catch (error) {
      this.#check(signal);
      return this.#runSingly(documents, error, signal);
    }
    if (answer.failure !== undefined) {
      throw new LacunaError('internal', `the extractor ${this.name} can't be loaded: ${answer.failure}`);
    }
    return answer.extractions;
  }

  /** After a worker died over a batch: each document by itself, so that only the one to blame is lost. */
  async #runSingly(documents: ExtractorInput[], cause: unknown, signal?: AbortSignal): Promise<Extraction[]> {
    const [only] = documents;
    if (only && documents.length === 1) return [failedExtraction(only.id, cause)];
    const extractions: Extraction[] = [];
    for (const document of documents) extractions.push(...(await this.#run([document], signal)));
    return extractions;
  }

  #openWorkers(): Piscina<ExtractTask, ExtractAnswer> {
    this.#workers ??= new Piscina<ExtractTask, ExtractAnswer>({
      filename: fileURLToPath(new URL('./extract-worker.mjs', import.meta.url)),
      minThreads: this.#threads,
      maxThreads: this.#threads,
      // NOTE: none of the flags of this process: the worker brings its own loader.
      execArgv: [],
    });
    return this.#workers;
  }

  /** Ends the workers. What is under way is given up. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const workers = this.#workers;
    this.#workers = null;
    await workers?.destroy();
  }
}
