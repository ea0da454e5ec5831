import { LacunaError } from '../../errors.ts';

/** Words in the names of operators that write, import or change the schema. */
const FORBIDDEN_OPERATOR = /Create|Merge|Set|Add|Remove|Delete|Detach|Insert|Load|Drop/;
const AFTER_A_WRITE = '[after the write]';

/** All that the pinned engine offers, read through one by one: none of them writes. */
export const PROCEDURES: ReadonlySet<string> = new Set(
  `db.labels db.relationshipTypes db.propertyKeys
   grafeo.labels grafeo.relationshipTypes grafeo.propertyKeys grafeo.procedures
   grafeo.search.text grafeo.search.vector grafeo.search.mmr
   grafeo.articulation_points grafeo.bellman_ford grafeo.betweenness_centrality grafeo.bfs grafeo.bridges
   grafeo.closeness_centrality grafeo.clustering_coefficient grafeo.connected_components
   grafeo.degree_centrality grafeo.dfs grafeo.dijkstra grafeo.floyd_warshall grafeo.kcore grafeo.kruskal
   grafeo.label_propagation grafeo.louvain grafeo.max_flow grafeo.min_cost_max_flow grafeo.pagerank
   grafeo.prim grafeo.sssp grafeo.strongly_connected_components grafeo.topological_sort`.split(/\s+/),
);

/**
 * Refuses a plan (the text that EXPLAIN gives: one operator a line) that does anything but read. A line break
 * inside an alias can only add lines, so it can make this refuse more, never less.
 */
export function refuseUnlessReading(plan: string): void {
  if (plan.includes(AFTER_A_WRITE)) throw refusal('write to the store');
  for (const line of plan.split('\n')) {
    const operator = /^\s*([A-Za-z]+)/.exec(line)?.[1] ?? '';
    if (/^Load/.test(operator)) throw refusal('read files or the network');
    if (FORBIDDEN_OPERATOR.test(operator)) throw refusal('write to the store');
    if (operator === 'CallProcedure') {
      const name = /\(([^)]*)\)/.exec(line)?.[1]?.trim() ?? '';
      if (!PROCEDURES.has(name)) throw refusal(`call ${name || 'this procedure'}`);
    }
  }
}

function refusal(deed: string): LacunaError {
  return new LacunaError('refused', `Only statements that read are allowed here: this one would ${deed}.`);
}
