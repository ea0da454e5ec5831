import { randomUUID } from 'node:crypto';
import type { Adjacency } from '../analysis/adjacency.ts';
import { renumber } from '../analysis/communities/network.ts';
import { rowCount } from '../analysis/incidence.ts';
import { isLacunaError, LacunaError } from '../errors.ts';
import type { ReadOptions, StoreReader } from '../store/store.ts';
import {
  dropProjection,
  projectTies,
  readGdsProcedures,
  readGdsVersion,
  streamLouvain,
} from './gds-statements.ts';
import type { AnalyseSettings } from './settings.ts';

/** A million ties take GDS seconds; to send them takes longer. */
const GDS_TIMEOUT_MS = 600_000;

/** Louvain as Neo4j's Graph Data Science library does it. */
export interface GdsLouvain {
  version: string;
  /** One run, without a seed: the same ties give the same communities. One for each node, numbered from 0. */
  run: (adjacency: Adjacency) => Promise<Int32Array>;
}

/** Who finds the themes: null for Lacuna's own consensus, with why it is not GDS where that was asked for. */
export interface ThemeFinder {
  gds: GdsLouvain | null;
  /** For the run's record; null where nobody asked for another than Lacuna. */
  told: string | null;
}

/**
 * Finds out whether the library is there, where the settings ask for it. Throws `unavailable` where they insist on it and it is not.
 */
export async function themeFinder(
  store: StoreReader,
  { louvain, algorithm, resolution }: Pick<AnalyseSettings, 'louvain' | 'algorithm' | 'resolution'>,
  options: ReadOptions = {},
): Promise<ThemeFinder> {
  if (louvain === 'own') return { gds: null, told: null };
  const cannot = algorithm === 'louvain' && resolution === 1 ? null : 'it does only Louvain at resolution 1';
  const gds = cannot === null ? await findGds(store, options) : null;
  if (gds) return { gds, told: `Graph Data Science ${gds.version}` };
  const reason = cannot ?? `${store.engine} has no gds.louvain`;
  if (louvain === 'auto') return { gds: null, told: `Lacuna, not Graph Data Science: ${reason}` };
  throw new LacunaError(
    cannot === null ? 'unavailable' : 'input',
    `Themes can't be found by the Graph Data Science library: ${reason}. Install its plugin on the Neo4j server, or choose "own" or "auto".`,
  );
}

/** Null where it is not installed, or this user may not call it. */
async function findGds(store: StoreReader, options: ReadOptions): Promise<GdsLouvain | null> {
  if (store.kind !== 'neo4j') return null;
  try {
    const { rows } = await store.read(readGdsProcedures(), options);
    if (rows.length === 0) return null;
    const version = String((await store.read(readGdsVersion(), options)).rows[0]?.[0] ?? '');
    return { version, run: (adjacency) => runGds(store, adjacency, options) };
  } catch (error) {
    // What is installed but not unrestricted, or not granted, can't be called; a server that is gone is told as such.
    if (isLacunaError(error, 'unavailable') || isLacunaError(error, 'limit')) throw error;
    options.signal?.throwIfAborted();
    return null;
  }
}

async function runGds(store: StoreReader, adjacency: Adjacency, options: ReadOptions): Promise<Int32Array> {
  const nodes = rowCount(adjacency);
  const communityOf = new Int32Array(nodes).fill(-1);
  if (adjacency.column.length === 0) return communityOf;
  const name = `lacuna-${randomUUID()}`;
  const limits = { timeoutMs: GDS_TIMEOUT_MS, maxRows: nodes + 1, ...options };
  try {
    await store.read(projectTies(name, tiesOf(adjacency)), limits);
    const { rows } = await store.read(streamLouvain(name), limits);
    for (const [node, community] of rows) communityOf[Number(node)] = Number(community);
  } finally {
    // Also after an abort, which would end this statement too.
    await store.read(dropProjection(name), { timeoutMs: GDS_TIMEOUT_MS }).catch(() => {});
  }
  renumber(communityOf);
  return communityOf;
}

function tiesOf(adjacency: Adjacency): { source: number[]; target: number[]; weight: number[] } {
  const ties = { source: [] as number[], target: [] as number[], weight: [] as number[] };
  for (let node = 0; node < rowCount(adjacency); node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      const other = adjacency.column[i]!;
      if (other < node) continue;
      ties.source.push(node);
      ties.target.push(other);
      ties.weight.push(adjacency.weight[i]!);
    }
  }
  return ties;
}
