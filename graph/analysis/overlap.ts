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
/** A bound on the grid's memory where a few strays stretch it. */
const CELLS_PER_NODE = 4;
/** Radians that a pair is turned by as it parts, else discs in a row would stay in it. */
const ASIDE = 0.1;
/** Two discs on one spot have no direction to part in; this turns it by index, without chance. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Pushes overlapping discs apart, in place, each pair nearly along the line between them. (The library's noverlap
 * draws from Math.random and takes minutes at 50,000 nodes.) Returns how many pairs still overlap.
 */
export async function removeOverlaps(
  positions: Positions,
  radius: Float64Array,
  settings: OverlapSettings,
  tick: Tick = () => {},
): Promise<number> {
  if (radius.length < 2) return 0;
  const grid = new DiscGrid(positions, radius, settings.margin);
  let overlaps = 0;
  for (let done = 0; done < settings.maxIterations; done++) {
    await tick(done, settings.maxIterations);
    overlaps = 0;
    grid.fill();
    grid.forEachOverlap((a, b, depth, distance) => {
      // Half of the margin is enough to rest on: the last bit of it would take most of the steps.
      if (depth > settings.margin / 2) overlaps++;
      push(positions, radius, a, b, depth, distance);
    });
    if (overlaps === 0) break;
  }
  return overlaps;
}

/** How many pairs of discs overlap. */
export function countOverlaps(positions: Positions, radius: Float64Array): number {
  if (radius.length < 2) return 0;
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
  const angle = distance > 0 ? Math.atan2(y[b]! - y[a]!, x[b]! - x[a]!) : b * GOLDEN_ANGLE;
  const turned = angle + ((a + b) % 2 === 0 ? ASIDE : -ASIDE);
  const dx = Math.cos(turned);
  const dy = Math.sin(turned);
  const step = depth * OVERSHOOT;
  const shareOfA = radius[b]! / (radius[a]! + radius[b]!);
  x[a]! -= dx * step * shareOfA;
  y[a]! -= dy * step * shareOfA;
  x[b]! += dx * step * (1 - shareOfA);
  y[b]! += dy * step * (1 - shareOfA);
}

/** Square cells at least as wide as the widest pair, so that only neighbouring cells can hold an overlap. */
class DiscGrid {
  readonly #positions: Positions;
  readonly #radius: Float64Array;
  readonly #margin: number;
  #columns = 1;
  /** Nodes cell by cell; those of cell `k` stand from `#start[k]` on. */
  #nodes = new Uint32Array(0);
  #start = new Uint32Array(1);

  constructor(positions: Positions, radius: Float64Array, margin: number) {
    this.#positions = positions;
    this.#radius = radius;
    this.#margin = margin;
  }

  fill(): void {
    const { x, y } = this.#positions;
    const [left, right] = range(x);
    const [bottom, top] = range(y);
    const widest = 2 * range(this.#radius)[1] + this.#margin;
    const roomiest = Math.sqrt(((right - left) * (top - bottom)) / (CELLS_PER_NODE * x.length));
    const cell = Math.max(widest, roomiest) || 1;
    // One empty cell on every side, so that a neighbour always exists and never wraps into another row.
    this.#columns = Math.floor((right - left) / cell) + 3;
    const rows = Math.floor((top - bottom) / cell) + 3;
    const cellOf = new Uint32Array(x.length);
    const start = new Uint32Array(this.#columns * rows + 1);
    for (let i = 0; i < x.length; i++) {
      const row = Math.floor((y[i]! - bottom) / cell) + 1;
      cellOf[i] = row * this.#columns + Math.floor((x[i]! - left) / cell) + 1;
      start[cellOf[i]! + 1]! += 1;
    }
    for (let k = 1; k < start.length; k++) start[k]! += start[k - 1]!;
    const next = start.slice();
    this.#nodes = new Uint32Array(x.length);
    for (let i = 0; i < x.length; i++) this.#nodes[next[cellOf[i]!]!++] = i;
    this.#start = start;
  }

  /** `depth` is by how much they overlap. Each pair once; positions may change meanwhile. */
  forEachOverlap(visit: (a: number, b: number, depth: number, distance: number) => void): void {
    const { x, y } = this.#positions;
    const start = this.#start;
    const ahead = [0, 1, this.#columns - 1, this.#columns, this.#columns + 1];
    for (let k = 0; k + this.#columns + 1 < start.length - 1; k++) {
      for (let i = start[k]!; i < start[k + 1]!; i++) {
        const a = this.#nodes[i]!;
        for (const step of ahead) {
          for (let j = step === 0 ? i + 1 : start[k + step]!; j < start[k + step + 1]!; j++) {
            const b = this.#nodes[j]!;
            const reach = this.#radius[a]! + this.#radius[b]! + this.#margin;
            const dx = x[b]! - x[a]!;
            const dy = y[b]! - y[a]!;
            const squared = dx * dx + dy * dy;
            if (squared >= reach * reach) continue;
            const distance = Math.sqrt(squared);
            visit(a, b, reach - distance, distance);
          }
        }
      }
    }
  }
}

function range(values: Float64Array): [least: number, most: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
