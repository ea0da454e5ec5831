import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';

export interface StructuralHoles {
  /**
   * Burt's constraint, c_i = sum over i's neighbours j of (p_ij + sum_q p_iq p_qj)^2, where p_ij is the part of
   * i's weight that goes to j (Burt 1992). Above 0, mostly up to 1: low for a broker, whose neighbours don't
   * know each other. NaN for a node without a tie.
   */
  constraint: Float64Array;
  /**
   * Burt's effective size, sum over i's neighbours j of 1 - sum_q p_iq m_jq, where m_jq is j's weight to q over
   * j's greatest weight. Where all weights are equal it is n - 2t/n for n neighbours with t ties among them
   * (Borgatti 1997). 1 to n; NaN for a node without a tie.
   */
  effectiveSize: Float64Array;
}

/** Both at once, for they walk the same triangles: time grows with the sum of squared degrees. */
export function structuralHoles({ start, column, weight }: Adjacency): StructuralHoles {
  const nodes = rowCount({ start, column, weight });
  const constraint = new Float64Array(nodes).fill(Number.NaN);
  const effectiveSize = new Float64Array(nodes).fill(Number.NaN);
  const degree = new Float64Array(nodes);
  const heaviest = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      degree[node]! += weight[i]!;
      heaviest[node] = Math.max(heaviest[node]!, weight[i]!);
    }
  }
  const own = new Float64Array(nodes);
  const indirect = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const from = start[node]!;
    const to = start[node + 1]!;
    if (from === to) continue;
    for (let i = from; i < to; i++) own[column[i]!] = weight[i]! / degree[node]!;
    let redundancy = 0;
    for (let i = from; i < to; i++) {
      const q = column[i]!;
      const part = own[q]!;
      for (let k = start[q]!; k < start[q + 1]!; k++) {
        const j = column[k]!;
        if (own[j] === 0) continue;
        indirect[j]! += (part * weight[k]!) / degree[q]!;
        redundancy += (part * weight[k]!) / heaviest[j]!;
      }
    }
    let sum = 0;
    for (let i = from; i < to; i++) sum += (own[column[i]!]! + indirect[column[i]!]!) ** 2;
    constraint[node] = sum;
    effectiveSize[node] = to - from - redundancy;
    for (let i = from; i < to; i++) own[column[i]!] = indirect[column[i]!] = 0;
  }
  return { constraint, effectiveSize };
}
