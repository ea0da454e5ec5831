/**
 * The land of each theme: where its nodes are dense and denser than any other theme's. Lands never overlap.
 * A Gaussian per node on a grid, then outlines by marching squares.
 */
import type { GraphView } from '../../graph/contract.ts';
import { areaOf, contours, type Grid, type Point, smooth } from './contours.ts';
import { extent } from './map-frame.ts';

export interface ThemeRegion {
  /** Index into the view's themes. */
  theme: number;
  /** Closed, in layout units. */
  outlines: Point[][];
  /** Middle of the largest part, where the name goes. */
  anchor: Point;
  /** Least and greatest y of that part. */
  reach: readonly [number, number];
  /** Square layout units. */
  area: number;
}

const CELLS = 112;
/** Width of a node's Gaussian, as a share of the map's longer side, on a map of `USUAL` nodes; fewer spread wider. */
const SPREAD = { usual: 0.027, least: 0.018, most: 0.055 };
const USUAL = 450;
/** A land begins where so many nodes' worth of density meet. */
const DENSITY = 0.8;
/** And where it outweighs the next theme by so much. */
const LEAD = 1.12;
/** Parts smaller than this times what a single node makes are dropped. */
const SMALLEST = 1.6;

interface Frame {
  /** Width of a node's Gaussian, in cells. */
  spread: number;
  columns: number;
  rows: number;
  cell: number;
  left: number;
  top: number;
}

function frameOf(xs: readonly number[], ys: readonly number[]): Frame {
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const side = Math.max(right - left, bottom - top, 1e-6);
  const share = SPREAD.usual * Math.sqrt(USUAL / xs.length);
  const spread = side * Math.min(SPREAD.most, Math.max(SPREAD.least, share));
  const margin = spread * 4;
  const cell = (side + 2 * margin) / CELLS;
  return {
    spread: spread / cell,
    columns: Math.ceil((right - left + 2 * margin) / cell) + 1,
    rows: Math.ceil((bottom - top + 2 * margin) / cell) + 1,
    cell,
    left: left - margin,
    top: top - margin,
  };
}

function densities(nodes: GraphView['nodes'], themes: number, frame: Frame): Float32Array[] {
  const { columns, rows, cell, left, top, spread } = frame;
  const fields = Array.from({ length: themes }, () => new Float32Array(columns * rows));
  const reach = Math.ceil(spread * 3);
  nodes.theme.forEach((theme, i) => {
    const field = fields[theme];
    if (!field) return;
    const x = (nodes.x[i]! - left) / cell;
    const y = (nodes.y[i]! - top) / cell;
    for (
      let row = Math.max(1, Math.round(y) - reach);
      row <= Math.min(rows - 2, Math.round(y) + reach);
      row++
    ) {
      const first = Math.max(1, Math.round(x) - reach);
      for (let column = first; column <= Math.min(columns - 2, Math.round(x) + reach); column++) {
        const squared = (column - x) ** 2 + (row - y) ** 2;
        field[row * columns + column]! += Math.exp(-squared / (2 * spread * spread));
      }
    }
  });
  return fields;
}

interface Leaders {
  /** Index of the densest theme, in each cell. */
  readonly first: Int32Array;
  readonly most: Float32Array;
  /** Density of the one after it. */
  readonly next: Float32Array;
}

function leadersOf(fields: readonly Float32Array[], cells: number): Leaders {
  const first = new Int32Array(cells).fill(-1);
  const most = new Float32Array(cells);
  const next = new Float32Array(cells);
  fields.forEach((field, theme) => {
    for (let cell = 0; cell < cells; cell++) {
      const density = field[cell]!;
      if (density > most[cell]!) {
        next[cell] = most[cell]!;
        most[cell] = density;
        first[cell] = theme;
      } else if (density > next[cell]!) next[cell] = density;
    }
  });
  return { first, most, next };
}

/** Positive where the theme's field is dense and leads all others. */
function lead(theme: number, field: Float32Array, { first, most, next }: Leaders): Float32Array {
  return field.map((own, cell) => {
    const other = first[cell] === theme ? next[cell]! : most[cell]!;
    const dense = own / DENSITY - 1;
    const ahead = own / (LEAD * other + 1e-3) - 1;
    return Math.max(-1, Math.min(dense, ahead, 1));
  });
}

export function themeRegions(view: GraphView): ThemeRegion[] {
  // Where themes are drawn as nodes, they need no land.
  if (view.nodes.kind.every((kind) => kind === 'Theme')) return [];
  const peopled = new Set(view.nodes.theme);
  const frame = frameOf(view.nodes.x, view.nodes.y);
  const fields = densities(view.nodes, view.themes.length, frame);
  const toLayout = ([column, row]: Point): Point => [
    frame.left + column * frame.cell,
    frame.top + row * frame.cell,
  ];
  const leaders = leadersOf(fields, frame.columns * frame.rows);
  return fields.flatMap((field, theme): ThemeRegion[] => {
    if (!peopled.has(theme)) return [];
    const values = lead(theme, field, leaders);
    const grid: Grid = { columns: frame.columns, rows: frame.rows, values };
    const parts = contours(grid)
      .map((outline) => ({ outline, area: Math.abs(areaOf(outline)) }))
      .filter(({ area }) => area >= SMALLEST * landOfOne(frame))
      .sort((one, other) => other.area - one.area);
    const [largest] = parts;
    if (!largest) return [];
    const heights = largest.outline.map(([, row]) => frame.top + row * frame.cell);
    return [
      {
        theme,
        outlines: parts.map(({ outline }) => smooth(smooth(outline)).map(toLayout)),
        anchor: toLayout(centroid(largest.outline)),
        reach: [Math.min(...heights), Math.max(...heights)],
        area: parts.reduce((sum, { area }) => sum + area, 0) * frame.cell ** 2,
      },
    ];
  });
}

/** Cells in the land of one node alone: where its Gaussian is above the density that a land takes. */
function landOfOne({ spread }: Frame): number {
  return 2 * Math.PI * spread ** 2 * Math.log(1 / DENSITY);
}

function centroid(outline: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const [px, py] of outline) {
    x += px / outline.length;
    y += py / outline.length;
  }
  return [x, y];
}

/** The same lands under the numbers that their themes have in another view; those that it has not are left out. */
export function renumbered(regions: readonly ThemeRegion[], from: GraphView, to: GraphView): ThemeRegion[] {
  const at = new Map(to.themes.map(({ id }, i) => [id, i]));
  const peopled = new Set(to.nodes.theme);
  return regions.flatMap((region) => {
    const theme = at.get(from.themes[region.theme]!.id);
    return theme === undefined || !peopled.has(theme) ? [] : [{ ...region, theme }];
  });
}
