/**
 * Continuous scales: from little to much, ever further from the map's ground in lightness, so that their order is seen
 * by every kind of sight; hue only helps. Stepped in OKLCH; each stop has a contrast of 3 to 1 or more with the map.
 */
import { mix } from './colour.ts';
import type { Scheme } from './palette.ts';

export const SCALE_STOPS: Readonly<Record<Scheme, readonly string[]>> = {
  light: ['#be831c', '#ba611e', '#ac4133', '#952447', '#741555', '#500b59', '#2d0255'],
  dark: ['#7150a3', '#5674c9', '#0b9ad4', '#01bac5', '#37d7ac', '#a4e68c', '#f5ed81'],
};

/** The colour at `share`, from 0 to 1. */
export function scaleColour(share: number, scheme: Scheme): string {
  const stops = SCALE_STOPS[scheme];
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(at));
  return mix(stops[below]!, stops[below + 1]!, at - below);
}
