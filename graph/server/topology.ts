import type { TieRows } from './ties.ts';

/** What narrows a map by how its nodes hang together. */
export interface TopologyFilters {
  minDegree: number | null;
  core: number | null;
  largest: boolean;
}

/**
 * Of the nodes that are in: those with at least `minDegree` ties to others of them, of these the k-core (Seidman
 * 1983), of this the largest component. Degrees are counted once: what a node loses with its neighbours does not
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

function kCore(
  rows: readonly TieRows[],
  isIn: Uint8Array,
  k: number,
  always: ReadonlySet<number>,
): Uint8Array {
  const left = isIn.slice();
  const degree = degrees(rows, left);
  const loose: number[] = [];
  const drop = (node: number): void => {
    if (!left[node] || degree[node]! >= k || always.has(node)) return;
    left[node] = 0;
    loose.push(node);
  };
  for (let node = 0; node < left.length; node++) drop(node);
  for (let node = loose.pop(); node !== undefined; node = loose.pop()) {
    forEachOther(rows, node, (other) => {
      if (!left[other]) return;
      degree[other]! -= 1;
      drop(other);
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
  const part = new Int32Array(isIn.length).fill(-1);
  const sizes: number[] = [];
  for (let first = 0; first < isIn.length; first++) {
    if (!isIn[first] || part[first] !== -1) continue;
    const here = sizes.length;
    const reached = [first];
    part[first] = here;
    for (let head = 0; head < reached.length; head++) {
      forEachOther(rows, reached[head]!, (other) => {
        if (!isIn[other] || part[other] !== -1) return;
        part[other] = here;
        reached.push(other);
      });
    }
    sizes.push(reached.length);
  }
  let largest = 0;
  sizes.forEach((size, i) => {
    if (size > sizes[largest]!) largest = i;
  });
  return isIn.map((is, node) => (is && (part[node] === largest || always.has(node)) ? 1 : 0));
}

function forEachOther(rows: readonly TieRows[], node: number, visit: (other: number) => void): void {
  for (const { start, other } of rows) {
    for (let at = start[node]!; at < start[node + 1]!; at++) visit(other[at]!);
  }
}
