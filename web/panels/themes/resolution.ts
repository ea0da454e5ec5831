/** The resolution at which themes are found: a slider by ratios, and what a value means. Pure. */
import { RESOLUTION } from '../../../graph/contract.ts';

/** From the least to the most in equal ratios. */
export const RESOLUTION_STEPS = 40;

const WHOLE = Math.log(RESOLUTION.most / RESOLUTION.least);

/** The slider's place, from 0 to `RESOLUTION_STEPS`. */
export function stepOf(resolution: number): number {
  return Math.round((Math.log(resolution / RESOLUTION.least) / WHOLE) * RESOLUTION_STEPS);
}

/** To two figures that count, so that the number beside the slider can be read. */
export function resolutionAt(step: number): number {
  return Number((RESOLUTION.least * Math.exp((step / RESOLUTION_STEPS) * WHOLE)).toPrecision(2));
}

export function isResolution(value: number): boolean {
  return value >= RESOLUTION.least && value <= RESOLUTION.most;
}

/** Compared with the usual one. */
export function resolutionInWords(resolution: number): string {
  const ratio = resolution / RESOLUTION.usual;
  if (ratio >= 3) return 'many small themes';
  if (ratio > 1.1) return 'more and smaller themes than usual';
  if (ratio >= 0.9) return 'as usual';
  return ratio > 1 / 3 ? 'fewer and larger themes than usual' : 'a few large themes, or one';
}
