/**
 * How strong a tie is, above 0 to 1, so that ties of different types can be compared; each sets common concepts back,
 * through which everything is near everything. What counts papers is halved for a single one, n / (n + 1), since two
 * rare concepts that met once are not the closest there are.
 */

/** Salience over the root of the number of papers that name the concept (cosine normalisation; Salton 1989). */
export const mentionStrength = (salience: number, papers: number): number =>
  bounded(salience / Math.sqrt(Math.max(1, papers)));

/** Equivalence index c_ij^2 / (c_i c_j) (Callon 1991), by its evidence. */
export const coOccurrenceStrength = (together: number, one: number, other: number): number =>
  bounded((together ** 2 / Math.max(1, one * other)) * evidence(together));

/** Inclusion index of the papers that state it, c_ij / min(c_i, c_j) (Callon 1986), by its evidence. */
export const statedStrength = (stating: number, one: number, other: number): number =>
  bounded((stating / Math.max(1, Math.min(one, other))) * evidence(stating));

/** `SHARES.weight` has no bound; 1 becomes a half, and more approaches 1. */
export const sharingStrength = (weight: number): number => bounded(weight / (1 + weight));

const evidence = (papers: number): number => papers / (papers + 1);

/** A tie is a tie, however weak. */
const LEAST = 1e-6;

const bounded = (strength: number): number => Math.min(1, Math.max(LEAST, strength || 0));
