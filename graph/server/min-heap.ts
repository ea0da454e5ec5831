/** Numbers by how far they are, the nearest first; one may stand there more than once. */
export class MinHeap {
  readonly #items: number[] = [];
  readonly #keys: number[] = [];

  push(item: number, key: number): void {
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! <= key) break;
      this.#put(at, this.#items[parent]!, this.#keys[parent]!);
      at = parent;
    }
    this.#put(at, item, key);
  }

  pop(): number | undefined {
    const first = this.#items[0];
    const [item, key] = [this.#items.pop(), this.#keys.pop()];
    const size = this.#items.length;
    if (item === undefined || key === undefined || size === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < size && this.#keys[child + 1]! < this.#keys[child]!) child += 1;
      if (child >= size || this.#keys[child]! >= key) break;
      this.#put(at, this.#items[child]!, this.#keys[child]!);
      at = child;
    }
    this.#put(at, item, key);
    return first;
  }

  #put(at: number, item: number, key: number): void {
    this.#items[at] = item;
    this.#keys[at] = key;
  }
}
