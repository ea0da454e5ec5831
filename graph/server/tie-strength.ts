/**
 * How strong a tie is, 0 to 1, so that ties of different types can be compared; each sets common concepts back,
 * through which everything is near everything.
 */

/** Salience over the root of the number of papers that name the concept (cosine normalisation; Salton 1989). */
export const mentionStrength = (salience: number, papers: number): number =>
  bounded(salience / Math.sqrt(Math.max(1, papers)));

/** Equivalence index c_ij^2 / (c_i c_j) (Callon 1991). */
export const coOccurrenceStrength = (together: number, one: number, other: number): number =>
  bounded(together ** 2 / Math.max(1, one * other));

/** Inclusion index c_ij / min(c_i, c_j) of the papers that state it (Callon 1986): said is more than met. */
export const statedStrength = (stating: number, one: number, other: number): number =>
  bounded(stating / Math.max(1, Math.min(one, other)));

/** Half for papers that share the contents of one concept which one in e papers names, rising to 1. */
export const sharingStrength = (weight: number): number => bounded(weight / (1 + weight));

/** Above 0, since a tie is a tie. */
const LEAST = 1e-6;

const bounded = (strength: number): number => Math.min(1, Math.max(LEAST, strength || 0));
