/** The forms in which a result can be read, and which of them make sense. Pure. */
import type { CypherResult } from '../../../../graph/contract.ts';
import { RESULT_VIEWS, type ResultView } from '../../../state/result-view.ts';
import type { ChartColumns } from './chart/chart-choice.ts';
import type { ResultGraph } from './graph/result-graph.ts';

/** Why a view has nothing to show; null where it has. */
export type ViewReasons = Readonly<Record<ResultView, string | null>>;

export const VIEW_NAMES: Readonly<Record<ResultView, string>> = {
  graph: 'Graph',
  table: 'Table',
  json: 'JSON',
  chart: 'Chart',
  plan: 'Plan',
};

export function viewReasons(
  { mode, rows, plan }: Pick<CypherResult, 'mode' | 'rows' | 'plan'>,
  graph: Pick<ResultGraph, 'nodes'>,
  chart: ChartColumns,
): ViewReasons {
  const none =
    mode === 'explain'
      ? 'EXPLAIN does not run the statement, so it has no rows.'
      : rows.length === 0
        ? 'There are no rows.'
        : null;
  return {
    graph: none ?? (graph.nodes.length === 0 ? 'No column holds a node, a relation or a path.' : null),
    table: mode === 'explain' ? none : null,
    json: none,
    chart: none ?? chart.reason,
    plan: plan
      ? null
      : mode === 'run'
        ? 'EXPLAIN or PROFILE the statement to see its plan.'
        : 'The engine gave no plan.',
  };
}

/** The plan where it was asked for, else what the reader chose last, else the graph where there is one to see. */
export function firstView(
  reasons: ViewReasons,
  { mode, relations, chosen }: { mode: CypherResult['mode']; relations: number; chosen: ResultView | null },
): ResultView {
  if (mode !== 'run' && reasons.plan === null) return 'plan';
  if (chosen && chosen !== 'plan' && reasons[chosen] === null) return chosen;
  if (reasons.graph === null && relations > 0) return 'graph';
  return RESULT_VIEWS.find((view) => view !== 'graph' && reasons[view] === null) ?? 'table';
}
