import { createHash, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphView } from '../contract.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { type Foreseen, keptOutline } from './filed-outline.ts';
import { type GapOutline, readGapOutlines } from './gap-outlines.ts';
import { type GraphState, keepOutline } from './kept-outline.ts';
import { type LastIngest, lastIngestOf } from './last-ingest.ts';
import { withPins } from './pinned.ts';
import { readTies } from './read-ties.ts';
import { number, propertiesOf, query, text } from './rows.ts';
import { buildSearchIndex, type SearchIndex, withThemes } from './search-index.ts';
import { readRuns } from './statements.ts';
import { readThemeOutlines } from './theme-outlines.ts';
import type { Ties } from './ties.ts';
import { packageVersion } from './version.ts';

/** What the server holds of one state of the graph. */
export interface Snapshot {
  /**
   * Changes when the graph does: hash of its runs, what this process wrote last, the names given to themes, the pins, the settings, the program's
   * version.
   */
  readonly version: string;
  /** The same, whatever people call the themes and wherever they pin what. */
  readonly nameless: string;
  readonly catalogue: Catalogue;
  /** Everything at its own place, whatever is pinned elsewhere. */
  readonly unpinned: Catalogue;
  /** By id, by kind and rank; read when first asked for, then held. */
  readonly gaps: () => Promise<ReadonlyMap<string, GapOutline>>;
  /** Made when first asked for, then held. */
  readonly search: () => Promise<SearchIndex>;
  /** The same with the names that themes had when the graph was read. */
  readonly indexed: () => Promise<SearchIndex>;
  /** Properties of the analysis that made this graph; null before the first. */
  readonly analysis: Record<string, Cell> | null;
  /** What came last; null where no ingest says so. */
  readonly lastIngest: LastIngest | null;
  /** What ties papers and concepts; read when first asked for, then held. */
  readonly ties: () => Promise<Ties>;
  /** Maps drawn from it, by what was asked. */
  readonly maps: Map<string, Promise<GraphView>>;
}

export interface LiveGraph {
  /** The graph as it is now. The store is asked whether it changed once in `freshMs`. */
  current(): Promise<Snapshot>;
  /**
   * The graph was changed, so the store is asked at the next `current`. Where papers or terms were written, all is read
   * anew and the version is another: a run that was stopped half way leaves no word of itself.
   */
  expire(rewritten?: boolean): void;
}

interface LiveOptions {
  store: StoreReader;
  config: ServerConfig;
  log: FastifyBaseLogger;
  /** Answers say so, so it is part of the version. */
  editable: boolean;
  /** The language model that reads questions, for the same reason. */
  questionModel: string | null;
  /** The file that holds the outline of the graph between two runs of the server; null keeps none. */
  outlineFile: string | null;
  /** That file, read ahead. */
  foreseen?: Foreseen;
  /** Awaited often by what is made before anybody asks for it. */
  breathe?: () => Promise<void> | void;
}

type Runs = Map<string, Record<string, Cell>>;

const ANALYSIS = 'analysis';
/** Counts the names that people gave to themes. */
const NAMES = 'judgements';
/** Counts the changes of what is pinned where. */
const PINS = 'pins';
/** What the last ingest added. */
const ARRIVALS = 'arrivals';
/** Another form of the file is another file. */
const OUTLINE_FORM = 2;

export function createLiveGraph(options: LiveOptions): LiveGraph {
  const { config } = options;
  let snapshot: Snapshot | null = null;
  let checked = { at: Number.NEGATIVE_INFINITY, epoch: -1 };
  /** Raised by every change that is known of. */
  let epoch = 0;
  /** Told apart from that of any other process: what it wrote may be something else. */
  let writing: string | null = null;
  let underway: { epoch: number; reading: Promise<Snapshot> } | null = null;

  const refresh = async (): Promise<Snapshot> => {
    const asked = { at: performance.now(), epoch };
    snapshot = await newerSnapshot(options, snapshot, writing);
    checked = asked;
    return snapshot;
  };

  /** One after the other, so that an older reading never replaces a newer one. */
  const read = (before: Promise<unknown>): Promise<Snapshot> => {
    const mine = {
      epoch,
      reading: before
        .catch(() => {})
        .then(refresh)
        .finally(() => {
          if (underway === mine) underway = null;
        }),
    };
    underway = mine;
    return mine.reading;
  };

  return {
    current() {
      const isFresh = checked.epoch === epoch && performance.now() - checked.at < config.freshMs;
      if (snapshot && isFresh) return Promise.resolve(snapshot);
      if (underway?.epoch === epoch) return underway.reading;
      return read(underway?.reading ?? Promise.resolve());
    },
    expire(rewritten = false) {
      epoch += 1;
      if (rewritten) writing = randomUUID();
    },
  };
}

/** The same where nothing changed; where only themes were renamed or nodes pinned, all but those is kept. */
async function newerSnapshot(
  options: LiveOptions,
  before: Snapshot | null,
  writing: string | null,
): Promise<Snapshot> {
  const { store, config, log } = options;
  const runs = await readRunsById(store, config);
  const named = [NAMES, PINS].map((id) => number(runs.get(id)?.revision));
  for (const id of [NAMES, PINS]) runs.delete(id);
  const { editable, questionModel } = options;
  const own = [packageVersion(), config, editable, questionModel];
  const nameless = hashOf([...own, stableRuns(runs), writing]);
  const version = hashOf([nameless, ...named]);
  if (before?.version === version) return before;
  if (before?.nameless === nameless) {
    const unpinned = { ...before.unpinned, themes: await readThemeOutlines(store, config) };
    const catalogue = await withPins(store, unpinned, config);
    // NOTE: of the one before only this; a closure over all of it would keep every state of the graph since the start.
    const { indexed } = before;
    const search = onceRead(async () => withThemes(await indexed(), catalogue));
    return { ...before, version, catalogue, unpinned, search, maps: new Map() };
  }
  const { catalogue: unpinned, ties } = await readOutline(options, runs, before === null);
  const catalogue = await withPins(store, unpinned, config);
  const indexed = onceRead(() => buildSearchIndex(unpinned, options.breathe));
  return {
    version,
    nameless,
    catalogue,
    unpinned,
    gaps: onceRead(() => readGapOutlines({ store, config, log })),
    indexed,
    search: indexed,
    analysis: runs.get(ANALYSIS) ?? null,
    lastIngest: lastIngestOf(runs.get(ARRIVALS)),
    ties,
    maps: new Map(),
  };
}

/** From the file, when the server starts, if it is that of this graph; else from the store, and then the file is written. */
async function readOutline(
  { store, config, log, outlineFile, foreseen }: LiveOptions,
  runs: Runs,
  isFirst: boolean,
): Promise<{ catalogue: Catalogue; ties: Snapshot['ties'] }> {
  const [themes, state] = await Promise.all([readThemeOutlines(store, config), stateOf(store, runs)]);
  const file = state && outlineFile;
  const kept = state && file && isFirst ? await keptOutline(file, state, themes, foreseen) : null;
  if (kept) {
    const { papers, concepts, mentions, ties } = kept;
    return { catalogue: { papers, concepts, mentions, themes }, ties: async () => ties };
  }
  const catalogue = await readCatalogue(store, config);
  const ties = onceRead(async () => {
    const read = await readTies(store, catalogue, config);
    if (state && file) {
      keepOutline(file, state, { ...catalogue, ties: read }).catch((error: unknown) => {
        log.warn({ err: error }, 'the outline of the graph could not be kept: the next start reads it again');
      });
    }
    return read;
  });
  return { catalogue, ties };
}

/** Reads the graph and keeps its outline in the file, so that the server need not read it when it starts; not that of a store whose state can't be told. */
export async function keepOutlineOf(
  store: StoreReader,
  config: ServerConfig,
  outlineFile: string,
): Promise<void> {
  const runs = await readRunsById(store, config);
  for (const id of [NAMES, PINS]) runs.delete(id);
  const state = await stateOf(store, runs);
  if (!state) return;
  const catalogue = await readCatalogue(store, config);
  await keepOutline(outlineFile, state, { ...catalogue, ties: await readTies(store, catalogue, config) });
}

/**
 * Null where the store does not count its transactions. NOTE: runs alone would not do, since one that was killed half way leaves no word of
 * itself; neither would counts and sums, and Neo4j has nothing else that tells of a text set by hand.
 */
async function stateOf(store: StoreReader, runs: Runs): Promise<GraphState | null> {
  const transactions = await store.transactions?.();
  if (transactions === undefined) return null;
  return { runs: hashOf([OUTLINE_FORM, packageVersion(), stableRuns(runs)]), transactions };
}

/** Reads once; what failed is tried again when next asked for. */
function onceRead<T>(given: () => Promise<T>): () => Promise<T> {
  // NOTE: what it was read with is let go once it is read.
  let read: (() => Promise<T>) | null = given;
  let reading: Promise<T> | null = null;
  return () => {
    reading ??= read!().then(
      (value) => {
        read = null;
        return value;
      },
      (error: unknown) => {
        reading = null;
        throw error;
      },
    );
    return reading;
  };
}

async function readRunsById(store: StoreReader, config: ServerConfig): Promise<Runs> {
  const rows = await query(store, readRuns(), config);
  return new Map(rows.map((row) => propertiesOf(row.r)).map((run) => [text(run.id) ?? '', run]));
}

const stableRuns = (runs: Runs): unknown =>
  [...runs].map(([id, run]) => [id, Object.entries(run).sort(([a], [b]) => (a < b ? -1 : 1))]);

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}
