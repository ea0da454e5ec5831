import type { TieRows } from './ties.ts';

/** What narrows a map by how its nodes hang together. */
export interface TopologyFilters {
  minDegree: number | null;
  core: number | null;
  largest: boolean;
}

/**
 * Of the nodes that are in: those with at least `minDegree` ties to others of them, of these the k-core (Seidman
 * 1983, counting neighbours, not ties), of this the largest component. Degrees are counted once: what a node loses with its neighbours does not
 * count against it, as in Gephi; the k-core is what is left when it does. `always` stays whatever its ties.
 */
export async function narrowByTies(
  rows: readonly TieRows[],
  isIn: Uint8Array,
  { minDegree, core, largest }: TopologyFilters,
  breathe: () => Promise<void> | void,
  always: ReadonlySet<number> = new Set(),
): Promise<Uint8Array> {
  let left = isIn;
  if (minDegree !== null) {
    const degree = degrees(rows, left);
    left = left.map((is, node) => (is && (degree[node]! >= minDegree || always.has(node)) ? 1 : 0));
  }
  await breathe();
  if (core !== null) left = kCore(rows, left, core, always);
  await breathe();
  if (largest) left = largestComponent(rows, left, always);
  return left;
}

/** Of each node that is in, how many ties it has to others that are. */
function degrees(rows: readonly TieRows[], isIn: Uint8Array): Uint32Array {
  const degree = new Uint32Array(isIn.length);
  for (const { start, other } of rows) {
    for (let node = 0; node < isIn.length; node++) {
      if (!isIn[node]) continue;
      for (let at = start[node]!; at < start[node + 1]!; at++) degree[node]! += isIn[other[at]!]!;
    }
  }
  return degree;
}

/** More ties than there are. */
const ENDLESS = 2 ** 32 - 1;

function kCore(
  rows: readonly TieRows[],
  isIn: Uint8Array,
  k: number,
  always: ReadonlySet<number>,
): Uint8Array {
  const left = isIn.slice();
  const seenFrom = new Uint32Array(isIn.length);
  /** Each neighbour that is left once, whatever ties it; only once for each node. */
  const forEachNeighbour = (node: number, visit: (other: number) => void): void => {
    for (const { start, other } of rows) {
      for (let at = start[node]!; at < start[node + 1]!; at++) {
        const next = other[at]!;
        if (!left[next] || seenFrom[next] === node + 1) continue;
        seenFrom[next] = node + 1;
        visit(next);
      }
    }
  };
  const degree = new Uint32Array(isIn.length);
  for (let node = 0; node < isIn.length; node++) {
    if (left[node]) forEachNeighbour(node, () => degree[node]!++);
  }
  for (const node of always) degree[node] = ENDLESS;
  seenFrom.fill(0);
  const loose = new Uint32Array(left.length);
  let count = 0;
  for (let node = 0; node < left.length; node++) {
    if (!left[node] || degree[node]! >= k) continue;
    left[node] = 0;
    loose[count++] = node;
  }
  for (let head = 0; head < count; head++) {
    const node = loose[head]!;
    forEachNeighbour(node, (next) => {
      degree[next]! -= 1;
      if (degree[next]! >= k) return;
      left[next] = 0;
      loose[count++] = next;
    });
  }
  return left;
}

/** Of components of the same size, the one with the first node. */
function largestComponent(
  rows: readonly TieRows[],
  isIn: Uint8Array,
  always: ReadonlySet<number>,
): Uint8Array {
  const isSeen = new Uint8Array(isIn.length);
  const seen = new Uint32Array(isIn.length);
  let count = 0;
  let largest = { from: 0, to: 0 };
  for (let first = 0; first < isIn.length; first++) {
    if (!isIn[first] || isSeen[first]) continue;
    const from = count;
    isSeen[first] = 1;
    seen[count++] = first;
    for (let head = from; head < count; head++) {
      const node = seen[head]!;
      for (const { start, other } of rows) {
        for (let at = start[node]!; at < start[node + 1]!; at++) {
          const next = other[at]!;
          if (!isIn[next] || isSeen[next]) continue;
          isSeen[next] = 1;
          seen[count++] = next;
        }
      }
    }
    if (count - from > largest.to - largest.from) largest = { from, to: count };
  }
  const left = new Uint8Array(isIn.length);
  for (let i = largest.from; i < largest.to; i++) left[seen[i]!] = 1;
  for (const node of always) left[node] = isIn[node]!;
  return left;
}
