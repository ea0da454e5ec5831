/** The drawn graph as themes, in each its kinds, in each its nodes, with what each is tied to. Pure. */
import type { DrawnKind, EdgeType, GraphView, ThemeSummary } from '../../../graph/contract.ts';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';

export interface OutlineNode {
  readonly id: string;
  readonly kind: DrawnKind;
  readonly label: string;
  /** Null for papers. */
  readonly papers: number | null;
  readonly year: number | null;
  readonly theme: ThemeSummary | null;
  /** Drawn links. */
  readonly degree: number;
}

export interface Neighbour {
  readonly node: OutlineNode;
  readonly type: EdgeType;
}

export interface OutlineGroup {
  readonly kind: DrawnKind;
  /** Weightiest first. */
  readonly nodes: readonly OutlineNode[];
}

export interface OutlineBranch {
  /** Null for what is in no theme. */
  readonly theme: ThemeSummary | null;
  readonly groups: readonly OutlineGroup[];
  readonly size: number;
}

export interface OutlineModel {
  readonly branches: readonly OutlineBranch[];
  /** All of them, weightiest first. */
  readonly nodes: readonly OutlineNode[];
  readonly byId: ReadonlyMap<string, OutlineNode>;
  /** What a node is tied to on the map, what it is tied to most first. */
  neighbours(id: string): readonly Neighbour[];
}

/** What the user took off the map. */
export interface Unseen {
  readonly hidden: ReadonlySet<string>;
  readonly hiddenKinds: ReadonlySet<DrawnKind>;
  readonly hiddenRelations: ReadonlySet<EdgeType>;
  /** The theme that is shown alone. */
  readonly theme: string | null;
}

const KINDS: readonly DrawnKind[] = ['Theme', ...CONCEPT_KINDS, 'Paper'];

export function outlineModel(view: GraphView, unseen: Unseen): OutlineModel {
  const { nodes, edges, themes } = view;
  const alone = unseen.theme === null ? -1 : themes.findIndex(({ id }) => id === unseen.theme);
  const seen = nodes.id.map(
    (id, i) =>
      !unseen.hidden.has(id) &&
      !unseen.hiddenKinds.has(nodes.kind[i]!) &&
      (alone < 0 || nodes.theme[i] === alone),
  );
  const ties = edges.source.flatMap((source, e) => {
    const [target, type] = [edges.target[e]!, edges.type[e]!];
    const isSeen = seen[source] && seen[target] && !unseen.hiddenRelations.has(type);
    return isSeen ? [{ source, target, type, weight: edges.weight[e]! }] : [];
  });
  const degrees = new Array<number>(nodes.id.length).fill(0);
  for (const { source, target } of ties) {
    degrees[source]! += 1;
    degrees[target]! += 1;
  }
  const all = nodes.id.map((id, i): OutlineNode => {
    const kind = nodes.kind[i]!;
    const papers = kind === 'Paper' ? null : nodes.weight[i]!;
    const theme = themes[nodes.theme[i]!] ?? null;
    return {
      id,
      kind,
      label: nodes.label[i]!,
      papers,
      year: nodes.year[i] ?? null,
      theme,
      degree: degrees[i]!,
    };
  });
  const order = nodes.id
    .map((_, i) => i)
    .filter((i) => seen[i])
    .sort((a, b) => nodes.weight[b]! - nodes.weight[a]! || byLabel(all[a]!, all[b]!));
  const listed = order.map((i) => all[i]!);
  return {
    branches: branchesOf(view, listed),
    nodes: listed,
    byId: new Map(listed.map((node) => [node.id, node])),
    neighbours: neighboursOf(all, ties, nodes.id),
  };
}

const byLabel = (one: OutlineNode, other: OutlineNode): number => one.label.localeCompare(other.label, 'en');

function branchesOf({ themes }: GraphView, nodes: readonly OutlineNode[]): OutlineBranch[] {
  const members = new Map<ThemeSummary | null, OutlineNode[]>();
  for (const node of nodes) {
    const known = members.get(node.theme);
    if (known) known.push(node);
    else members.set(node.theme, [node]);
  }
  return [...themes, null].flatMap((theme) => {
    const inside = members.get(theme) ?? [];
    if (inside.length === 0) return [];
    const groups = KINDS.flatMap((kind) => {
      const ofKind = inside.filter((node) => node.kind === kind);
      return ofKind.length === 0 ? [] : [{ kind, nodes: ofKind }];
    });
    return [{ theme, groups, size: inside.length }];
  });
}

interface Tie {
  readonly source: number;
  readonly target: number;
  readonly type: EdgeType;
  readonly weight: number;
}

/** Gathered when it is first asked for. */
function neighboursOf(
  all: readonly OutlineNode[],
  ties: readonly Tie[],
  ids: readonly string[],
): OutlineModel['neighbours'] {
  let gathered: Map<string, (Neighbour & { weight: number })[]> | null = null;
  function gather() {
    const byNode = new Map<string, (Neighbour & { weight: number })[]>();
    const add = (from: number, to: number, { type, weight }: Tie) => {
      const known = byNode.get(ids[from]!);
      const neighbour = { node: all[to]!, type, weight };
      if (known) known.push(neighbour);
      else byNode.set(ids[from]!, [neighbour]);
    };
    for (const tie of ties) {
      add(tie.source, tie.target, tie);
      add(tie.target, tie.source, tie);
    }
    for (const list of byNode.values()) {
      list.sort((a, b) => b.weight - a.weight || byLabel(a.node, b.node));
    }
    return byNode;
  }
  return (id) => {
    gathered ??= gather();
    return gathered.get(id) ?? [];
  };
}
