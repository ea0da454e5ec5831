import { lazy, Suspense, useId, useMemo, useState } from 'react';
import type { Cypher, CypherResult } from '../../../../graph/contract.ts';
import { useStatus } from '../../../queries.ts';
import type { LensQuery } from '../../../state/lens-query.ts';
import { type ResultView, useResultView } from '../../../state/result-view.ts';
import { whyEmpty } from '../shelf/why-empty.ts';
import { chartColumns } from './chart/chart-choice.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { resultGraph } from './graph/result-graph.ts';
import { MapActions } from './MapActions.tsx';
import { Notices } from './Notices.tsx';
import classes from './ResultViews.module.css';
import { RowLimit } from './RowLimit.tsx';
import { inWords } from './result-words.ts';
import { ResultTable } from './table/ResultTable.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import { firstView, viewReasons } from './views.ts';

const ResultGraphView = lazy(() => import('./graph/ResultGraphView.tsx'));
const JsonView = lazy(() => import('./json/JsonView.tsx'));
const ResultChart = lazy(() => import('./chart/ResultChart.tsx'));
const PlanTree = lazy(() => import('./plan/PlanTree.tsx'));

interface Props {
  result: CypherResult;
  /** What was run. */
  cypher: Cypher;
  types?: LensQuery['types'];
  /** Runs it once more. */
  onAgain(): void;
}

/** A result, in the form that its reader chose. */
export function ResultViews({ result, cypher, types = {}, onAgain }: Props) {
  const graph = useMemo(() => resultGraph(result.rows), [result]);
  const reasons = useMemo(() => viewReasons(result, graph, chartColumns(result)), [result, graph]);
  const { chosen, choose } = useResultView();
  // What is chosen for this result holds for the next ones too, as far as they have it.
  const [own, setOwn] = useState<{ result: CypherResult; view: ResultView } | null>(null);
  const view =
    own?.result === result
      ? own.view
      : firstView(reasons, { mode: result.mode, relations: graph.relations.length, chosen });
  const most = useStatus().data?.limits.rows ?? result.limits.rows;
  const empty = result.mode !== 'explain' && result.rows.length === 0 ? whyEmpty(cypher.text) : null;
  const id = useId();
  return (
    <>
      <header className={classes.header}>
        <p>
          <span role="status">{inWords(result, most)}</span>{' '}
          {result.mode !== 'explain' && <RowLimit limits={result.limits} onAgain={onAgain} />}
        </p>
        <div className={classes.actions}>
          <ViewTabs
            view={view}
            reasons={reasons}
            panel={id}
            onChoose={(next) => {
              setOwn({ result, view: next });
              choose(next);
            }}
          />
          {result.rows.length > 0 && <ExportMenu result={result} />}
          <MapActions result={result} cypher={cypher} types={types} />
        </div>
      </header>
      <Notices notices={result.notices} statement={cypher.text} />
      {empty !== null && <p className={classes.note}>{empty}</p>}
      <div id={id} role="tabpanel" aria-label={`Result as ${view}`} className={classes.panel}>
        <Suspense fallback={<p className={classes.note}>Loading…</p>}>
          {view === 'table' && <ResultTable key={tableKey(result)} result={result} />}
          {view === 'graph' && <ResultGraphView graph={graph} />}
          {view === 'json' && <JsonView result={result} />}
          {view === 'chart' && <ResultChart key={tableKey(result)} result={result} />}
          {view === 'plan' && result.plan && <PlanTree plan={result.plan} mode={result.mode} />}
        </Suspense>
      </div>
    </>
  );
}

const keys = new WeakMap<CypherResult, number>();
let lastKey = 0;

/** Another result begins anew: its columns are others. */
function tableKey(result: CypherResult): number {
  let key = keys.get(result);
  if (key === undefined) {
    key = ++lastKey;
    keys.set(result, key);
  }
  return key;
}
