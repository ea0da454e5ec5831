import { spawnSync } from 'node:child_process';
import type { Adjacency } from '../graph/analysis/adjacency.ts';
import { rowCount } from '../graph/analysis/incidence.ts';

const SCRIPT = `
import igraph, json, random, sys, time
job = json.load(sys.stdin)
graph = igraph.Graph(n=job["nodes"], edges=job["edges"])
runs = []
began = time.process_time()
for seed in job["seeds"]:
    random.seed(seed)
    runs.append(graph.community_leiden(objective_function="modularity", weights=job["weights"], n_iterations=-1).membership)
json.dump({"version": igraph.__version__, "seconds": time.process_time() - began, "runs": runs}, sys.stdout)
`;

export interface IgraphRuns {
  version: string;
  seconds: number;
  runs: number[][];
}

/** python-igraph's Leiden on the same graph; null, said aloud, where LACUNA_PYTHON names no Python that has it. */
export function igraphLeiden(adjacency: Adjacency, seeds: readonly number[]): IgraphRuns | null {
  const python = process.env.LACUNA_PYTHON;
  const edges: [number, number][] = [];
  const weights: number[] = [];
  for (let node = 0; node < rowCount(adjacency); node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      if (adjacency.column[i]! < node) continue;
      edges.push([node, adjacency.column[i]!]);
      weights.push(adjacency.weight[i]!);
    }
  }
  const input = JSON.stringify({ nodes: rowCount(adjacency), edges, weights, seeds });
  const done = python ? spawnSync(python, ['-c', SCRIPT], { input, maxBuffer: 2 ** 28 }) : null;
  if (done?.status === 0) return JSON.parse(done.stdout.toString()) as IgraphRuns;
  console.warn(
    `SKIPPED: igraph: ${done ? done.stderr : 'set LACUNA_PYTHON to a Python that has python-igraph'}`,
  );
  return null;
}
