/** Arithmetic on `#rrggbb` colours. */

type Rgb = readonly [red: number, green: number, blue: number];

/** Components from 0 to 255. */
export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** For a 2d canvas or a style sheet; `alpha` from 0 to 1. */
export function withAlpha(hex: string, alpha: number): string {
  const [red, green, blue] = parseHex(hex);
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/**
 * For Sigma's edge programs, which hand their colour to the blender as it is: it expects the components
 * multiplied by alpha.
 */
export function premultiplied(hex: string, alpha: number): string {
  const [red, green, blue] = parseHex(hex).map((component) =>
    Math.round(component * alpha),
  ) as unknown as Rgb;
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/** `share` of `top` laid over `bottom`, opaque. */
export function mix(bottom: string, top: string, share: number): string {
  const low = parseHex(bottom);
  const high = parseHex(top);
  const hex = low.map((component, i) =>
    Math.round(component + (high[i]! - component) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
