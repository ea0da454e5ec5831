import { forEachTie, rowsOfTypes, type Ties, type TieType } from './ties.ts';

interface Reach {
  node: number;
  from: number;
  /** Among the ties of `from` to papers or to concepts, from 0. */
  rank: number;
  strength: number;
}

/** What lies around some nodes. */
export interface Surroundings {
  /** The centres, then what was reached, nearest first. */
  nodes: number[];
  /** How many could have been reached without the cap. */
  of: number;
  /** `from * nodes + to` of each tie by which a node was reached. */
  reachedBy: ReadonlySet<number>;
}

/**
 * Breadth first from the centres: at each step the strongest ties of each node, papers and concepts by turns since
 * ties of different types are hard to compare. Each step leaves room for those to come. Only nodes that are in are
 * walked over; the centres are always there.
 */
export function surroundingsOf(
  ties: Ties,
  types: readonly TieType[],
  centres: readonly number[],
  { isIn, depth, most }: { isIn: Uint8Array; depth: number; most: number },
): Surroundings {
  const taken = new Set(centres);
  const reachedBy = new Set<number>();
  let edge = [...taken];
  for (let step = 0; step < depth && edge.length > 0; step++) {
    const room = Math.ceil((most + centres.length - taken.size) / (depth - step));
    const next: number[] = [];
    for (const { node, from } of nearest(ties, types, edge, taken, isIn)) {
      if (next.length >= room || taken.size >= most + centres.length) break;
      if (taken.has(node)) continue;
      taken.add(node);
      next.push(node);
      reachedBy.add(from * ties.ids.length + node);
    }
    edge = next;
  }
  const of = nodesWithin(ties, types, centres, isIn, depth).reduce((sum, one) => sum + one, 0);
  return { nodes: [...taken], of, reachedBy };
}

/** Candidates of one step, the best first; a node stands there once for each way to it. */
function nearest(
  ties: Ties,
  types: readonly TieType[],
  edge: readonly number[],
  taken: ReadonlySet<number>,
  isIn: Uint8Array,
): Reach[] {
  const reaches: Reach[] = [];
  for (const from of edge) {
    const strongest = new Map<number, Reach>();
    forEachTie(ties, types, from, (node, _, at, { strength }) => {
      if (!isIn[node] || taken.has(node)) return;
      const before = strongest.get(node);
      if (before && before.strength >= strength[at]!) return;
      strongest.set(node, { node, from, rank: 0, strength: strength[at]! });
    });
    const ranked = [...strongest.values()].sort((a, b) => b.strength - a.strength || a.node - b.node);
    let [papers, concepts] = [0, 0];
    for (const reach of ranked) reach.rank = reach.node < ties.papers ? papers++ : concepts++;
    for (const reach of ranked) reaches.push(reach);
  }
  return reaches.sort(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.node < ties.papers) - Number(b.node < ties.papers) ||
      b.strength - a.strength ||
      a.node - b.node,
  );
}

/** 1 for each node within so many steps of the centres, and for these; only nodes that are in are walked over. */
export function nodesWithin(
  ties: Ties,
  types: readonly TieType[],
  centres: readonly number[],
  isIn: Uint8Array,
  depth: number,
): Uint8Array {
  const rows = rowsOfTypes(ties, types);
  const isSeen = new Uint8Array(ties.ids.length);
  const seen = new Uint32Array(ties.ids.length);
  let count = 0;
  const see = (node: number): void => {
    if (isSeen[node]) return;
    isSeen[node] = 1;
    seen[count++] = node;
  };
  for (const centre of centres) see(centre);
  let from = 0;
  for (let step = 0; step < depth; step++) {
    const end = count;
    for (; from < end; from++) {
      for (const { start, other } of rows) {
        const node = seen[from]!;
        for (let at = start[node]!; at < start[node + 1]!; at++) if (isIn[other[at]!]) see(other[at]!);
      }
    }
  }
  return isSeen;
}
