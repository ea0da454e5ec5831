import { createHash, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphView } from '../contract.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { type GapOutline, readGapOutlines } from './gap-outlines.ts';
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
  /** By id, by kind and rank. */
  readonly gaps: ReadonlyMap<string, GapOutline>;
  readonly search: SearchIndex;
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
}

type Runs = Map<string, Record<string, Cell>>;

const ANALYSIS = 'analysis';
/** Counts the names that people gave to themes. */
const NAMES = 'judgements';
/** Counts the changes of what is pinned where. */
const PINS = 'pins';
/** What the last ingest added. */
const ARRIVALS = 'arrivals';

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
    const search = withThemes(before.search, catalogue);
    return { ...before, version, catalogue, unpinned, search, maps: new Map() };
  }
  const unpinned = await readCatalogue(store, config);
  const catalogue = await withPins(store, unpinned, config);
  return {
    version,
    nameless,
    catalogue,
    unpinned,
    gaps: await readGapOutlines({ store, config, log }),
    search: await buildSearchIndex(catalogue),
    analysis: runs.get(ANALYSIS) ?? null,
    lastIngest: lastIngestOf(runs.get(ARRIVALS)),
    ties: onceRead(() => readTies(store, unpinned, config)),
    maps: new Map(),
  };
}

/** Reads once; what failed is tried again when next asked for. */
function onceRead<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | null = null;
  return () => {
    if (reading) return reading;
    reading = read();
    reading.catch(() => {
      reading = null;
    });
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
