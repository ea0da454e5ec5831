/**
 * Numbers communities by size, in place: 0 is the largest, of two of one size the one with the lowest node. Nodes
 * below 0 stay. Returns how many there are.
 */
export function numberBySize(communityOf: Int32Array): number {
  const size = new Map<number, number>();
  // Filled in the order of the nodes, and sorting is stable: so the lowest node decides between equals.
  for (const community of communityOf) {
    if (community >= 0) size.set(community, (size.get(community) ?? 0) + 1);
  }
  const order = [...size].sort(([, a], [, b]) => b - a);
  const number = new Map(order.map(([community], index) => [community, index]));
  communityOf.forEach((community, node) => {
    if (community >= 0) communityOf[node] = number.get(community)!;
  });
  return size.size;
}
