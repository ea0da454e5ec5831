import type { Tick } from './force-atlas.ts';
import type { Positions } from './layout-graph.ts';

export interface OverlapSettings {
  /** Free space to keep between two discs, in units of the positions. */
  margin: number;
  /** It stops earlier when nothing overlaps any more. */
  maxIterations: number;
}

/** Each push goes a little past contact, so that crowded places come to rest sooner. */
const OVERSHOOT = 1.05;
/** Two discs on one spot have no direction to part in; this turns it by index, without chance. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Pushes overlapping discs apart, in place, each pair along the line between them. (The library's noverlap
 * draws from Math.random and takes minutes at 50,000 nodes.) Returns how many pairs still overlap.
 */
export async function removeOverlaps(
  positions: Positions,
  radius: Float64Array,
  settings: OverlapSettings,
  tick: Tick = () => {},
): Promise<number> {
  const grid = new DiscGrid(positions, radius, settings.margin);
  let overlaps = 0;
  for (let done = 0; done < settings.maxIterations; done++) {
    await tick(done, settings.maxIterations);
    overlaps = 0;
    grid.fill();
    grid.forEachOverlap((a, b, depth, distance) => {
      overlaps++;
      push(positions, radius, a, b, depth, distance);
    });
    if (overlaps === 0) break;
  }
  return overlaps;
}

/** How many pairs of discs overlap. */
export function countOverlaps(positions: Positions, radius: Float64Array): number {
  const grid = new DiscGrid(positions, radius, 0);
  let overlaps = 0;
  grid.fill();
  grid.forEachOverlap(() => overlaps++);
  return overlaps;
}

/** The smaller disc gives way more. */
function push(
  { x, y }: Positions,
  radius: Float64Array,
  a: number,
  b: number,
  depth: number,
  distance: number,
): void {
  const angle = a * GOLDEN_ANGLE;
  const dx = distance > 0 ? (x[b]! - x[a]!) / distance : Math.cos(angle);
  const dy = distance > 0 ? (y[b]! - y[a]!) / distance : Math.sin(angle);
  const step = depth * OVERSHOOT;
  const shareOfA = radius[b]! / (radius[a]! + radius[b]!);
  x[a]! -= dx * step * shareOfA;
  y[a]! -= dy * step * shareOfA;
  x[b]! += dx * step * (1 - shareOfA);
  y[b]! += dy * step * (1 - shareOfA);
}

/** Square cells as wide as the widest pair, so that only neighbouring cells can hold an overlap. */
class DiscGrid {
  readonly #positions: Positions;
  readonly #radius: Float64Array;
  readonly #margin: number;
  readonly #cell: number;
  #cells = new Map<number, number[]>();
  #columns = 1;

  constructor(positions: Positions, radius: Float64Array, margin: number) {
    this.#positions = positions;
    this.#radius = radius;
    this.#margin = margin;
    this.#cell = 2 * radius.reduce((most, r) => Math.max(most, r), 0) + margin || 1;
  }

  fill(): void {
    const { x, y } = this.#positions;
    const left = x.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const right = x.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const bottom = y.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    // One empty column on either side, so that a neighbour's number never wraps into another row.
    this.#columns = Math.ceil((right - left) / this.#cell) + 3;
    this.#cells = new Map();
    for (let i = 0; i < x.length; i++) {
      const column = Math.floor((x[i]! - left) / this.#cell) + 1;
      const row = Math.floor((y[i]! - bottom) / this.#cell) + 1;
      const key = row * this.#columns + column;
      const cell = this.#cells.get(key);
      if (cell) cell.push(i);
      else this.#cells.set(key, [i]);
    }
  }

  /** `depth` is by how much they overlap. Each pair once; positions may change meanwhile. */
  forEachOverlap(visit: (a: number, b: number, depth: number, distance: number) => void): void {
    const ahead = [1, this.#columns - 1, this.#columns, this.#columns + 1];
    for (const [key, cell] of this.#cells) {
      for (let i = 0; i < cell.length; i++) {
        for (let j = i + 1; j < cell.length; j++) this.#check(cell[i]!, cell[j]!, visit);
      }
      for (const step of ahead) {
        const other = this.#cells.get(key + step);
        if (!other) continue;
        for (const a of cell) for (const b of other) this.#check(a, b, visit);
      }
    }
  }

  #check(a: number, b: number, visit: (a: number, b: number, depth: number, distance: number) => void): void {
    const { x, y } = this.#positions;
    const reach = this.#radius[a]! + this.#radius[b]! + this.#margin;
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    const squared = dx * dx + dy * dy;
    if (squared >= reach * reach) return;
    const distance = Math.sqrt(squared);
    visit(a, b, reach - distance, distance);
  }
}
