/** What stands out and what steps back, from the state of the page. Pure; the reducers turn it into colour. */
import type { DrawnKind, EdgeType } from '../../graph/contract.ts';
import { type DrawnGraph, FADES } from './drawn-graph.ts';

export type Level = 'focus' | 'near' | 'plain' | 'faint' | 'hidden';

export interface EmphasisInput {
  readonly graph: DrawnGraph;
  readonly hovered: string | null;
  readonly selected: string | null;
  /** Index of the theme that is shown alone or selected, -1 for none. */
  readonly theme: number;
  readonly marked: ReadonlySet<string>;
  readonly hiddenKinds: ReadonlySet<DrawnKind>;
  readonly hiddenRelations?: ReadonlySet<EdgeType>;
  /** Nodes that were taken off the map one by one. */
  readonly hidden?: ReadonlySet<string>;
  readonly picked?: ReadonlySet<string>;
  readonly pinned?: { has(id: string): boolean };
}

export interface Emphasis {
  level(node: string): Level;
  /** True where the edge leads to the node that is looked at. */
  lit(source: string, target: string): boolean;
  /** True for links that are not to be drawn, whatever they join. */
  cut(relation: EdgeType): boolean;
  picked(node: string): boolean;
  pinned(node: string): boolean;
  /** True when something is looked at, so that the rest is to step back. */
  readonly active: boolean;
  /** True when nodes are looked at, not a whole theme. */
  readonly onNodes: boolean;
  /** True while the pointer asks: the rest steps back further. */
  readonly hovering: boolean;
}

const NONE: ReadonlySet<never> = new Set();

/** Hover outranks marks, marks outrank the selection; a theme shown alone holds for all of them. */
export function emphasise(input: EmphasisInput): Emphasis {
  const { graph, hovered, selected, theme, marked, hiddenKinds } = input;
  const { hidden = NONE, picked = NONE, pinned = NONE, hiddenRelations = NONE } = input;
  const present = (id: string | null): id is string => id !== null && graph.hasNode(id) && !hidden.has(id);
  const centre = present(hovered) ? hovered : marked.size === 0 && present(selected) ? selected : null;
  const near = new Set<string>(centre === null ? [] : graph.neighbors(centre));
  const active = centre !== null || marked.size > 0 || theme >= 0;
  const levels = new Map<string, Level>();

  function levelOf(node: string): Level {
    const { kind, theme: home, fade } = graph.getNodeAttributes(node);
    if (fade === FADES.goes || hidden.has(node)) return 'hidden';
    if (node === centre || node === selected) return 'focus';
    if (kind !== 'Theme' && hiddenKinds.has(kind)) return 'hidden';
    if (near.has(node)) return 'near';
    if (centre !== null) return 'faint';
    if (marked.size > 0) return marked.has(node) ? 'near' : 'faint';
    if (theme >= 0 && home !== theme) return 'faint';
    return 'plain';
  }

  function level(node: string): Level {
    const known = levels.get(node);
    if (known !== undefined) return known;
    const found = levelOf(node);
    levels.set(node, found);
    return found;
  }

  function lit(source: string, target: string): boolean {
    if (centre !== null) return source === centre || target === centre;
    return marked.size > 0 && marked.has(source) && marked.has(target);
  }

  return {
    level,
    lit,
    cut: (relation) => hiddenRelations.has(relation),
    picked: (node) => picked.has(node),
    pinned: (node) => pinned.has(node),
    active,
    onNodes: centre !== null || marked.size > 0,
    hovering: present(hovered),
  };
}
