/** Numbers texts from 0, in the order in which they first come. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  add(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Undefined where it never came. */
  get(text: string): number | undefined {
    return this.#numbers.get(text);
  }
}
