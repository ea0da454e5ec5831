/** A path as a part of the graph that can be laid over the map. Pure. */
import { EDGE_TYPES, type EdgeType, type GraphView } from '../../../graph/contract.ts';
import { mergeViews } from '../../sigma/merge-views.ts';

export interface Step {
  readonly type: string;
}

interface Path {
  readonly ids: readonly string[];
  /** From each to the next; none where they are no path. */
  readonly steps: readonly Step[];
}

/** With the places that `views` have of its nodes; a node that none of them has is left out, with its steps. */
export function pathView(path: Path, views: readonly [GraphView, ...GraphView[]]): GraphView {
  const [first, ...others] = views;
  const all = mergeViews(first, others);
  const kept = path.ids.flatMap((id) => {
    const at = all.nodes.id.indexOf(id);
    return at < 0 ? [] : [at];
  });
  const pick = <Value>(column: readonly Value[]): Value[] => kept.map((at) => column[at]!);
  const nodes: GraphView['nodes'] = {
    id: pick(all.nodes.id),
    kind: pick(all.nodes.kind),
    label: pick(all.nodes.label),
    x: pick(all.nodes.x),
    y: pick(all.nodes.y),
    theme: pick(all.nodes.theme),
    weight: pick(all.nodes.weight),
    year: pick(all.nodes.year),
    ambiguity: pick(all.nodes.ambiguity),
    betweenness: pick(all.nodes.betweenness),
    fresh: pick(all.nodes.fresh),
  };
  const steps = path.steps.flatMap(({ type }, i) => {
    const source = nodes.id.indexOf(path.ids[i]!);
    const target = nodes.id.indexOf(path.ids[i + 1]!);
    return source < 0 || target < 0 ? [] : [{ source, target, type: edgeType(type) }];
  });
  return {
    ...all,
    nodes,
    edges: {
      source: steps.map(({ source }) => source),
      target: steps.map(({ target }) => target),
      type: steps.map(({ type }) => type),
      weight: steps.map(() => 1),
    },
    themeLinks: [],
    shown: { ...all.shown, nodes: nodes.id.length },
  };
}

const edgeType = (type: string): EdgeType => EDGE_TYPES.find((known) => known === type) ?? 'LINKS';
