import type { PlanStep } from '../../graph/store/store.ts';

/** Operators of Neo4j that go through all nodes, or through all of a label. */
const WHOLE =
  /^(?:AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|PartitionedAllNodesScan|PartitionedNodeByLabelScan)/;
/** The embedded engine tells what its scans go by on the filter that takes their rows. */
const BY_INDEX = /\[(?:index|range): \w+\]/;

/** Steps that begin with all there is instead of with an index. */
export function wholeReads(plan: readonly PlanStep[]): string[] {
  return plan.flatMap(({ operator, details, parent }) => {
    if (WHOLE.test(operator)) return [`${operator} ${details}`];
    if (operator !== 'NodeScan') return [];
    const taker = parent === null ? undefined : plan[parent];
    return taker && BY_INDEX.test(taker.details) ? [] : [`${operator} ${details}`];
  });
}
