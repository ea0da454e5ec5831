import { createHash } from 'node:crypto';

import type { GraphView } from '../contract.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { propertiesOf, query, text } from './rows.ts';
import { buildSearchIndex, type SearchIndex } from './search-index.ts';
import { readRuns } from './statements.ts';
import { packageVersion } from './version.ts';

/** What the server holds of one state of the graph. */
export interface Snapshot {
  /** Changes when the graph does: hash of its runs, the settings and the program's version. */
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly search: SearchIndex;
  /** Properties of the analysis that made this graph; null before the first. */
  readonly analysis: Record<string, Cell> | null;
  /** Maps drawn from it, by what was asked. */
  readonly maps: Map<string, Promise<GraphView>>;
}

export interface LiveGraph {
  /** The graph as it is now. The store is asked whether it changed once in `freshMs`. */
  current(): Promise<Snapshot>;
}

type Runs = Map<string, Record<string, Cell>>;

const ANALYSIS = 'analysis';

export function createLiveGraph(store: StoreReader, config: ServerConfig): LiveGraph {
  let snapshot: Snapshot | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let underway: Promise<Snapshot> | null = null;

  const refresh = async (): Promise<Snapshot> => {
    const startedAt = performance.now();
    const runs = await readRunsById(store, config);
    const version = versionOf(runs, config);
    if (snapshot?.version !== version) snapshot = await takeSnapshot(store, config, runs, version);
    checkedAt = startedAt;
    return snapshot;
  };

  return {
    current() {
      if (snapshot && performance.now() - checkedAt < config.freshMs) return Promise.resolve(snapshot);
      underway ??= refresh().finally(() => {
        underway = null;
      });
      return underway;
    },
  };
}

async function takeSnapshot(
  store: StoreReader,
  config: ServerConfig,
  runs: Runs,
  version: string,
): Promise<Snapshot> {
  const catalogue = await readCatalogue(store, config);
  const search = await buildSearchIndex(catalogue);
  return { version, catalogue, search, analysis: runs.get(ANALYSIS) ?? null, maps: new Map() };
}

async function readRunsById(store: StoreReader, config: ServerConfig): Promise<Runs> {
  const rows = await query(store, readRuns(), config);
  return new Map(rows.map((row) => propertiesOf(row.r)).map((run) => [text(run.id) ?? '', run]));
}

function versionOf(runs: Runs, config: ServerConfig): string {
  const stable = [...runs].map(([id, run]) => [id, Object.entries(run).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256')
    .update(JSON.stringify([packageVersion(), config, stable]))
    .digest('base64url')
    .slice(0, 22);
}
