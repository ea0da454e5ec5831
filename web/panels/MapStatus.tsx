import type { GraphView } from '../../graph/contract.ts';
import { CypherButton } from '../components/CypherButton.tsx';
import { count } from '../components/words.ts';
import { useServer } from '../state/host.ts';
import { useView } from '../state/view.ts';
import { isNarrowed } from './filters/filter-chips.ts';
import classes from './MapStatus.module.css';
import { capChoices } from './map/cap-choices.ts';

/** How much of the graph is drawn, what was added to it and taken off it, and what made it. */
export function MapStatus({ base, view }: { base: GraphView; view: GraphView }) {
  const { marked, mark, expansions, collapse, hidden, unhide, pins, unpin } = useView();
  const { of } = base.shown;
  // What narrows the map stands over it, with how much is left.
  const narrowed = useView(isNarrowed);
  const off = view.nodes.id.filter((id) => hidden.has(id)).length;
  const nodes = view.nodes.id.length - off;
  const fresh = view.nodes.fresh.filter(Boolean).length;
  return (
    <div className={classes.status}>
      <span title={nodes < of ? 'The weightiest are drawn; open one to see its neighbours.' : undefined}>
        {nodes < of && !narrowed
          ? `${nodes.toLocaleString('en')} of ${count(of, 'node')}`
          : count(nodes, 'node')}
        {', '}
        {count(view.edges.source.length, 'link')}
        {fresh > 0 && fresh < nodes && `, ${fresh.toLocaleString('en')} new`}
      </span>
      {base.found?.truncated && <span>the statement’s first {count(base.found.rows, 'row')} only</span>}
      <Cap base={base} />
      {hidden.size > 0 && (
        <button type="button" onClick={() => unhide()}>
          Show {count(hidden.size, 'hidden node')} again
        </button>
      )}
      {pins.size > 0 && (
        <button type="button" onClick={() => unpin()}>
          Unpin {count(pins.size, 'node')}
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

/** How many nodes may be drawn, where there are more. */
function Cap({ base: { shown } }: { base: GraphView }) {
  const { limit, raiseLimit } = useView();
  const whole = useServer();
  if (!whole) return null;
  if (limit === undefined && (shown.nodes >= shown.of || shown.nodes < shown.cap)) return null;
  return (
    <label>
      at most{' '}
      <select
        aria-label="Nodes drawn at most"
        value={shown.cap}
        onChange={({ target }) => raiseLimit(Number(target.value))}
      >
        {capChoices(shown).map((cap) => (
          <option key={cap} value={cap}>
            {cap.toLocaleString('en')}
          </option>
        ))}
      </select>
    </label>
  );
}
