/** What the legend counts on the map. Pure. */
import {
  type DrawnKind,
  EDGE_TYPES,
  type EdgeType,
  type GraphView,
  type NodeKind,
  nodeKindSchema,
  type ThemeSummary,
} from '../../graph/contract.ts';
import { isUnsure } from '../components/trust.ts';

export interface ThemeRow {
  readonly theme: ThemeSummary;
  /** Drawn nodes in it. */
  readonly papers: number;
  readonly concepts: number;
}

/** Themes, not what they are divided into, the largest first; those without a drawn node are left out. */
export function themeRows(view: GraphView): ThemeRow[] {
  const rows = view.themes.map((theme) => ({ theme, papers: 0, concepts: 0 }));
  view.nodes.theme.forEach((index, i) => {
    const row = rows[index];
    if (!row) return;
    if (view.nodes.kind[i] === 'Theme') row.papers += view.themes[index]!.paperCount;
    else if (view.nodes.kind[i] === 'Paper') row.papers++;
    else row.concepts++;
  });
  return rows
    .filter(({ theme, papers, concepts }) => theme.parent === null && papers + concepts > 0)
    .sort(
      ({ theme: one }, { theme: other }) =>
        other.size - one.size || one.label.localeCompare(other.label, 'en'),
    );
}

/** How many drawn concepts are unsure of their theme. */
export function countUnsure(view: GraphView): number {
  return view.nodes.ambiguity.filter(isUnsure).length;
}

export interface KindRow {
  readonly kind: NodeKind;
  readonly drawn: number;
}

/** In the order of the schema; kinds that the view does not hold are left out, but for those that were hidden. */
export function kindRows(view: GraphView, hidden: ReadonlySet<NodeKind> = new Set()): KindRow[] {
  const drawn = new Map<DrawnKind, number>();
  for (const kind of view.nodes.kind) drawn.set(kind, (drawn.get(kind) ?? 0) + 1);
  return nodeKindSchema.options.flatMap((kind) => {
    const number = drawn.get(kind);
    return number === undefined && !hidden.has(kind) ? [] : [{ kind, drawn: number ?? 0 }];
  });
}

export interface RelationRow {
  readonly type: EdgeType;
  readonly drawn: number;
}

/** In the order of the contract; as with kinds. */
export function relationRows(view: GraphView, hidden: ReadonlySet<EdgeType>): RelationRow[] {
  const drawn = new Map<EdgeType, number>();
  for (const type of view.edges.type) drawn.set(type, (drawn.get(type) ?? 0) + 1);
  return EDGE_TYPES.filter((type) => drawn.has(type) || hidden.has(type)).map((type) => ({
    type,
    drawn: drawn.get(type) ?? 0,
  }));
}
