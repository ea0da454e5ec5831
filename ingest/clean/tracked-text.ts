/** Text with, for each UTF-16 code unit, the offset in the raw text it came from. Offsets never fall. */
export interface TrackedText {
  readonly text: string;
  /** As long as `text`. */
  readonly origin: Int32Array;
}

/** One step of cleaning: reads all of `source` and pushes what is kept, with offsets into `source`. */
export type Pass = (source: string, out: TextBuilder) => void;

/** Collects cleaned code units with their origin, for one pass. */
export class TextBuilder {
  #units: Uint16Array;
  #origin: Int32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity + 16);
    this.#origin = new Int32Array(capacity + 16);
  }

  get length(): number {
    return this.#length;
  }

  /** The code unit kept last, 0 when there is none. */
  get last(): number {
    return this.#length === 0 ? 0 : this.#units[this.#length - 1]!;
  }

  push(unit: number, from: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#origin[this.#length] = from;
    this.#length += 1;
  }

  /** Text that stands for something at one place: every unit of it comes from there. */
  pushText(text: string, from: number): void {
    for (let i = 0; i < text.length; i += 1) this.push(text.charCodeAt(i), from);
  }

  /** A stretch of the source as it is. */
  copy(source: string, start: number, end: number): void {
    for (let i = start; i < end; i += 1) this.push(source.charCodeAt(i), i);
  }

  /** Replaces the unit kept last; it stays where it came from. */
  replaceLast(unit: number): void {
    if (this.#length > 0) this.#units[this.#length - 1] = unit;
  }

  dropLast(): void {
    if (this.#length > 0) this.#length -= 1;
  }

  /** The result, with origins carried back through those of the source. */
  finish(source: TrackedText): TrackedText {
    const origin = this.#origin.slice(0, this.#length);
    for (let i = 0; i < origin.length; i += 1) origin[i] = source.origin[origin[i]!]!;
    return { text: decode(this.#units, this.#length), origin };
  }

  #grow(): void {
    const capacity = this.#units.length * 2;
    const units = new Uint16Array(capacity);
    const origin = new Int32Array(capacity);
    units.set(this.#units);
    origin.set(this.#origin);
    this.#units = units;
    this.#origin = origin;
  }
}

/** Halves of broken surrogate pairs come through as they are. */
function decode(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, units.byteOffset, length * Uint16Array.BYTES_PER_ELEMENT).toString(
    'utf16le',
  );
}

export function untouched(raw: string): TrackedText {
  const origin = new Int32Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) origin[i] = i;
  return { text: raw, origin };
}

export function runPass(source: TrackedText, pass: Pass): TrackedText {
  const out = new TextBuilder(source.text.length);
  pass(source.text, out);
  return out.finish(source);
}
