import type { GraphView } from '../../graph/contract.ts';
import { CypherButton } from '../components/CypherButton.tsx';
import { count } from '../components/words.ts';
import { useStatus } from '../queries.ts';
import { useView } from '../state/view.ts';
import classes from './MapStatus.module.css';

/** How the cap grows when more is asked for. */
const STEP = 2;

/** How much of the graph is drawn, what was added to it, and what made it. */
export function MapStatus({ base, view }: { base: GraphView; view: GraphView }) {
  const { marked, mark, expansions, collapse, raiseLimit } = useView();
  const { data: status } = useStatus();
  const { of, cap } = base.shown;
  const nodes = view.nodes.id.length;
  const most = status?.limits.mapNodes ?? cap;
  return (
    <div className={classes.status}>
      <span title={nodes < of ? 'The weightiest are drawn; open one to see its neighbours.' : undefined}>
        {nodes < of ? `${nodes.toLocaleString('en')} of ${count(of, 'node')}` : count(nodes, 'node')}
        {', '}
        {count(view.edges.source.length, 'link')}
      </span>
      {base.shown.nodes < of && base.shown.nodes >= cap && cap < most && (
        <button type="button" onClick={() => raiseLimit(Math.min(most, cap * STEP))}>
          Draw more
        </button>
      )}
      {expansions.size > 0 && (
        <button type="button" onClick={() => collapse()}>
          Collapse {count(expansions.size, 'expansion')}
        </button>
      )}
      {marked.size > 0 && (
        <button type="button" onClick={() => mark([])}>
          Unmark {count(marked.size, 'result')}
        </button>
      )}
      <CypherButton cypher={base.cypher} />
    </div>
  );
}
