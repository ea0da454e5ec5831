import { SCHEMA_VERSION } from '../graph/schema.ts';
import type { StoreReader, StoreWriter } from '../graph/store/store.ts';
import { programPrint } from './again/program-print.ts';
import { CANONICALISER_VERSION } from './canonicalise/canonicaliser.ts';
import { type Decision, decisionsHash } from './canonicalise/decisions.ts';
import { changedRegister, fingerprint, type Register, type RegisterChange } from './change/register.ts';
import { hashId } from './clean/hash-id.ts';
import type { LoadResult } from './load/loader.ts';
import { mergeRun, readIngestRun } from './load/statements.ts';
import { storedDecisions } from './load/stored-decisions.ts';
import type { IngestSettings } from './settings.ts';

/** What, besides the files, decides the graph: when it changes, known files are read again. */
const makerOf = (extractor: string): string =>
  `schema ${SCHEMA_VERSION}, ${extractor}, canonicaliser ${CANONICALISER_VERSION}`;

/** What is known of the files that were read into a store. */
export async function storedRegister(store: StoreReader): Promise<Register> {
  const { inputs, arrivals } = await storedRun(store);
  return { inputs, arrivals };
}

/** Writes what made this graph, last of all, and only when something differs: a second run changes nothing. */
export async function recordRun(
  store: StoreWriter,
  run: {
    files: RegisterChange;
    extractor: string;
    decisions: readonly Decision[];
    settings: IngestSettings;
    loaded: LoadResult;
  },
): Promise<void> {
  const before = await storedRun(store);
  const { inputs, arrivals } = changedRegister(before, run.files);
  const decisions = decisionsHash(run.decisions);
  // A decision may change no more than a name, which no paper's hash tells.
  const graph = hashId([...run.loaded.paperHashes, ...(decisions === '' ? [] : [decisions])].join('\n'));
  const maker = makerOf(run.extractor);
  const isSame = decisions === before.decisions && graph === before.graph;
  // A run that ends what another left half done makes the same graph, yet other than it was.
  const isNoOther = isSame && !run.loaded.changed;
  const settled = settledAs(graph, maker);
  const isSettled = settled === before.settled;
  if (isNoOther && isSettled && maker === before.maker && sameTexts(inputs, before.inputs)) return;
  const { concepts, mentions, introduces, relations, authors, cites } = run.loaded;
  await store.write([
    mergeRun({
      kind: 'ingest',
      maker,
      inputs: [...inputs],
      arrivals: [...arrivals],
      graph,
      decisions,
      settled,
      papers: run.loaded.paperHashes.length,
      concepts,
      mentions,
      introduces,
      relations,
      authors,
      cites,
      settings: JSON.stringify(run.settings),
      at: new Date().toISOString(),
    }),
  ]);
}

/** What `settled` is to say; what another program, or the repair of a store, did to the rest is thereby seen. */
export const settledAs = (graph: string | null, maker: string | null): string =>
  hashId(JSON.stringify([graph, maker, programPrint()]));

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, i) => text === other[i]);

interface StoredRun {
  graph: string | null;
  maker: string | null;
  inputs: string[];
  arrivals: string[];
  decisions: string;
  /** What the last ingest left, and which program it was; empty while another is underway, or was killed. */
  settled: string;
}

export async function storedRun(store: StoreReader): Promise<StoredRun> {
  const { rows } = await store.read(readIngestRun());
  const [graph, inputs, maker, decisions, arrivals, settled] = rows[0] ?? [];
  return {
    graph: typeof graph === 'string' ? graph : null,
    maker: typeof maker === 'string' ? maker : null,
    inputs: Array.isArray(inputs) ? inputs.map(String) : [],
    arrivals: Array.isArray(arrivals) ? arrivals.map(String) : [],
    decisions: typeof decisions === 'string' ? decisions : '',
    settled: typeof settled === 'string' ? settled : '',
  };
}

/** Name and version of the extractor that the graph in the store was made by; null where no ingest has ended. */
export async function extractorOf(store: StoreReader): Promise<string | null> {
  const { maker } = await storedRun(store);
  return /^schema \d+, (.+), canonicaliser \d+$/.exec(maker ?? '')?.[1] ?? null;
}

/**
 * Whether all these files, byte for byte, are in the store already, made by this version of this extractor and
 * with the decisions that hold now.
 */
export async function isIngested(
  store: StoreReader,
  files: readonly string[],
  extractor: string,
): Promise<boolean> {
  const { maker, inputs, decisions } = await storedRun(store);
  if (maker !== makerOf(extractor)) return false;
  if (decisions !== decisionsHash(await storedDecisions(store))) return false;
  const known = new Set(inputs);
  for (const file of files) {
    const print = await fingerprint(file);
    if (print === null || !known.has(print)) return false;
  }
  return true;
}
