import type { Positions } from './layout-graph.ts';

/** Squares are divided so often at most: bodies nearer to each other than that count as one. */
const MOST_DIVISIONS = 40;
/** Squared: bodies nearer than that have no direction to be pushed in. */
const NEAREST = 1e-9;
/** Numbers of a square, side by side: its bodies' middle, their mass, its width squared. */
const PER_SQUARE = 4;

/**
 * Barnes and Hut's (1986) tree of squares over bodies in the plane, in arrays that are used again at every step. Its squares stand in
 * depth-first order of their links: `first` of a square leads into it, `next` past it.
 */
export class QuadTree {
  #squares = new Float64Array(0);
  #first = new Int32Array(0);
  #next = new Int32Array(0);
  #middleX = new Float64Array(0);
  #middleY = new Float64Array(0);
  #depth = new Uint8Array(0);
  #body = new Int32Array(0);
  #count = 0;

  /** Masses are above 0. */
  fill({ x, y }: Positions, mass: Float64Array): void {
    let [left, right, bottom, top] = [x[0]!, x[0]!, y[0]!, y[0]!];
    for (let node = 1; node < mass.length; node++) {
      if (x[node]! < left) left = x[node]!;
      else if (x[node]! > right) right = x[node]!;
      if (y[node]! < bottom) bottom = y[node]!;
      else if (y[node]! > top) top = y[node]!;
    }
    this.#count = 0;
    this.#reserve(4 * mass.length + 5);
    const width = Math.max(right - left, top - bottom) || 1;
    this.#open((left + right) / 2, (bottom + top) / 2, width, 0);
    for (let node = 0; node < mass.length; node++) this.#insert(node, x, y, mass);
    this.#link();
  }

  /** Adds to `push`, a pair of forces, what all other bodies push one at (`x`, `y`) by: the sum of mass over distance. */
  repulsion(x: number, y: number, thetaSquared: number, push: Float64Array): void {
    const squares = this.#squares;
    const first = this.#first;
    const next = this.#next;
    let [pushX, pushY] = [0, 0];
    let square = 0;
    while (square >= 0) {
      const at = square * PER_SQUARE;
      const dx = x - squares[at]!;
      const dy = y - squares[at + 1]!;
      const distance = dx * dx + dy * dy;
      const inside = first[square]!;
      if (inside < 0 || squares[at + 3]! < thetaSquared * distance) {
        // The body itself is at no distance but for rounding, and pushes nothing.
        if (distance > NEAREST) {
          const force = squares[at + 2]! / distance;
          pushX += dx * force;
          pushY += dy * force;
        }
        square = next[square]!;
      } else square = inside;
    }
    push[0] = pushX;
    push[1] = pushY;
  }

  /** Bodies so that neighbours in the plane are near each other. */
  order(into: Uint32Array): void {
    let filled = 0;
    let square = 0;
    while (square >= 0) {
      const inside = this.#first[square]!;
      if (inside < 0 && this.#body[square]! >= 0) into[filled++] = this.#body[square]!;
      square = inside >= 0 ? inside : this.#next[square]!;
    }
  }

  #insert(body: number, x: Float64Array, y: Float64Array, mass: Float64Array): void {
    let square = 0;
    for (;;) {
      this.#add(square, x[body]!, y[body]!, mass[body]!);
      if (this.#first[square]! < 0) {
        const before = this.#body[square]!;
        if (before < 0) {
          this.#body[square] = body;
          return;
        }
        if (this.#depth[square]! >= MOST_DIVISIONS) return;
        this.#divide(square);
        const quarter = this.#quarter(square, x[before]!, y[before]!);
        this.#body[quarter] = before;
        this.#add(quarter, x[before]!, y[before]!, mass[before]!);
      }
      square = this.#quarter(square, x[body]!, y[body]!);
    }
  }

  /** Sums until `#link`. */
  #add(square: number, x: number, y: number, mass: number): void {
    const at = square * PER_SQUARE;
    this.#squares[at]! += x * mass;
    this.#squares[at + 1]! += y * mass;
    this.#squares[at + 2]! += mass;
  }

  #quarter(square: number, x: number, y: number): number {
    const right = x >= this.#middleX[square]! ? 1 : 0;
    const up = y >= this.#middleY[square]! ? 2 : 0;
    return this.#first[square]! + right + up;
  }

  #divide(square: number): void {
    this.#reserve(this.#count + 4);
    const width = Math.sqrt(this.#squares[square * PER_SQUARE + 3]!) / 2;
    const [x, y] = [this.#middleX[square]!, this.#middleY[square]!];
    const depth = this.#depth[square]! + 1;
    this.#first[square] = this.#count;
    this.#body[square] = -1;
    for (let quarter = 0; quarter < 4; quarter++) {
      const aside = (quarter & 1) === 0 ? -width / 2 : width / 2;
      this.#open(x + aside, y + (quarter < 2 ? -width / 2 : width / 2), width, depth);
    }
  }

  #open(x: number, y: number, width: number, depth: number): void {
    const square = this.#count++;
    this.#squares.fill(0, square * PER_SQUARE, square * PER_SQUARE + 3);
    this.#squares[square * PER_SQUARE + 3] = width * width;
    this.#first[square] = -1;
    this.#next[square] = -1;
    this.#middleX[square] = x;
    this.#middleY[square] = y;
    this.#depth[square] = depth;
    this.#body[square] = -1;
  }

  /** Turns sums into means, and leads past what is empty. A square stands before those in it. */
  #link(): void {
    for (let square = 0; square < this.#count; square++) {
      const at = square * PER_SQUARE;
      const mass = this.#squares[at + 2]!;
      if (mass === 0) continue;
      this.#squares[at]! /= mass;
      this.#squares[at + 1]! /= mass;
      const quarters = this.#first[square]!;
      if (quarters < 0) continue;
      let following = this.#next[square]!;
      for (let quarter = quarters + 3; quarter >= quarters; quarter--) {
        if (this.#squares[quarter * PER_SQUARE + 2] === 0) continue;
        this.#next[quarter] = following;
        following = quarter;
      }
      this.#first[square] = following;
    }
  }

  #reserve(count: number): void {
    if (count <= this.#first.length) return;
    const size = Math.max(count, 2 * this.#first.length);
    const longer = <Column extends Float64Array | Int32Array | Uint8Array>(
      to: Column,
      from: Column,
    ): Column => {
      to.set(from);
      return to;
    };
    this.#squares = longer(new Float64Array(size * PER_SQUARE), this.#squares);
    this.#first = longer(new Int32Array(size), this.#first);
    this.#next = longer(new Int32Array(size), this.#next);
    this.#middleX = longer(new Float64Array(size), this.#middleX);
    this.#middleY = longer(new Float64Array(size), this.#middleY);
    this.#depth = longer(new Uint8Array(size), this.#depth);
    this.#body = longer(new Int32Array(size), this.#body);
  }
}
