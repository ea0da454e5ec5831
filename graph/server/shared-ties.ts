import { forEachTie, type Ties, type TieType } from './ties.ts';

/** What ties some of the nodes that were asked about. */
export interface Connector {
  node: number;
  /** Which of them, in the order in which they were asked for, each with the strongest tie. */
  to: { node: number; type: TieType; strength: number }[];
}

/** All that is tied to two or more of the nodes: what ties most of them first, then what ties them most strongly. */
export function connectorsOf(ties: Ties, types: readonly TieType[], nodes: readonly number[]): Connector[] {
  const asked = new Set(nodes);
  const found = new Map<number, Connector>();
  for (const node of asked) {
    const strongest = new Map<number, Connector['to'][number]>();
    forEachTie(ties, types, node, (other, type, at, { strength }) => {
      if (asked.has(other) || (strongest.get(other)?.strength ?? 0) >= strength[at]!) return;
      strongest.set(other, { node, type, strength: strength[at]! });
    });
    for (const [other, tie] of strongest) {
      const connector = found.get(other) ?? { node: other, to: [] };
      connector.to.push(tie);
      found.set(other, connector);
    }
  }
  const weight = ({ to }: Connector): number => to.reduce((sum, { strength }) => sum + strength, 0);
  return [...found.values()]
    .filter(({ to }) => to.length > 1)
    .map((connector) => ({ connector, weight: weight(connector) }))
    .sort(
      (a, b) =>
        b.connector.to.length - a.connector.to.length ||
        b.weight - a.weight ||
        a.connector.node - b.connector.node,
    )
    .map(({ connector }) => connector);
}

/** Which of the nodes hang together, by themselves or through the connectors; the largest group first. */
export function groupsOf(
  ties: Ties,
  types: readonly TieType[],
  nodes: readonly number[],
  connectors: readonly Connector[],
): number[][] {
  const group = new Map(nodes.map((node) => [node, new Set([node])]));
  const join = (one: number, other: number): void => {
    const [mine, theirs] = [group.get(one)!, group.get(other)!];
    if (mine === theirs) return;
    for (const node of theirs) {
      mine.add(node);
      group.set(node, mine);
    }
  };
  for (const node of nodes) {
    forEachTie(ties, types, node, (other) => {
      if (group.has(other)) join(node, other);
    });
  }
  for (const { to } of connectors) for (const { node } of to) join(to[0]!.node, node);
  const groups = [...new Set(nodes.map((node) => group.get(node)!))];
  return groups
    .map((members) => nodes.filter((node) => members.has(node)))
    .sort((a, b) => b.length - a.length);
}
