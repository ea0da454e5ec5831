/**
 * Names as pictures, side by side on one canvas. To write a name with its halo takes many times what it takes to copy
 * one, so a map that moves copies them; one that rests is written, at its exact place.
 */
import { LEADING, type Lettering, type TextMeter, writeLine } from './lettering.ts';

/** Pixels of the page … */
const WIDTH = 2048;
const HEIGHT = 1024;
/** … but no more pixels of the device either way than these: 34 megabytes, and what every browser allows. */
const MOST_WIDTH = 4096;
const MOST_HEIGHT = 2048;
/** Names are kept at these steps of their size, in pixels: nobody sees less while they move. */
const SIZE_STEP = 0.5;

export interface WrittenName {
  readonly text: string;
  /** `y` is the middle of the line, `top` where the whole name begins; pixels. */
  readonly at: {
    readonly x: number;
    readonly y: number;
    readonly top: number;
    readonly align: 'left' | 'center';
  };
  readonly lettering: Lettering;
}

/** In pixels of the device, whole ones, so that a copy is never smoothed. */
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

  constructor(meter: TextMeter) {
    this.meter = meter;
  }

  /** How many names it holds. */
  get size(): number {
    return this.pictures.size;
  }

  forget(): void {
    this.pictures.clear();
    this.left = 0;
    this.top = 0;
    this.shelf = 0;
    const { canvas } = this;
    canvas?.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
  }

  /** Gives its memory back. */
  release(): void {
    this.forget();
    // Browsers keep the pixels of a canvas until it is collected, unless it has none.
    if (this.canvas) this.canvas.width = this.canvas.height = 0;
    this.canvas = null;
  }

  /** All of them are there before the first is copied: to draw on a canvas between two copies costs a copy of it. */
  write(context: CanvasRenderingContext2D, names: readonly WrittenName[]): void {
    const placed = context.getTransform();
    if (placed.a !== this.scale) {
      this.release();
      this.scale = placed.a;
    }
    if (!this.addAll(names) && this.isMostlyUnused(names)) {
      this.forget();
      this.addAll(names);
    }
    const unpictured: WrittenName[] = [];
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const name of names) {
      const picture = this.pictures.get(keyOf(name));
      if (picture) this.copy(context, name, picture);
      else unpictured.push(name);
    }
    context.globalAlpha = 1;
    context.setTransform(placed);
    for (const { text, at, lettering } of unpictured) writeLine(context, text, at, lettering);
  }

  /** The lines of a name keep their distance, since they are rounded together. */
  private copy(
    context: CanvasRenderingContext2D,
    { at, lettering }: WrittenName,
    { left, top, width, height, inset }: Picture,
  ): void {
    const { scale } = this;
    const x = Math.round(at.x * scale) - (at.align === 'left' ? inset : Math.round(width / 2));
    const y = Math.round(at.top * scale) + Math.round((at.y - at.top) * scale - height / 2);
    context.globalAlpha = lettering.presence;
    context.drawImage(this.canvas!, left, top, width, height, x, y, width, height);
  }

  /** To begin anew helps only where others than these take the room. */
  private isMostlyUnused(names: readonly WrittenName[]): boolean {
    const used = new Set(names.map(keyOf).filter((key) => this.pictures.has(key)));
    return used.size < this.pictures.size / 2;
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
    const { scale } = this;
    const whole = { ...lettering, size: stepped(lettering.size), presence: 1 };
    const inset = Math.ceil((lettering.halo / 2 + 1) * scale);
    const width = Math.ceil(this.meter.widthOf(context, text, whole) * scale) + 2 * inset;
    const height = Math.ceil(whole.size * LEADING * scale) + 2 * inset;
    if (this.left + width > context.canvas.width) {
      this.top += this.shelf;
      this.left = 0;
      this.shelf = 0;
    }
    if (width > context.canvas.width || this.top + height > context.canvas.height) return false;
    const { left, top } = this;
    context.setTransform(scale, 0, 0, scale, left, top);
    writeLine(context, text, { x: inset / scale, y: height / 2 / scale, align: 'left' }, whole);
    context.setTransform(1, 0, 0, 1, 0, 0);
    this.pictures.set(key, { left, top, width, height, inset });
    this.left += width;
    this.shelf = Math.max(this.shelf, height);
    return true;
  }

  private drawable(): CanvasRenderingContext2D | null {
    if (!this.canvas) {
      this.canvas = document.createElement('canvas');
      this.canvas.width = Math.min(MOST_WIDTH, Math.ceil(WIDTH * this.scale));
      this.canvas.height = Math.min(MOST_HEIGHT, Math.ceil(HEIGHT * this.scale));
    }
    return this.canvas.getContext('2d');
  }
}

const stepped = (size: number): number => Math.round(size / SIZE_STEP) * SIZE_STEP;

function keyOf({ text, lettering }: Pick<WrittenName, 'text' | 'lettering'>): string {
  const { size, weight, colour, ground, halo } = lettering;
  return `${stepped(size)} ${weight} ${colour} ${ground} ${halo} ${text}`;
}
