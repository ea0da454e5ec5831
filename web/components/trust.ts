/** How far a theme, and a concept's place in it, can be relied on, in words. Pure. */
import { STEADY } from '../../graph/schema.ts';

/** A concept of a greater ambiguity counts as unsure of its theme. */
const UNSURE_ABOVE = 0.5;

export type Steadiness = 'steady' | 'fairly steady' | 'unsteady';

/** `stability` from 0 to 1. */
export function steadiness(stability: number): Steadiness {
  if (stability >= STEADY.steady) return 'steady';
  return stability >= STEADY.fairly ? 'fairly steady' : 'unsteady';
}

/** `ambiguity` from 0 to 1; null where it is not known. */
export function isUnsure(ambiguity: number | null): boolean {
  return ambiguity !== null && ambiguity > UNSURE_ABOVE;
}

/** What an ambiguity says of a concept's place; null where it did not shape the themes. */
export function surenessInWords(ambiguity: number | null): string {
  if (ambiguity === null) return 'put there by its papers; it did not shape the themes';
  if (isUnsure(ambiguity)) return 'unsure: the runs disagree about it';
  return ambiguity > UNSURE_ABOVE / 2 ? 'fairly sure: most runs agree' : 'sure: nearly all runs agree';
}

/** What a mean adjusted Rand index of two runs says. */
export function agreementInWords(rand: number): string {
  if (rand >= 0.9) return 'nearly the same';
  if (rand >= 0.75) return 'much the same';
  return rand >= 0.5 ? 'the same in good part' : 'rather different ones';
}
