/** Share of the other values that each is above, equal ones counted half: 0 for the lowest, 1 for the highest; 1 for a single one. */
export function percentileRanks(values: ArrayLike<number>): Float64Array {
  const ranks = new Float64Array(values.length).fill(1);
  if (values.length < 2) return ranks;
  const order = Uint32Array.from(ranks.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    // Places from..to-1 are shared by all that are equal.
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to - 1) / 2 / (order.length - 1);
    from = to;
  }
  return ranks;
}
