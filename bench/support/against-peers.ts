import { NOT_LOOKED_INTO } from '../reasons.ts';
import type { Verdict } from './bench.ts';
import { shownNumber } from './figures-page.ts';

/** One figure, less being better, of ours and of each peer that has it. */
export interface Comparison {
  what: string;
  ours: number | null;
  peers: readonly { name: string; value: number | null }[];
}

/**
 * One verdict for a table: ours against the best peer, where that is worst for us. Without a figure of any peer nothing was
 * measured, and so nothing is met. `reason`: only where somebody measured it.
 */
export function againstPeers(
  asked: string,
  unit: string,
  comparisons: readonly Comparison[],
  reason?: string,
): Verdict {
  const ratios = comparisons.flatMap(({ what, ours, peers }) => {
    const known = peers.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
    if (ours === null || known.length === 0) return [];
    const best = known.reduce((least, one) => (one.value < least.value ? one : least));
    return [{ what, ours, best, ratio: ours / best.value }];
  });
  if (ratios.length === 0) return { asked, measured: 'not measured', met: false, reason: 'no peer was here' };
  const worst = ratios.reduce((most, one) => (one.ratio > most.ratio ? one : most));
  const { what, ours, best, ratio } = worst;
  return {
    asked,
    measured: `at worst ${shownNumber(ratio)} times (${what}): ${shownNumber(ours)} ${unit}, the best peer ${shownNumber(best.value)} ${unit}, ${best.name}`,
    met: ratio <= 1,
    ...(ratio > 1 && { reason: reason ?? NOT_LOOKED_INTO }),
  };
}
