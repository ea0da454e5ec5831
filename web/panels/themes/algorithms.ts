import type { Algorithm } from '../../../graph/schema.ts';

/** How the algorithms are called on screen. */
export const ALGORITHM_NAMES: Readonly<Record<Algorithm, string>> = { louvain: 'Louvain', leiden: 'Leiden' };

export function otherAlgorithm(algorithm: Algorithm): Algorithm {
  return algorithm === 'louvain' ? 'leiden' : 'louvain';
}
