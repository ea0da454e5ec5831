import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adjacency } from '../../graph/analysis/adjacency.ts';
import { rowCount } from '../../graph/analysis/incidence.ts';
import type { Positions } from '../../graph/analysis/layout-graph.ts';

const SCRIPT = join(import.meta.dirname, 'igraph_peer.py');
const PYTHON = process.env.LACUNA_PYTHON ?? 'python3';
const LIMIT_MS = 10 * 60_000;

export const IGRAPH_MISSING = 'peer not installed: pip install -r bench/requirements.txt';

export interface IgraphAnswer<Result> {
  version: string;
  /** CPU seconds to make its graph from a list of pairs; of a small one the median of several. */
  build: number;
  /** Of each seed. */
  runs: { seconds: number; cpu: number; result: Result }[];
}

export type IgraphCommunities = 'multilevel' | 'leiden' | 'leiden-2';
export type IgraphLayout = 'drl' | 'fruchterman-reingold';

export interface GraphFile {
  path: string;
  nodes: number;
}

/** For `igraphCommunities` and `igraphLayout`. */
export function writeGraph(adjacency: Adjacency, folder: string): GraphFile {
  const nodes = rowCount(adjacency);
  const edges = adjacency.column.length / 2;
  const source = new Uint32Array(edges);
  const target = new Uint32Array(edges);
  const weight = new Float64Array(edges);
  let filled = 0;
  for (let node = 0; node < nodes; node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      if (adjacency.column[i]! < node) continue;
      source[filled] = node;
      target[filled] = adjacency.column[i]!;
      weight[filled++] = adjacency.weight[i]!;
    }
  }
  const path = join(folder, 'graph.bin');
  const parts = [new Uint32Array([nodes, edges]), source, target, weight];
  writeFileSync(path, Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer))));
  return { path, nodes };
}

/** Null where `LACUNA_PYTHON`, else `python3`, has no python-igraph. */
export function igraphCommunities(
  graph: GraphFile,
  method: IgraphCommunities,
  seeds: readonly number[],
): IgraphAnswer<Int32Array> | null {
  return answers(graph, method, seeds, (bytes) => new Int32Array(bytes));
}

/** As `igraphCommunities`. */
export function igraphLayout(
  graph: GraphFile,
  method: IgraphLayout,
  seed: number,
): IgraphAnswer<Positions> | null {
  return answers(graph, method, [seed], (bytes) => {
    const pairs = new Float64Array(bytes);
    return {
      x: Float64Array.from({ length: graph.nodes }, (_, node) => pairs[2 * node]!),
      y: Float64Array.from({ length: graph.nodes }, (_, node) => pairs[2 * node + 1]!),
    };
  });
}

function answers<Result>(
  { path, nodes }: GraphFile,
  method: string,
  seeds: readonly number[],
  read: (bytes: ArrayBuffer) => Result,
): IgraphAnswer<Result> | null {
  const answer = `${path}.answer`;
  const words = [SCRIPT, path, answer, method, ...seeds.map(String)];
  const done = spawnSync(PYTHON, words, { encoding: 'utf8', timeout: LIMIT_MS });
  if (done.error || done.stderr.includes('ModuleNotFoundError')) return null;
  if (done.status !== 0) throw new Error(`igraph: ${done.stderr}`);
  const told = JSON.parse(done.stdout) as Omit<IgraphAnswer<Result>, 'runs'> & {
    runs: { seconds: number; cpu: number }[];
  };
  const bytes = readFileSync(answer);
  const size = nodes === 0 ? 0 : bytes.length / seeds.length;
  const runs = told.runs.map((run, i) => {
    const from = bytes.byteOffset + i * size;
    return { ...run, result: read(bytes.buffer.slice(from, from + size) as ArrayBuffer) };
  });
  return { ...told, runs };
}
