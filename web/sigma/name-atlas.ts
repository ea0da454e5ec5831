/**
 * Names as pictures, side by side on one canvas. To write a name with its halo takes many times what it takes to copy
 * one, so a map that moves copies them; one that rests is written, at its exact place.
 */
import { LEADING, type Lettering, type TextMeter, writeLine } from './lettering.ts';

/** Pixels of the page; eight megabytes at one device pixel each. */
const WIDTH = 2048;
const HEIGHT = 1024;
/** Milliseconds that a full one is kept; names that found no room are written meanwhile. */
const KEPT_FULL = 1000;
/** Names are kept at these steps of their size, in pixels: nobody sees less while they move. */
const SIZE_STEP = 0.5;

export interface WrittenName {
  readonly text: string;
  /** `y` is the middle of the line; pixels. */
  readonly at: { readonly x: number; readonly y: number; readonly align: 'left' | 'center' };
  readonly lettering: Lettering;
}

interface Picture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From the picture's left to that of the text. */
  readonly inset: number;
}

export class NameAtlas {
  private readonly meter: TextMeter;
  private readonly pictures = new Map<string, Picture>();
  private canvas: HTMLCanvasElement | null = null;
  /** Device pixels to one of the page. */
  private scale = 1;
  private left = 0;
  private top = 0;
  private shelf = 0;
  private begun = 0;

  constructor(meter: TextMeter) {
    this.meter = meter;
  }

  forget(): void {
    this.pictures.clear();
    this.left = 0;
    this.top = 0;
    this.shelf = 0;
    this.begun = performance.now();
    this.canvas?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
  }

  /** All of them are there before the first is copied: to draw on a canvas between two copies costs a copy of it. */
  write(context: CanvasRenderingContext2D, names: readonly WrittenName[]): void {
    const scale = context.getTransform().a;
    if (scale !== this.scale) {
      this.scale = scale;
      this.canvas = null;
      this.forget();
    }
    if (!this.addAll(names) && performance.now() - this.begun > KEPT_FULL) {
      this.forget();
      this.addAll(names);
    }
    for (const name of names) {
      const picture = this.pictures.get(keyOf(name));
      if (picture) this.copy(context, name, picture);
      else writeLine(context, name.text, name.at, name.lettering);
    }
  }

  private copy(
    context: CanvasRenderingContext2D,
    { at, lettering }: WrittenName,
    { left, top, width, height, inset }: Picture,
  ): void {
    const { scale } = this;
    // On whole device pixels, so that nothing has to be smoothed.
    const toX = Math.round((at.x - (at.align === 'left' ? inset : width / 2)) * scale) / scale;
    const toY = Math.round((at.y - height / 2) * scale) / scale;
    context.globalAlpha = lettering.presence;
    context.drawImage(
      this.canvas!,
      left * scale,
      top * scale,
      width * scale,
      height * scale,
      toX,
      toY,
      width,
      height,
    );
    context.globalAlpha = 1;
  }

  /** False where there is no room for one. */
  private addAll(names: readonly WrittenName[]): boolean {
    const missing = names.filter((name) => !this.pictures.has(keyOf(name)));
    if (missing.length === 0) return true;
    const context = this.drawable();
    return context !== null && missing.every((name) => this.add(context, name));
  }

  private add(context: CanvasRenderingContext2D, { text, lettering }: WrittenName): boolean {
    const key = keyOf({ text, lettering });
    if (this.pictures.has(key)) return true;
    const whole = { ...lettering, size: stepped(lettering.size), presence: 1 };
    const inset = Math.ceil(lettering.halo / 2) + 1;
    const width = Math.ceil(this.meter.widthOf(context, text, whole)) + 2 * inset;
    const height = Math.ceil(whole.size * LEADING) + 2 * inset;
    if (this.left + width > WIDTH) {
      this.top += this.shelf;
      this.left = 0;
      this.shelf = 0;
    }
    if (width > WIDTH || this.top + height > HEIGHT) return false;
    const { left, top } = this;
    writeLine(context, text, { x: left + inset, y: top + height / 2, align: 'left' }, whole);
    this.pictures.set(key, { left, top, width, height, inset });
    this.left += width;
    this.shelf = Math.max(this.shelf, height);
    return true;
  }

  private drawable(): CanvasRenderingContext2D | null {
    if (!this.canvas) {
      this.canvas = document.createElement('canvas');
      this.canvas.width = Math.ceil(WIDTH * this.scale);
      this.canvas.height = Math.ceil(HEIGHT * this.scale);
      this.canvas.getContext('2d')?.scale(this.scale, this.scale);
    }
    return this.canvas.getContext('2d');
  }
}

const stepped = (size: number): number => Math.round(size / SIZE_STEP) * SIZE_STEP;

function keyOf({ text, lettering }: Pick<WrittenName, 'text' | 'lettering'>): string {
  const { size, weight, colour, ground, halo } = lettering;
  return `${stepped(size)} ${weight} ${colour} ${ground} ${halo} ${text}`;
}
