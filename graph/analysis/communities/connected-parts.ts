/** The rows of a graph, whatever else it carries. */
interface Ties {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
}

/**
 * The same communities, those that fall apart inside split into their connected parts; numbered from 0 in the order of
 * their first nodes. Nodes below 0 stay so.
 */
export function connectedParts({ start, column }: Ties, communityOf: Int32Array): Int32Array {
  const partOf = new Int32Array(communityOf.length).fill(-1);
  const open: number[] = [];
  let parts = 0;
  for (let first = 0; first < communityOf.length; first++) {
    if (communityOf[first]! < 0 || partOf[first]! >= 0) continue;
    partOf[first] = parts;
    open.push(first);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const other = column[i]!;
        if (partOf[other]! >= 0 || communityOf[other] !== communityOf[node]) continue;
        partOf[other] = parts;
        open.push(other);
      }
    }
    parts++;
  }
  return partOf;
}
