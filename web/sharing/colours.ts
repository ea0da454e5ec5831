/** Sigma's display colours in other forms. Pure. */

/** Sigma's edge programs take colours multiplied by their alpha (`premultiplied`); null for what can't be seen. */
export function straightColour(colour: string): string | null {
  const match = /^rgba\(([\d.]+), ?([\d.]+), ?([\d.]+), ?([\d.e-]+)\)$/.exec(colour);
  if (!match) return colour;
  const alpha = Number(match[4]);
  if (alpha < 0.004) return null;
  const [red, green, blue] = match.slice(1, 4).map((part) => Math.min(255, Math.round(Number(part) / alpha)));
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}

/** `#rrggbb` of a colour with or without alpha. */
export function opaque(colour: string): string {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  if (!parts) return '#808080';
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}
