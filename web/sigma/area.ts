/** What lies within what was drawn with the pointer. Pure; pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The box from one corner to the one across. */
export function boxOutline(from: Spot, to: Spot): Spot[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Even-odd rule; the outline closes itself. */
export function isInside({ x, y }: Spot, outline: readonly Spot[]): boolean {
  let odd = false;
  let before = outline.at(-1);
  for (const corner of outline) {
    if (before && corner.y > y !== before.y > y) {
      const across = corner.x + ((before.x - corner.x) * (y - corner.y)) / (before.y - corner.y);
      if (x < across) odd = !odd;
    }
    before = corner;
  }
  return odd;
}
