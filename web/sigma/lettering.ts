/** Text on the map's canvas: one typeface, a halo around every letter, and how wide a text will be. */
import { withAlpha } from '../theme/colour.ts';

/** Line height, as a multiple of the size. */
export const LEADING = 1.3;
const FAMILY = '"Inter Variable", system-ui, sans-serif';
/** Size in pixels at which widths are measured; they grow in proportion. */
const MEASURED_AT = 100;
/** Widths kept; a map has a few thousand names at most. */
const KEPT = 20_000;

export interface Lettering {
  /** Pixels. */
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  /** Colour of the ground, which the halo takes. */
  readonly ground: string;
  /** Width of the halo in pixels, over all. */
  readonly halo: number;
  /** 0 to 1. */
  readonly presence: number;
}

function font(size: number, weight: number): string {
  return `${weight} ${size}px ${FAMILY}`;
}

export class TextMeter {
  private readonly widths = new Map<string, number>();

  /** After the typeface has come. */
  forget(): void {
    this.widths.clear();
  }

  /** Pixels. */
  widthOf(
    context: CanvasRenderingContext2D,
    text: string,
    { size, weight }: Pick<Lettering, 'size' | 'weight'>,
  ): number {
    const key = `${weight} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size >= KEPT) this.widths.clear();
      context.font = font(MEASURED_AT, weight);
      width = context.measureText(text).width;
      this.widths.set(key, width);
    }
    return (width * size) / MEASURED_AT;
  }
}

/** Writes one line; `y` is its middle. */
export function writeLine(
  context: CanvasRenderingContext2D,
  text: string,
  at: { x: number; y: number; align: 'left' | 'center' },
  { size, weight, colour, ground, halo, presence }: Lettering,
): void {
  context.font = font(size, weight);
  context.textAlign = at.align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = halo;
  context.strokeStyle = withAlpha(ground, 0.9 * presence);
  context.strokeText(text, at.x, at.y);
  context.fillStyle = withAlpha(colour, presence);
  context.fillText(text, at.x, at.y);
}
