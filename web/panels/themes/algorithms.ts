import type { AnalysisRequest } from '../../../graph/contract.ts';
import type { Algorithm } from '../../../graph/schema.ts';

/** How the algorithms are called on screen. */
export const ALGORITHM_NAMES: Readonly<Record<Algorithm, string>> = { louvain: 'Louvain', leiden: 'Leiden' };

export function otherAlgorithm(algorithm: Algorithm): Algorithm {
  return algorithm === 'louvain' ? 'leiden' : 'louvain';
}

/** `Louvain, resolution 1, seed 1`. */
export function requestInWords({ algorithm, resolution, seed }: AnalysisRequest): string {
  return [
    algorithm && ALGORITHM_NAMES[algorithm],
    resolution !== undefined && `resolution ${resolution}`,
    seed !== undefined && `seed ${seed}`,
  ]
    .filter(Boolean)
    .join(', ');
}
