/** Where each feature is cut into bins: rising edges, a value's bin is the count of edges below it. */
export type BinEdges = readonly Float32Array[];

/** Edges at the quantiles of a sample, one array of values a feature; equal ones fall together. */
export function quantileEdges(samples: readonly Float32Array[], bins: number): BinEdges {
  return samples.map((sample) => {
    const sorted = sample.slice().sort();
    const edges: number[] = [];
    for (let bin = 1; bin < bins; bin++) {
      const edge = sorted[Math.floor((bin * sorted.length) / bins)];
      // The greatest value is no edge: nothing would lie above it.
      if (edge === undefined || edge === sorted.at(-1) || edge === edges.at(-1)) continue;
      edges.push(edge);
    }
    return Float32Array.from(edges);
  });
}

/** Bins of the first `count` values. */
export function fillBins(values: Float32Array, edges: Float32Array, count: number, out: Uint8Array): void {
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle]! < value) low = middle + 1;
      else high = middle;
    }
    out[i] = low;
  }
}
