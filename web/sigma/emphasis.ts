/** What stands out and what steps back, from the state of the page. Pure; the reducers turn it into colour. */
import type { DrawnKind } from '../../graph/contract.ts';
import type { DrawnGraph } from './drawn-graph.ts';

export type Level = 'focus' | 'near' | 'plain' | 'faint' | 'hidden';

export interface EmphasisInput {
  readonly graph: DrawnGraph;
  readonly hovered: string | null;
  readonly selected: string | null;
  /** Index of the theme that is shown alone or selected, -1 for none. */
  readonly theme: number;
  readonly marked: ReadonlySet<string>;
  readonly hiddenKinds: ReadonlySet<DrawnKind>;
}

export interface Emphasis {
  level(node: string): Level;
  /** True where the edge leads to the node that is looked at. */
  lit(source: string, target: string): boolean;
  /** True when something is looked at, so that the rest is to step back. */
  readonly active: boolean;
  /** True when nodes are looked at, not a whole theme. */
  readonly onNodes: boolean;
  /** True while the pointer asks: the rest steps back further. */
  readonly hovering: boolean;
}

/** Hover outranks marks, marks outrank the selection; a theme shown alone holds for all of them. */
export function emphasise(input: EmphasisInput): Emphasis {
  const { graph, hovered, selected, theme, marked, hiddenKinds } = input;
  const present = (id: string | null): id is string => id !== null && graph.hasNode(id);
  const centre = present(hovered) ? hovered : marked.size === 0 && present(selected) ? selected : null;
  const near = new Set<string>(centre === null ? [] : graph.neighbors(centre));
  const active = centre !== null || marked.size > 0 || theme >= 0;

  function level(node: string): Level {
    const { kind, theme: home } = graph.getNodeAttributes(node);
    if (node === centre || node === selected) return 'focus';
    if (hiddenKinds.has(kind)) return 'hidden';
    if (near.has(node)) return 'near';
    if (centre !== null) return 'faint';
    if (marked.size > 0) return marked.has(node) ? 'near' : 'faint';
    if (theme >= 0 && home !== theme) return 'faint';
    return 'plain';
  }

  function lit(source: string, target: string): boolean {
    if (centre !== null) return source === centre || target === centre;
    return marked.size > 0 && marked.has(source) && marked.has(target);
  }

  return { level, lit, active, onNodes: centre !== null || marked.size > 0, hovering: present(hovered) };
}
